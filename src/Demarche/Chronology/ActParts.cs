namespace Demarche.Chronology;

/// <summary>Parts into which acts fall that have nothing to do with each other: each is merged by itself, and all together are what merging at once would give.</summary>
/// <remarks>
/// Two acts are in one part where a chain of pairs leads from one to the other, each near enough for the pair to matter: with so many points that one may
/// join the other's cluster, or be the runner-up that keeps it from another. A cluster grows along such pairs only, so that none reaches into two parts.
/// Pairs are scored side by side in any order, since only whether they are joined matters.
/// </remarks>
internal sealed class ActParts(ActMatcher matcher, MatchWeights weights, MergePins pins)
{
    /// <summary>The parts, each in the order of the acts.</summary>
    /// <param name="acts">The acts in the order in which they are merged.</param>
    /// <param name="jobs">Threads.</param>
    public IReadOnlyList<IReadOnlyList<ActSketch>> Of(IReadOnlyList<ActSketch> acts, int jobs)
    {
        var sets = new JoinedSets(acts.Count);
        JoinPinned(acts, sets);
        var blocks = Blocks(acts);
        Parallel.For(0, acts.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, () => new int[acts.Count], (i, _, seen) => JoinNear(acts, i, blocks, sets, seen), _ => { });
        return [.. Enumerable.Range(0, acts.Count).GroupBy(sets.Of, i => acts[i]).Select(g => g.ToList())];
    }

    // What the user has put together is one part, however far apart.
    private void JoinPinned(IReadOnlyList<ActSketch> acts, JoinedSets sets)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < acts.Count; i++)
        {
            if (pins.GroupOf(acts[i].Id) is { } group && !first.TryAdd(group, i))
            {
                sets.Join(first[group], i);
            }
        }
    }

    private static ActBlocks<int> Blocks(IReadOnlyList<ActSketch> acts)
    {
        var blocks = new ActBlocks<int>();
        for (var i = 0; i < acts.Count; i++)
        {
            foreach (var block in blocks.Own(acts[i]))
            {
                block.Add(i);
            }
        }

        return blocks;
    }

    // Joins an act with those before it that are near. Of each act, seen holds the last that was compared with it, plus one.
    private int[] JoinNear(IReadOnlyList<ActSketch> acts, int i, ActBlocks<int> blocks, JoinedSets sets, int[] seen)
    {
        var one = acts[i];
        foreach (var block in blocks.Near(one))
        {
            foreach (var j in block)
            {
                if (j >= i)
                {
                    break;
                }

                if (seen[j] != i + 1)
                {
                    seen[j] = i + 1;
                    if (sets.Of(i) != sets.Of(j) && matcher.Score(one, acts[j]) >= weights.Threshold - weights.Lead)
                    {
                        sets.Join(i, j);
                    }
                }
            }
        }

        return seen;
    }
}
