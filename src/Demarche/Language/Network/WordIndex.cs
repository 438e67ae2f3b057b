using System.Runtime.InteropServices;

namespace Demarche.Language.Network;

/// <summary>From a lower-case word to its rows in the tables: a hash table that lies ready in the model file. Immutable and thread-safe.</summary>
internal sealed class WordIndex
{
    private const uint WordKind = 0;
    private readonly ReadOnlyMemory<byte> _slots;

    internal WordIndex(ReadOnlyMemory<byte> slots) => _slots = slots;

    /// <summary>Rows of a word, -1 where it has none.</summary>
    internal WordRows Find(ReadOnlySpan<char> lower)
    {
        var slots = MemoryMarshal.Cast<byte, Slot>(_slots.Span);
        var key = WordHash.Of(lower, WordKind) | 1;
        for (var at = (int)(key >> 1) & (slots.Length - 1); slots[at].Key != 0; at = (at + 1) & (slots.Length - 1))
        {
            if (slots[at].Key == key)
            {
                return slots[at].Rows;
            }
        }

        return WordRows.None;
    }

    /// <summary>Lays out an index.</summary>
    internal static byte[] Build(IReadOnlyDictionary<string, WordRows> words)
    {
        var size = 16;
        while (size * 2 < words.Count * 3)
        {
            size *= 2;
        }

        var slots = new Slot[size];
        foreach (var (word, rows) in words.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            var key = WordHash.Of(word, WordKind) | 1;
            var at = (int)(key >> 1) & (size - 1);
            while (slots[at].Key != 0 && slots[at].Key != key)
            {
                at = (at + 1) & (size - 1);
            }

            slots[at] = new Slot(key, rows);
        }

        return MemoryMarshal.AsBytes<Slot>(slots).ToArray();
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Slot(ulong Key, WordRows Rows);
}

/// <summary>Where a word's vectors stand, -1 for nowhere.</summary>
/// <param name="Vector">Row of its pretrained vector.</param>
/// <param name="Word">Row of the vector trained with the network.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct WordRows(int Vector, int Word)
{
    /// <summary>A word that neither table knows.</summary>
    internal static WordRows None { get; } = new(-1, -1);
}
