using System.Collections.Immutable;

namespace Demarche.Time.Expressions;

/// <summary>All rules of codebook/time with indexes from the first word to the patterns that may start there. Immutable and thread-safe.</summary>
internal sealed class RuleBook
{
    private readonly StartIndex _starts;
    private readonly StartIndex[] _groupStarts;

    /// <summary>Indexes the rules and freezes the lexicon.</summary>
    public RuleBook(Lexicon lexicon, ImmutableArray<TimeRule> rules, int groups)
    {
        Lexicon = lexicon;
        Rules = rules;
        MostSlots = rules.Select(r => r.Slots.Length).DefaultIfEmpty().Max();
        Numerals = new Numerals(lexicon);
        lexicon.Freeze();

        var words = lexicon.Words.ToArray();
        LexicalWord[] numerals = [.. words.Where(w => w.Form == "'" || TimeRuleReader.NumericClasses.Any(c => w.Has(lexicon.Class(c))))];
        TimeRule[][] parts = [.. Enumerable.Range(0, groups).Select(g => rules.Where(r => r.Groups.Contains(g)).ToArray())];
        var openings = new PatternOpenings(parts, words, numerals);
        _starts = new StartIndex(rules.Where(r => !r.OnlyPart), words, openings);
        _groupStarts = Array.ConvertAll(parts, p => new StartIndex(p, words, openings));
    }

    /// <summary>Outlets that write the day before the month: "5/7/2020" is the fifth of July.</summary>
    public ImmutableArray<string> DayFirstOutlets { get; init; } = [];

    /// <summary>Words and classes.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Rules in file order; of two as long, the first holds.</summary>
    public ImmutableArray<TimeRule> Rules { get; }

    /// <summary>Most slots that a rule has.</summary>
    public int MostSlots { get; }

    /// <summary>Reader of numerals.</summary>
    public Numerals Numerals { get; }

    /// <summary>The patterns that may start at an atom.</summary>
    public ReadOnlySpan<PatternStart> StartingAt(List<Atom> atoms, int at) => _starts.At(atoms, at);

    /// <summary>The same for the rules of a group.</summary>
    public ReadOnlySpan<PatternStart> StartingAt(List<Atom> atoms, int at, int group) => _groupStarts[group].At(atoms, at);
}
