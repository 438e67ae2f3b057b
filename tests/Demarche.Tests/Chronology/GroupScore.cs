using Demarche.Chronology;
using Demarche.Coding.Records;

namespace Demarche.Tests.Chronology;

/// <summary>Codes and merges one half of the event groups, and scores the pairs of key events against the labels.</summary>
internal sealed class GroupScore
{
    public GroupScore(string folder, string half, Pipeline pipeline, EventMerger merger)
    {
        Reports = EventGroups.Read(folder, half);
        foreach (var report in Reports)
        {
            var events = EventGroups.Code(report, pipeline);
            Events.AddRange(events);
            if (EventGroups.Key(report, events) is { } key)
            {
                Keys[report] = key;
            }
        }

        Originals = Originals.Of(Reports.Select(r => new PrintedReport(r.Name, r.Day, ReportPrint.Of(r.Text))));
        Merged = merger.Merge(Events, MergePins.None, Originals);
        var clusters = Merged.ToLookup(m => m.Event, m => m.Cluster, StringComparer.Ordinal);
        for (var i = 0; i < Reports.Count; i++)
        {
            for (var j = i + 1; j < Reports.Count; j++)
            {
                var (a, b) = (Reports[i], Reports[j]);
                var isGold = a.Group == b.Group && a.Label == b.Label;
                var areCoded = Keys.TryGetValue(a, out var x) & Keys.TryGetValue(b, out var y);
                var isMerged = areCoded && clusters[x!.Id].Intersect(clusters[y!.Id]).Any();
                Pairs.Add(new KeyPair(a, b, isGold, areCoded, isMerged));
            }
        }
    }

    public IReadOnlyList<GroupReport> Reports { get; }

    public List<EventRecord> Events { get; } = [];

    public Dictionary<GroupReport, EventRecord> Keys { get; } = [];

    public Originals Originals { get; }

    public IReadOnlyList<MergedAct> Merged { get; }

    public List<KeyPair> Pairs { get; } = [];

    /// <summary>Pairwise precision, recall and F1, over all pairs, or over those of coded key events alone.</summary>
    public (double Precision, double Recall, double F1) Pairwise(bool codedOnly)
    {
        double right = Pairs.Count(p => p.IsGold && p.IsMerged);
        var precision = right / Math.Max(1, Pairs.Count(p => p.IsMerged));
        var recall = right / Math.Max(1, Pairs.Count(p => p.IsGold && (p.AreCoded || !codedOnly)));
        return (precision, recall, 2 * precision * recall / Math.Max(1e-9, precision + recall));
    }

    /// <summary>Pairs of one group that were merged though they are other events of a repeated one.</summary>
    public IEnumerable<KeyPair> AcrossDays => Pairs.Where(p => p is { IsMerged: true, IsGold: false });
}

/// <summary>Two reports of the groups.</summary>
/// <param name="First">One.</param>
/// <param name="Second">The other.</param>
/// <param name="IsGold">Whether they tell of the same event.</param>
/// <param name="AreCoded">Whether the key event of both was coded.</param>
/// <param name="IsMerged">Whether these were merged.</param>
internal sealed record KeyPair(GroupReport First, GroupReport Second, bool IsGold, bool AreCoded, bool IsMerged);
