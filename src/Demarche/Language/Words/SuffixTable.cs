using System.Runtime.InteropServices;

namespace Demarche.Language.Words;

/// <summary>A decision list over the ends of words: the longest known ending decides, and a whole word is the longest of all. Immutable and thread-safe.</summary>
/// <remarks>
/// An open-addressing table of 32-bit hashes; two different endings may meet in one hash once in some hundred thousand looks.
/// Layout, little-endian: binary logarithm of the size (int32), keys (uint32 each, 0 for a free slot), decisions (uint16 each).
/// </remarks>
internal sealed class SuffixTable
{
    /// <summary>Longer endings are not learned, short of the whole word.</summary>
    public const int LongestSuffix = 8;

    private readonly uint[] _keys;
    private readonly ushort[] _decisions;

    private SuffixTable(uint[] keys, ushort[] decisions)
    {
        _keys = keys;
        _decisions = decisions;
    }

    /// <summary>A table of the given keys and decisions.</summary>
    public static SuffixTable Of(IReadOnlyCollection<(uint Key, ushort Decision)> entries)
    {
        var size = 16;
        while (size < entries.Count * 2)
        {
            size *= 2;
        }

        var table = new SuffixTable(new uint[size], new ushort[size]);
        foreach (var (key, decision) in entries)
        {
            var at = table.Slot(key);
            table._keys[at] = key;
            table._decisions[at] = decision;
        }

        return table;
    }

    /// <summary>Key of a whole word in lower case.</summary>
    public static uint WordKey(ReadOnlySpan<char> lower, uint tag) => NotZero(Fingerprint.Mix(1, Fingerprint.Of(lower), tag));

    /// <summary>Key of the last <paramref name="length"/> characters of a word in lower case.</summary>
    public static uint SuffixKey(ReadOnlySpan<char> lower, int length, uint tag) => NotZero(Fingerprint.Mix(2, Fingerprint.Of(lower[^length..]), tag));

    /// <summary>The decision for a word; <paramref name="otherwise"/> where nothing of it is known.</summary>
    public ushort Decide(ReadOnlySpan<char> lower, uint tag, ushort otherwise)
    {
        if (Find(WordKey(lower, tag), out var found))
        {
            return found;
        }

        for (var length = Math.Min(lower.Length, LongestSuffix); length >= 0; length--)
        {
            if (Find(SuffixKey(lower, length, tag), out found))
            {
                return found;
            }
        }

        return otherwise;
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null where the bytes are too few.</summary>
    public static SuffixTable? Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (bytes.Length < at + 4)
        {
            return null;
        }

        var bits = BitConverter.ToInt32(bytes[at..]);
        if (bits is < 4 or > 24 || bytes.Length < at + 4 + (6 << bits))
        {
            return null;
        }

        var keys = MemoryMarshal.Cast<byte, uint>(bytes.Slice(at + 4, 4 << bits)).ToArray();
        var decisions = MemoryMarshal.Cast<byte, ushort>(bytes.Slice(at + 4 + (4 << bits), 2 << bits)).ToArray();
        at += 4 + (6 << bits);
        return Array.IndexOf(keys, 0u) < 0 ? null : new SuffixTable(keys, decisions);
    }

    /// <summary>Appends the table.</summary>
    public void Write(Stream stream)
    {
        stream.Write(BitConverter.GetBytes(int.Log2(_keys.Length)));
        stream.Write(MemoryMarshal.AsBytes(_keys.AsSpan()));
        stream.Write(MemoryMarshal.AsBytes(_decisions.AsSpan()));
    }

    private bool Find(uint key, out ushort decision)
    {
        var at = Slot(key);
        decision = _decisions[at];
        return _keys[at] == key;
    }

    private int Slot(uint key)
    {
        var mask = _keys.Length - 1;
        var at = (int)(key & (uint)mask);
        while (_keys[at] != 0 && _keys[at] != key)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private static uint NotZero(uint key) => key == 0 ? 1 : key;
}
