using System.Numerics;

namespace Demarche.Time.Expressions;

/// <summary>Every word of the patterns and word classes. Frozen once loaded; thread-safe.</summary>
internal sealed class Lexicon
{
    // A class is one bit of a word's mask.
    internal const int MostClasses = 64;

    private readonly Dictionary<string, LexicalWord> _words = new(StringComparer.Ordinal);
    private readonly List<string> _classes = [];
    private readonly ulong[] _lengths = new ulong[128];   // by first character, a bit a length of the words that start so: most words of a report are none of them
    private LexicalWord?[] _places = [];   // by length and three letters, the next free one where another has its place

    /// <summary>Number of words.</summary>
    public int Count => _words.Count;

    /// <summary>All words.</summary>
    public IEnumerable<LexicalWord> Words => _words.Values;

    /// <summary>The word with a form in lower case, made where it is new.</summary>
    public LexicalWord Word(string form)
    {
        var lower = form.ToLowerInvariant();
        if (!_words.TryGetValue(lower, out var word))
        {
            word = new LexicalWord(_words.Count, lower);
            _words.Add(lower, word);
        }

        return word;
    }

    /// <summary>Number of a class, or -1 where there is none of this name.</summary>
    public int Class(string name) => _classes.IndexOf(name);

    /// <summary>Makes a class; null where there are too many.</summary>
    public int? AddClass(string name)
    {
        var at = Class(name);
        if (at >= 0)
        {
            return at;
        }

        if (_classes.Count == MostClasses)
        {
            return null;
        }

        _classes.Add(name);
        return _classes.Count - 1;
    }

    /// <summary>Ends the loading.</summary>
    public void Freeze()
    {
        _places = new LexicalWord?[BitOperations.RoundUpToPowerOf2((uint)(4 * _words.Count) + 1)];
        foreach (var word in _words.Values.Where(w => w.Form.Length > 0))
        {
            _lengths[word.Form[0] & 127] |= 1UL << word.Form.Length;
            _places[PlaceOf(word.Form)] = word;
        }
    }

    /// <summary>The word with this form in lower case, or null.</summary>
    public LexicalWord? Find(ReadOnlySpan<char> lower) => (_lengths[lower[0] & 127] & (1UL << lower.Length)) != 0 ? _places[PlaceOf(lower)] : null;

    // Where a word stands, or the free place where it belongs.
    private int PlaceOf(ReadOnlySpan<char> word)
    {
        var letters = (uint)word.Length ^ (uint)word[0] << 5 ^ (uint)word[^1] << 12 ^ (uint)word[word.Length / 2] << 19;
        var at = (int)((letters * 0x9E3779B1) >> 12) & (_places.Length - 1);
        while (_places[at] is { } other && !word.SequenceEqual(other.Form))
        {
            at = (at + 1) & (_places.Length - 1);
        }

        return at;
    }
}
