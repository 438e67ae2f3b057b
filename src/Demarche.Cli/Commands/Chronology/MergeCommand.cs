using System.CommandLine;
using Demarche.Chronology;
using Demarche.Store;
using NodaTime;

namespace Demarche.Cli.Commands.Chronology;

/// <summary><c>demarche merge</c>: finds the events of different reports that are one act; explains and undoes merges.</summary>
internal static class MergeCommand
{
    public static Command Create(Streams streams)
    {
        var store = StoreCalls.StoreOption();
        var explain = new Option<string?>("--explain") { Description = "Show why each event of a cluster belongs to it: the id of the cluster or of any event." };
        var undo = new Option<string?>("--undo") { Description = "Take an event out of its cluster for good, and merge anew." };
        var join = new Option<string[]>("--join") { Description = "Two events that are one act for good: --join A B; and merge anew.", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true };
        var who = StoreCalls.WhoOption();
        var jobs = new Option<int>("--jobs") { Description = "Threads; the clusters do not depend on it.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var codebook = Parsers.CodebookOption();
        var command = new Command("merge", "Merges events of different reports that are one act. Repeating it gives the same clusters.") { store, explain, undo, join, who, jobs, codebook };
        command.SetAction(async (parsed, stop) =>
        {
            if (Parsers.Codebook(parsed.GetValue(codebook), streams) is not { } files || MergeRun.Load(files, streams) is not { } merger)
            {
                return CommandLine.WrongUse;
            }

            var asked = parsed.GetValue(explain);
            return await StoreCalls.RunAsync(parsed.GetValue(store)!, asked is null ? StoreAccess.Write : StoreAccess.Read, streams, stop, async kept =>
            {
                var run = new MergeRun(kept, merger, Math.Clamp(parsed.GetValue(jobs), 1, 512));
                return asked is not null ? await ExplainAsync(asked, kept, run, merger, files, streams, stop)
                    : parsed.GetValue(join) is [var one, var other] ? await JoinAsync(one, other, parsed.GetValue(who)!, kept, run, streams, stop)
                    : parsed.GetValue(undo) is { } taken ? await UndoAsync(taken, parsed.GetValue(who)!, kept, run, streams, stop)
                    : await MergeAsync(run, streams, stop);
            });
        });
        return command;
    }

    private static async Task<int> MergeAsync(MergeRun run, Streams streams, CancellationToken stop)
    {
        var (events, clusters, copies) = await run.RunAsync(stop);
        streams.Output.WriteLine($"{events} events are {clusters} acts; {copies} reports are copies of others");
        return CommandLine.Done;
    }

    private static async Task<int> ExplainAsync(
        string id, IEventStore store, MergeRun run, EventMerger merger, CodebookFiles files, Streams streams, CancellationToken stop)
    {
        if (await FindAsync(id, store, streams, stop) is not { } one || Loading.Or(ClusterBuilder.Load(files), streams) is not { } builder)
        {
            return CommandLine.WrongUse;
        }

        var members = await MembersAsync(one, store, stop);
        var originals = await run.OriginalsAsync(stop);
        var events = new Dictionary<string, StoredEvent>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            var key = member.Event.Replace(ToldAct.ContentMark, "", StringComparison.Ordinal);
            if (await store.EventAsync(key, stop) is { } found)
            {
                events[member.Event] = found;
            }
        }

        var cluster = builder.Of(members[0].Cluster, events.SelectMany(e => ToldAct.Of(KeptActs.Named(e.Value)).Where(t => t.Id == e.Key))
            .Select(t => new ClusterEvidence(t, originals.Of(t.Event.Citation.Report))));
        streams.Output.WriteLine($"{ClusterWords.Days(cluster)}  {ClusterWords.Who(cluster)}  {ClusterWords.What(cluster.Act)}  {cluster.Status}  ({Counted(cluster.Sources, "source")}, {Counted(events.Count, "telling")})");
        foreach (var (act, kept) in events.OrderBy(e => e.Key != cluster.Id).ThenBy(e => e.Key, StringComparer.Ordinal))
        {
            streams.Output.WriteLine($"\n{act}\n  {kept.Record.Citation.Publication ?? kept.Record.Citation.Report}: {kept.Record.Text.ReplaceLineEndings(" ")}");
            if (originals.Of(kept.Report) is var original && original != kept.Report)
            {
                streams.Output.WriteLine($"  a copy of report {original}");
            }

            if (act != cluster.Id && members.First(m => m.Event == act).Reason == MergeRun.ByHand)
            {
                streams.Output.WriteLine("  " + MergeRun.ByHand);
            }
            else if (act != cluster.Id && members.First(m => m.Event == act) is var member && await WithAsync(member, cluster.Id, store, stop) is { } other)
            {
                var why = merger.Explain(KeptActs.Named(kept), KeptActs.Named(other), originals);
                streams.Output.WriteLine($"  matches {other.Key} with {why.Score:0.0} of {why.Threshold:0.0} points:");
                foreach (var part in why.Parts)
                {
                    streams.Output.WriteLine("    " + part);
                }
            }
        }

        return CommandLine.Done;
    }

    private static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private static async Task<StoredEvent?> WithAsync(ClusterMember member, string cluster, IEventStore store, CancellationToken stop)
    {
        // "matches KEY with 6.3 points": the key is the second word.
        var words = member.Reason.Split(' ');
        var key = words is ["matches", var with, ..] ? with : cluster;
        return await store.EventAsync(key.Replace(ToldAct.ContentMark, "", StringComparison.Ordinal), stop);
    }

    private static async Task<int> JoinAsync(string id, string with, string who, IEventStore store, MergeRun run, Streams streams, CancellationToken stop)
    {
        if (await FindAsync(id, store, streams, stop) is not { } one || await FindAsync(with, store, streams, stop) is not { } other)
        {
            return CommandLine.WrongUse;
        }

        if (one.Key == other.Key || (one.Cluster is not null && one.Cluster == other.Cluster))
        {
            streams.Complain(CliDiagnostics.JoinedAlready(one.ShortKey, other.ShortKey));
            return CommandLine.SomeFailed;
        }

        // With all that are one with the other, so that none of them keeps it out by what was said before.
        var now = SystemClock.Instance.GetCurrentInstant();
        var members = await MembersAsync(other, store, stop);
        await store.JoinAsync([.. members.Where(m => !m.Event.EndsWith(ToldAct.ContentMark, StringComparison.Ordinal)).Select(m => new Joining(one.Key, m.Event, who, now))], stop);
        streams.Output.WriteLine($"{one.ShortKey} is one act with {other.ShortKey}");
        return await MergeAsync(run, streams, stop);
    }

    private static async Task<int> UndoAsync(string id, string who, IEventStore store, MergeRun run, Streams streams, CancellationToken stop)
    {
        if (await FindAsync(id, store, streams, stop) is not { } one)
        {
            return CommandLine.WrongUse;
        }

        var others = (await MembersAsync(one, store, stop)).Where(m => m.Event != one.Key).ToList();
        if (others.Count == 0)
        {
            streams.Complain(CliDiagnostics.NotMerged(one.ShortKey));
            return CommandLine.SomeFailed;
        }

        var now = SystemClock.Instance.GetCurrentInstant();
        foreach (var other in others)
        {
            await store.SeparateAsync(new Separation(one.Key, other.Event, who, now), stop);
        }

        streams.Output.WriteLine($"{one.ShortKey} is kept apart from {others.Count} other{(others.Count == 1 ? "" : "s")}");
        return await MergeAsync(run, streams, stop);
    }

    private static async Task<StoredEvent?> FindAsync(string id, IEventStore store, Streams streams, CancellationToken stop)
    {
        var found = await store.EventAsync(id.Replace(ToldAct.ContentMark, "", StringComparison.Ordinal), stop);
        if (found is null)
        {
            streams.Complain(CliDiagnostics.NoEvent(id));
        }

        return found;
    }

    private static async Task<List<ClusterMember>> MembersAsync(StoredEvent one, IEventStore store, CancellationToken stop)
    {
        var members = new List<ClusterMember>();
        await foreach (var member in store.ClusterOfAsync(one.Key, stop))
        {
            members.Add(member);
        }

        return members.Count > 0 ? members : [new ClusterMember(one.Key, one.Key, "opens the cluster", 1)];
    }
}
