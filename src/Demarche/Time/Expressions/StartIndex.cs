namespace Demarche.Time.Expressions;

/// <summary>From an atom to the patterns of some rules that can be met from it on, in the order of the rules. Immutable and thread-safe once built.</summary>
/// <remarks>Only patterns that surely fail are left out; at "the" most do, by the word behind it.</remarks>
internal sealed class StartIndex
{
    private readonly PatternStart[]?[] _byWord;
    private readonly PatternStart[] _byDigits;

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

        _byWord = Array.ConvertAll(byWord, starts => starts?.ToArray());
        _byDigits = [.. byDigits];
    }

    /// <summary>The patterns that may start at an atom; a pattern that opens in several ways comes as often.</summary>
    public ReadOnlySpan<PatternStart> At(in Atom atom) => atom.Kind == AtomKind.Digits ? _byDigits : atom.Word is { } word ? _byWord[word.Id] : null;
}
