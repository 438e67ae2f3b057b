namespace Demarche.Time.Expressions;

/// <summary>From an atom to the patterns of some rules that can be met from it on, in the order of the rules. Immutable and thread-safe once built.</summary>
/// <remarks>Only patterns that surely fail are left out; at "the" most do, by what stands behind it: mostly a word that no pattern knows.</remarks>
internal sealed class StartIndex
{
    private readonly Starts?[] _byWord;
    private readonly Starts _byDigits;

    /// <summary>Indexes rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="words">All words by their numbers.</param>
    /// <param name="openings">Reads how patterns open.</param>
    public StartIndex(IEnumerable<TimeRule> rules, LexicalWord[] words, PatternOpenings openings)
    {
        var byWord = new List<PatternStart>?[words.Length];
        var byDigits = new List<PatternStart>();
        foreach (var rule in rules)
        {
            foreach (var pattern in rule.Patterns)
            {
                foreach (var (first, second) in openings.Of(pattern))
                {
                    var start = new PatternStart(rule, pattern, second);
                    if (first.Digits)
                    {
                        byDigits.Add(start);
                    }

                    foreach (var word in words)
                    {
                        if (first.Has(word))
                        {
                            (byWord[word.Id] ??= []).Add(start);
                        }
                    }
                }
            }
        }

        _byWord = Array.ConvertAll(byWord, starts => starts is null ? null : Starts.Of(starts));
        _byDigits = Starts.Of(byDigits);
    }

    /// <summary>The patterns that may start at an atom; a pattern that opens in several ways comes as often.</summary>
    public ReadOnlySpan<PatternStart> At(List<Atom> atoms, int at)
    {
        var first = atoms[at];
        if ((first.Kind == AtomKind.Digits ? _byDigits : first.Word is { } word ? _byWord[word.Id] : null) is not { } starts)
        {
            return [];
        }

        return at + 1 >= atoms.Count ? starts.BeforeOther
            : atoms[at + 1].Kind == AtomKind.Digits ? starts.BeforeDigits
            : atoms[at + 1].Word is null ? starts.BeforeOther
            : starts.All;
    }

    // The patterns that open with one atom: all, those that may go on with digits, and those that may with what no pattern knows.
    private sealed record Starts(PatternStart[] All, PatternStart[] BeforeDigits, PatternStart[] BeforeOther)
    {
        public static Starts Of(List<PatternStart> all) =>
            new([.. all], [.. all.Where(s => s.Second.Digits || s.Second.Anything)], [.. all.Where(s => s.Second.Anything)]);
    }
}
