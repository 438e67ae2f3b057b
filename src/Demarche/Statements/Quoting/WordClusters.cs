using System.Runtime.InteropServices;
using Demarche.Language.Trained;

namespace Demarche.Statements.Quoting;

/// <summary>The classes of meaning that a word falls in, coarse and fine; 0 where it is not known.</summary>
internal readonly record struct WordCluster(ushort Coarse, ushort Fine);

/// <summary>Classes of words of like meaning, so that a rare verb of saying is known by its neighbours. Immutable and thread-safe.</summary>
/// <remarks>Layout, little-endian: number of words (int32), their hashes in ascending order (uint32 each), their coarse and fine class (uint16 each).</remarks>
internal sealed class WordClusters
{
    private readonly EvenHashes<uint> _hashes;
    private readonly WordCluster[] _clusters;

    public WordClusters(uint[] hashes, WordCluster[] clusters)
    {
        _hashes = new EvenHashes<uint>(hashes);
        _clusters = clusters;
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
    public byte[] Write() => [.. BitConverter.GetBytes(_clusters.Length), .. MemoryMarshal.AsBytes(_hashes.All), .. MemoryMarshal.AsBytes(_clusters.AsSpan())];

    /// <summary>The classes of a lemma by its hash.</summary>
    public WordCluster Of(uint lemma) => _hashes.IndexOf(lemma) is >= 0 and var at ? _clusters[at] : default;
}
