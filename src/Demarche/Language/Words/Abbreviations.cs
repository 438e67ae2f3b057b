namespace Demarche.Language.Words;

/// <summary>Classes of abbreviations that the sentence splitter knows: titles before a name, months, words that may end a sentence. Immutable and thread-safe.</summary>
internal sealed class Abbreviations
{
    private readonly Dictionary<uint, byte> _classes;

    private Abbreviations(Dictionary<uint, byte> classes) => _classes = classes;

    /// <summary>The words, each with the number of its class, from 1.</summary>
    public static Abbreviations Of(IEnumerable<(string Word, byte Class)> words)
    {
        var classes = new Dictionary<uint, byte>();
        foreach (var (word, @class) in words)
        {
            classes[Fingerprint.OfLower(word)] = @class;
        }

        return new Abbreviations(classes);
    }

    /// <summary>Class of a word with its period, by the hash of its lower case; 0 for others.</summary>
    public byte ClassOf(uint lower) => _classes.TryGetValue(lower, out var found) ? found : (byte)0;

    /// <summary>Reads what <see cref="Write"/> wrote; null where the bytes are too few.</summary>
    public static Abbreviations? Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (bytes.Length < at + 4)
        {
            return null;
        }

        var count = BitConverter.ToInt32(bytes[at..]);
        at += 4;
        if (count < 0 || bytes.Length - at < 5L * count)
        {
            return null;
        }

        var classes = new Dictionary<uint, byte>(count);
        for (var i = 0; i < count; i++, at += 5)
        {
            classes[BitConverter.ToUInt32(bytes[at..])] = bytes[at + 4];
        }

        return new Abbreviations(classes);
    }

    /// <summary>Appends the list.</summary>
    public void Write(Stream stream)
    {
        stream.Write(BitConverter.GetBytes(_classes.Count));
        foreach (var (word, @class) in _classes.OrderBy(c => c.Key))
        {
            stream.Write(BitConverter.GetBytes(word));
            stream.WriteByte(@class);
        }
    }
}
