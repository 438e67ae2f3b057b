using System.Runtime.InteropServices;

namespace Demarche.Statements.Quoting;

/// <summary>The classes of meaning that a word falls in, coarse and fine; 0 where it is not known.</summary>
internal readonly record struct WordCluster(ushort Coarse, ushort Fine);

/// <summary>Classes of words of like meaning, so that a rare verb of saying is known by its neighbours. Immutable and thread-safe.</summary>
/// <remarks>Layout, little-endian: number of words (int32), their hashes in ascending order (uint32 each), their coarse and fine class (uint16 each).</remarks>
internal sealed class WordClusters
{
    private const int Bits = 14;   // of a hash; a bucket then holds about one word

    private readonly uint[] _hashes;
    private readonly WordCluster[] _clusters;
    private readonly int[] _starts = new int[(1 << Bits) + 1];   // for each beginning of a hash where those start: hashes lie evenly

    public WordClusters(uint[] hashes, WordCluster[] clusters)
    {
        _hashes = hashes;
        _clusters = clusters;
        foreach (var hash in hashes)
        {
            _starts[(int)(hash >> (32 - Bits)) + 1]++;
        }

        for (var bucket = 0; bucket < 1 << Bits; bucket++)
        {
            _starts[bucket + 1] += _starts[bucket];
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null where the bytes are of another size.</summary>
    public static WordClusters? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < sizeof(int) || BitConverter.ToInt32(bytes) is var count && bytes.Length != sizeof(int) + (count * 8L))
        {
            return null;
        }

        var body = bytes[sizeof(int)..];
        return new WordClusters(MemoryMarshal.Cast<byte, uint>(body[..(count * 4)]).ToArray(), MemoryMarshal.Cast<byte, WordCluster>(body[(count * 4)..]).ToArray());
    }

    /// <summary>The table as bytes.</summary>
    public byte[] Write() => [.. BitConverter.GetBytes(_hashes.Length), .. MemoryMarshal.AsBytes(_hashes.AsSpan()), .. MemoryMarshal.AsBytes(_clusters.AsSpan())];

    /// <summary>The classes of a lemma by its hash.</summary>
    public WordCluster Of(uint lemma)
    {
        var bucket = (int)(lemma >> (32 - Bits));
        for (var at = _starts[bucket]; at < _starts[bucket + 1]; at++)
        {
            if (_hashes[at] == lemma)
            {
                return _clusters[at];
            }
        }

        return default;
    }
}
