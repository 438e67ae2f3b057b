using Demarche.Chronology;
using Demarche.Coding.Records;
using Demarche.Store;

namespace Demarche.Cli.Commands.Chronology;

/// <summary>Merged events as the store keeps them.</summary>
internal static class KeptActs
{
    /// <summary>The clusters that have an event which is asked for, and how many events are in none yet.</summary>
    public static async Task<(IReadOnlyList<EventCluster> Clusters, int Unmerged)> OfAsync(IEventStore store, EventQuery query, ClusterBuilder builder, CancellationToken stop)
    {
        var originals = await CopiesAsync(store, stop);
        var acts = new Dictionary<string, List<ClusterEvidence>>(StringComparer.Ordinal);
        var unmerged = 0;
        await foreach (var (act, kept) in store.ActsAsync(query, stop))
        {
            unmerged += kept.Cluster is null ? 1 : 0;
            var told = ToldAct.Of(Named(kept)).FirstOrDefault(t => t.Id == act);
            if (told is not null)
            {
                var cluster = kept.Cluster ?? act;
                (acts.TryGetValue(cluster, out var list) ? list : acts[cluster] = []).Add(new ClusterEvidence(told, originals.GetValueOrDefault(kept.Report, kept.Report)));
            }
        }

        // A single telling may name a day that the others do not; the act itself lies where most have it.
        return (ClusterBuilder.InOrder(acts.Select(a => builder.Of(a.Key, a.Value)).Where(c => IsWithin(c, query))), unmerged);
    }

    /// <summary>An event under its key, so that moving a file changes no cluster; a report without an outlet goes by its name.</summary>
    public static EventRecord Named(StoredEvent kept) => kept.Record with
    {
        Id = kept.Key,
        Citation = kept.Record.Citation with { Report = kept.Report, Publication = kept.Record.Citation.Publication ?? kept.Record.Citation.Report },
    };

    private static bool IsWithin(EventCluster one, EventQuery query) =>
        (query.From is not { } from || (one.EndDate ?? one.Date) >= from) && (query.To is not { } to || one.Date <= to);

    private static async Task<Dictionary<string, string>> CopiesAsync(IEventStore store, CancellationToken stop)
    {
        var copies = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var one in store.CopiesAsync(stop))
        {
            copies[one.Report] = one.Original;
        }

        return copies;
    }
}
