using Demarche.Chronology;
using Demarche.Coding;
using Demarche.Coding.Records;
using Demarche.Store;

namespace Demarche.Cli.Commands.Chronology;

/// <summary>Merges all that a store keeps, and keeps the clusters.</summary>
internal sealed class MergeRun(IEventStore store, EventMerger merger, int jobs = 1)
{
    /// <summary>Why an act belongs to a cluster that somebody put it in.</summary>
    public const string ByHand = "joined by hand";

    private const double FullScore = 10;   // points that no pair is likely to pass
    private const int PrintedAtOnce = 500;   // texts of reports that lie in memory together

    /// <summary>What merging needs of the codebook, or null after its fault went to the user.</summary>
    public static EventMerger? Load(CodebookFiles files, Streams streams) =>
        Loading.Or(Codebook.Load(files), streams) is { } codebook ? Loading.Or(EventMerger.Load(files, codebook), streams) : null;

    /// <summary>Merges and gives the counts: events, acts, copies.</summary>
    public async Task<(int Events, int Clusters, int Copies)> RunAsync(CancellationToken stop)
    {
        var originals = await OriginalsAsync(stop);
        var pins = await PinsAsync(stop);
        var merged = await Task.Run(() => merger.Merge(Stream(stop), pins, originals, jobs), stop);
        await store.ReplaceCopiesAsync([.. originals.All.Select(p => new ReportCopy(p.Key, p.Value))], stop);
        await store.ReplaceClustersAsync([.. merged.Select(Member)], stop);
        return (merged.Count(m => !m.IsContent), merged.Select(m => m.Cluster).Distinct(StringComparer.Ordinal).Count(), originals.All.Count());
    }

    /// <summary>Which reports are copies, by their hashes.</summary>
    public async Task<Originals> OriginalsAsync(CancellationToken stop)
    {
        var prints = new List<PrintedReport>();
        await foreach (var some in store.ReportsAsync(stop).Chunk(PrintedAtOnce).WithCancellation(stop))
        {
            prints.AddRange(some.AsParallel().WithDegreeOfParallelism(jobs).Select(r => new PrintedReport(r.Hash, r.Published ?? r.Earliest, ReportPrint.Of(r.Text))));
        }

        return Originals.Of(prints);
    }

    /// <summary>What the user has decided.</summary>
    public async Task<MergePins> PinsAsync(CancellationToken stop)
    {
        var said = new List<(string First, string Second, bool IsOne, NodaTime.Instant When)>();
        await foreach (var one in store.SeparationsAsync(stop))
        {
            said.Add((one.Event, one.From, false, one.When));
        }

        await foreach (var one in store.JoiningsAsync(stop))
        {
            said.Add((one.Event, one.With, true, one.When));
        }

        // Of several things said of the same two the last holds.
        var holding = new Dictionary<(string, string), bool>();
        foreach (var (first, second, isOne, _) in said.OrderBy(s => s.When))
        {
            holding[string.CompareOrdinal(first, second) < 0 ? (first, second) : (second, first)] = isOne;
        }

        return MergePins.Of(holding.Where(h => h.Value).Select(h => h.Key), holding.Where(h => !h.Value).Select(h => h.Key));
    }

    // The merger reads in its own thread and holds sketches only, so the events never lie in memory together.
    private IEnumerable<EventRecord> Stream(CancellationToken stop) =>
        store.EventsAsync(new EventQuery { Order = EventOrder.Reading }, stop).ToBlockingEnumerable(stop).Select(KeptActs.Named);

    private static ClusterMember Member(MergedAct one) => one switch
    {
        { With: null } => new(one.Act, one.Cluster, "opens the cluster", 1),
        { Score: 0 } => new(one.Act, one.Cluster, ByHand, 1),
        _ => new(one.Act, one.Cluster, $"matches {one.With} with {one.Score:0.0} points", Math.Clamp(one.Score / FullScore, 0, 1)),
    };
}
