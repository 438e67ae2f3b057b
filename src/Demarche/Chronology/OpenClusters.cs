using System.Runtime.InteropServices;

namespace Demarche.Chronology;

/// <summary>The blocks: clusters by who takes part and when, so that an act is compared only with those that it may belong to.</summary>
/// <remarks>Short acts lie under each of their days, those of a month or a season under each month, longer ones under the year in which they start.</remarks>
internal sealed class OpenClusters
{
    private const int Short = 10;
    private const int Season = 100;
    private const int Month = 31;
    private readonly Dictionary<(int Who, int When, Grain Grain), List<Cluster>> _blocks = [];

    private enum Grain : byte
    {
        Day,
        Month,
        Year,
    }

    public void Add(Cluster cluster, ActSketch one)
    {
        foreach (var who in Sides(one))
        {
            foreach (var (when, grain) in Own(one))
            {
                ref var block = ref CollectionsMarshal.GetValueRefOrAddDefault(_blocks, (who, when, grain), out _);
                block ??= new List<Cluster>(1);
                if (!block.Contains(cluster))
                {
                    block.Add(cluster);
                }
            }
        }
    }

    /// <summary>Each cluster that an act may belong to, once, in the order in which they were opened.</summary>
    public IEnumerable<Cluster> Near(ActSketch one)
    {
        var seen = new HashSet<Cluster>();
        foreach (var who in Sides(one))
        {
            foreach (var (when, grain) in Reach(one))
            {
                foreach (var cluster in _blocks.GetValueOrDefault((who, when, grain)) ?? [])
                {
                    if (seen.Add(cluster))
                    {
                        yield return cluster;
                    }
                }
            }
        }
    }

    private static int[] Sides(ActSketch one) => one.Recipients.Length == 0 ? one.Actors : Sets.Union(one.Actors, one.Recipients);

    private static IEnumerable<(int When, Grain Grain)> Own(ActSketch one) =>
        one.Width <= Short ? Each(one.Start, one.End, 1, Grain.Day) : one.Width <= Season ? Each(one.Start, one.End, Month, Grain.Month) : [(one.Start / 365, Grain.Year)];

    private static IEnumerable<(int When, Grain Grain)> Reach(ActSketch one) =>
        one.Width > Season ? [(one.Start / 365, Grain.Year)]
        : Each(one.Start - 1, one.End + 1, 1, Grain.Day).Concat(Each(one.Start, one.End, Month, Grain.Month)).Append((one.Start / 365, Grain.Year));

    private static IEnumerable<(int When, Grain Grain)> Each(int start, int end, int step, Grain grain)
    {
        for (var at = start / step; at <= end / step; at++)
        {
            yield return (at, grain);
        }
    }
}
