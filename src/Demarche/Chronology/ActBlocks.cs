using System.Runtime.InteropServices;

namespace Demarche.Chronology;

/// <summary>What is filed by who takes part in an act and when, so that an act is compared only with those that it may belong to. To look from several threads is safe while nothing is filed.</summary>
/// <typeparam name="T">What is filed.</typeparam>
internal sealed class ActBlocks<T>
{
    private readonly Dictionary<(int Who, DayBlock When), List<T>> _blocks = [];

    /// <summary>The blocks in which an act lies, made where they are new.</summary>
    public IEnumerable<List<T>> Own(ActSketch one)
    {
        foreach (var who in one.Sides)
        {
            foreach (var when in DayBlocks.Own(one))
            {
                yield return Block((who, when));
            }
        }
    }

    /// <summary>The blocks in which a later act looks for one that it may belong to.</summary>
    public IEnumerable<List<T>> Near(ActSketch one)
    {
        foreach (var who in one.Sides)
        {
            foreach (var when in DayBlocks.Reach(one))
            {
                if (_blocks.TryGetValue((who, when), out var block))
                {
                    yield return block;
                }
            }
        }
    }

    private List<T> Block((int Who, DayBlock When) key)
    {
        ref var block = ref CollectionsMarshal.GetValueRefOrAddDefault(_blocks, key, out _);
        return block ??= new List<T>(1);
    }
}
