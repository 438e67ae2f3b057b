using System.Runtime.InteropServices;

namespace Demarche.Chronology;

/// <summary>The blocks: clusters by who takes part and when, so that an act is compared only with those that it may belong to.</summary>
internal sealed class OpenClusters
{
    private readonly Dictionary<(int Who, DayBlock When), List<Cluster>> _blocks = [];

    public void Add(Cluster cluster, ActSketch one)
    {
        foreach (var who in one.Sides)
        {
            foreach (var when in DayBlocks.Own(one))
            {
                ref var block = ref CollectionsMarshal.GetValueRefOrAddDefault(_blocks, (who, when), out _);
                block ??= new List<Cluster>(1);
                if (!block.Contains(cluster))
                {
                    block.Add(cluster);
                }
            }
        }
    }

    /// <summary>Each cluster that an act may belong to, once.</summary>
    public IEnumerable<Cluster> Near(ActSketch one)
    {
        var seen = new HashSet<Cluster>();
        foreach (var who in one.Sides)
        {
            foreach (var when in DayBlocks.Reach(one))
            {
                foreach (var cluster in _blocks.GetValueOrDefault((who, when)) ?? [])
                {
                    if (seen.Add(cluster))
                    {
                        yield return cluster;
                    }
                }
            }
        }
    }
}
