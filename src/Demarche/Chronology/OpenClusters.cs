namespace Demarche.Chronology;

/// <summary>The clusters that are growing, by the acts in them.</summary>
internal sealed class OpenClusters
{
    private readonly ActBlocks<Cluster> _blocks = new();

    public void Add(Cluster cluster, ActSketch one)
    {
        foreach (var block in _blocks.Own(one))
        {
            if (!block.Contains(cluster))
            {
                block.Add(cluster);
            }
        }
    }

    /// <summary>Each cluster that an act may belong to, once.</summary>
    public IEnumerable<Cluster> Near(ActSketch one) => _blocks.Near(one).SelectMany(block => block).Distinct();
}
