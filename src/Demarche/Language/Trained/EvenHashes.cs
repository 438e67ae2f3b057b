using System.Numerics;

namespace Demarche.Language.Trained;

/// <summary>Finds a hash among many in one or two looks at memory: hashes lie evenly, so that about one has each beginning. Immutable and thread-safe.</summary>
/// <typeparam name="T">A whole number without sign.</typeparam>
internal sealed class EvenHashes<T>
    where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
{
    private readonly T[] _ascending;
    private readonly int[] _starts;   // for each beginning of a hash where those start, and where the last end
    private readonly int _shift;

    /// <summary>Takes over the hashes, which stand in ascending order.</summary>
    public EvenHashes(T[] ascending)
    {
        _ascending = ascending;
        var bits = Math.Max(BitOperations.Log2((uint)ascending.Length), 1);
        _shift = (8 * T.Zero.GetByteCount()) - bits;
        _starts = new int[(1 << bits) + 1];
        foreach (var hash in ascending)
        {
            _starts[Beginning(hash) + 1]++;
        }

        for (var beginning = 0; beginning < 1 << bits; beginning++)
        {
            _starts[beginning + 1] += _starts[beginning];
        }
    }

    /// <summary>The hashes, ascending.</summary>
    public ReadOnlySpan<T> All => _ascending;

    /// <summary>Where a hash stands among all, or -1.</summary>
    public int IndexOf(T hash)
    {
        var beginning = Beginning(hash);
        for (var at = _starts[beginning]; at < _starts[beginning + 1]; at++)
        {
            if (_ascending[at] == hash)
            {
                return at;
            }
        }

        return -1;
    }

    private int Beginning(T hash) => int.CreateTruncating(hash >> _shift);
}
