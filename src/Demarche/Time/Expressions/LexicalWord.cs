namespace Demarche.Time.Expressions;

/// <summary>A word that the codebook's patterns know, with the classes that hold it. Immutable once loaded.</summary>
internal sealed class LexicalWord(int id, string form)
{
    private readonly List<(int Class, string Value, bool NeedsCapital)> _classes = [];

    /// <summary>Number of the word.</summary>
    public int Id { get; } = id;

    /// <summary>The word in lower case.</summary>
    public string Form { get; } = form;

    /// <summary>Bit n is set where class n holds the word.</summary>
    public ulong Classes { get; private set; }

    /// <summary>Puts the word into a class; a second value for the same class is left out.</summary>
    public void Add(int @class, string value, bool needsCapital)
    {
        if (!Has(@class))
        {
            Classes |= 1UL << @class;
            _classes.Add((@class, value, needsCapital));
        }
    }

    /// <summary>Whether a class holds the word.</summary>
    public bool Has(int @class) => (Classes & (1UL << @class)) != 0;

    /// <summary>The word's value in a class, or null where it does not belong to it or lacks the capital that it needs there.</summary>
    public string? Value(int @class, bool capital)
    {
        if (Has(@class))
        {
            foreach (var (held, value, needsCapital) in _classes)
            {
                if (held == @class)
                {
                    return needsCapital && !capital ? null : value;
                }
            }
        }

        return null;
    }
}
