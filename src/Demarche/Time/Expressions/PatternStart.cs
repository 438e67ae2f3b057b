namespace Demarche.Time.Expressions;

/// <summary>A pattern that can be met from an atom on, and what the atom after it must be for that.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Pattern">One of its patterns.</param>
/// <param name="Second">The atoms that can stand second.</param>
internal readonly record struct PatternStart(TimeRule Rule, Pattern Pattern, AtomSet Second);

/// <summary>A set of atoms: words by their numbers, runs of digits, or whatever there is, the end of the sentence too.</summary>
/// <param name="words">Number of words that there are.</param>
internal sealed class AtomSet(int words)
{
    private readonly ulong[] _words = new ulong[(words + 63) / 64];

    /// <summary>Whether runs of digits belong to it.</summary>
    public bool Digits { get; set; }

    /// <summary>Whether whatever there is belongs to it.</summary>
    public bool Anything { get; set; }

    /// <summary>Whether a word belongs to it.</summary>
    public bool Has(LexicalWord word) => (_words[word.Id >> 6] & (1UL << word.Id)) != 0;

    /// <summary>Puts a word into it.</summary>
    public void Add(LexicalWord word) => _words[word.Id >> 6] |= 1UL << word.Id;

    /// <summary>Puts all of another set into it.</summary>
    public void Add(AtomSet other)
    {
        Digits |= other.Digits;
        Anything |= other.Anything;
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] |= other._words[i];
        }
    }

    /// <summary>Whether the atom at a place belongs to it.</summary>
    public bool Has(List<Atom> atoms, int at)
    {
        if (Anything)
        {
            return true;
        }

        if (at >= atoms.Count)
        {
            return false;
        }

        var atom = atoms[at];
        return atom.Kind == AtomKind.Digits && Digits || atom.Word is { } word && Has(word);
    }
}
