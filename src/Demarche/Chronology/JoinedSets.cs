namespace Demarche.Chronology;

/// <summary>Numbers from 0 in sets that are joined by any number of threads at once. Thread-safe.</summary>
/// <remarks>The smallest number of a set stands for it (R. Anderson and H. Woll, "Wait-free parallel algorithms for the union-find problem", 1991).</remarks>
internal sealed class JoinedSets(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];

    /// <summary>The number that stands for the set of a number; it holds once nothing more is joined.</summary>
    public int Of(int one)
    {
        while (Volatile.Read(ref _parents[one]) is var parent && parent != one)
        {
            // Halving the way; whoever changed it meanwhile set one further up.
            var above = Volatile.Read(ref _parents[parent]);
            Interlocked.CompareExchange(ref _parents[one], above, parent);
            one = above;
        }

        return one;
    }

    /// <summary>Puts two sets together.</summary>
    public void Join(int one, int other)
    {
        while (true)
        {
            (one, other) = (Of(one), Of(other));
            if (one == other || Interlocked.CompareExchange(ref _parents[Math.Max(one, other)], Math.Min(one, other), Math.Max(one, other)) == Math.Max(one, other))
            {
                return;
            }
        }
    }
}
