namespace Demarche.Chronology;

/// <summary>One run of merging.</summary>
internal sealed class Merging(ActMatcher matcher, MatchWeights weights, MergePins pins)
{
    private readonly OpenClusters _open = new();
    private readonly Dictionary<string, Cluster> _pinned = new(StringComparer.Ordinal);

    /// <summary>The cluster of each act; the best known acts come first.</summary>
    public List<MergedAct> Of(IReadOnlyList<ActSketch> sketches)
    {
        var merged = new List<MergedAct>(sketches.Count);
        foreach (var one in sketches)
        {
            var (cluster, with, score) = Best(one);
            if (cluster is null)
            {
                cluster = new Cluster(one);
                cluster.Ban(pins.KeptApart(one.Id));
            }
            else
            {
                cluster.Add(one, pins.KeptApart(one.Id));
            }

            _open.Add(cluster, one);
            if (pins.GroupOf(one.Id) is { } group)
            {
                _pinned.TryAdd(group, cluster);
            }

            merged.Add(new MergedAct(one.Id, cluster.First.Id, with, score));
        }

        return merged;
    }

    private (Cluster? Cluster, string? With, double Score) Best(ActSketch one)
    {
        if (pins.GroupOf(one.Id) is { } group && _pinned.TryGetValue(group, out var decided))
        {
            return (decided, decided.First.Id, 0);
        }

        (Cluster? Cluster, ActSketch? With, double Score) best = (null, null, weights.Threshold);
        var second = double.NegativeInfinity;
        foreach (var cluster in _open.Near(one))
        {
            var (score, with) = cluster.Score(one, matcher);
            if (with is null)
            {
                continue;
            }

            // Of equals the one that was opened by the smaller id, whatever the order of the blocks.
            if (score > best.Score || score == best.Score && (best.Cluster is null || string.CompareOrdinal(cluster.First.Id, best.Cluster.First.Id) < 0))
            {
                second = best.Cluster is null ? second : best.Score;
                best = (cluster, with, score);
            }
            else
            {
                second = Math.Max(second, score);
            }
        }

        // An act without a day of its own that fits two clusters alike belongs to neither for certain.
        return best.Cluster is null || one.Basis == DayBasis.Open && best.Score - second < weights.Lead ? (null, null, 0) : (best.Cluster, best.With!.Id, Math.Round(best.Score, 2));
    }
}
