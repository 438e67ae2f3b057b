namespace Demarche.Language.Words;

/// <summary>Words of letters alone that may hold two words: "cannot", "gonna", "dont". Learned from the treebanks. Immutable and thread-safe.</summary>
internal sealed class FusedWords
{
    // A word longer than this is never in the list: the places of its breaks are the bits of a number.
    private const int Longest = 15;
    private readonly Dictionary<uint, ushort> _breaks;

    private FusedWords(Dictionary<uint, ushort> breaks) => _breaks = breaks;

    /// <summary>The words with the offsets at which they may break.</summary>
    public static FusedWords Of(IEnumerable<(uint Word, ushort Breaks)> words) => new(words.ToDictionary(w => w.Word, w => w.Breaks));

    /// <summary>The set of breaks of a word, or 0 where it is too long to be in a list.</summary>
    public static ushort BreakAt(int offset) => offset is > 0 and < Longest ? (ushort)(1 << offset) : (ushort)0;

    /// <summary>Where a word may break: bit n is set for a break before its n-th character; 0 for other words.</summary>
    /// <param name="word">Hash of the word in lower case.</param>
    /// <param name="length">Its length.</param>
    public ushort BreaksOf(uint word, int length) => length <= Longest && _breaks.TryGetValue(word, out var breaks) ? breaks : (ushort)0;

    /// <summary>Reads what <see cref="Write"/> wrote; null where the bytes are too few.</summary>
    public static FusedWords? Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (bytes.Length < at + 4)
        {
            return null;
        }

        var count = BitConverter.ToInt32(bytes[at..]);
        at += 4;
        if (count < 0 || bytes.Length - at < 6L * count)
        {
            return null;
        }

        var words = new Dictionary<uint, ushort>(count);
        for (var i = 0; i < count; i++, at += 6)
        {
            words[BitConverter.ToUInt32(bytes[at..])] = BitConverter.ToUInt16(bytes[(at + 4)..]);
        }

        return new FusedWords(words);
    }

    /// <summary>Appends the list.</summary>
    public void Write(Stream stream)
    {
        stream.Write(BitConverter.GetBytes(_breaks.Count));
        foreach (var (word, breaks) in _breaks.OrderBy(w => w.Key))
        {
            stream.Write(BitConverter.GetBytes(word));
            stream.Write(BitConverter.GetBytes(breaks));
        }
    }
}
