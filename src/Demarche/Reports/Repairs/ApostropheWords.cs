using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Demarche.Reports.Repairs;

/// <summary>A contraction that is also another word.</summary>
/// <param name="Form">With its apostrophe.</param>
/// <param name="NotAfter">Words after which it is the other word.</param>
/// <param name="NotBefore">Words before which it is the other word.</param>
/// <param name="Before">The only words before which it is a contraction; empty for all others.</param>
internal sealed record DoubtfulContraction(string Form, FrozenSet<string> NotAfter, FrozenSet<string> NotBefore, FrozenSet<string> Before);

/// <summary>The words of <c>codebook/reports/apostrophes.yaml</c>. Immutable and thread-safe.</summary>
internal sealed class ApostropheWords
{
    private readonly FrozenSet<string> _heads;
    private readonly FrozenSet<string> _noHeadEndings;
    private readonly ImmutableArray<string> _headEndings;

    private ApostropheWords(CodebookYaml root, ICollection<Diagnostic> complaints)
    {
        Names = ReportWords.List(root, "names", complaints);
        OwnNames = Set("names of their own");
        PluralNouns = Set("plural nouns");
        Titles = Set("titles");
        PluralOpenings = Set("plural openings");
        NoHeads = Set("no heads");
        OddPlurals = Set("odd plurals");
        LoneNouns = Set("lone nouns");
        LoneNounOpenings = Set("openings of lone nouns");
        Days = Set("days");
        Weekdays = Set("weekdays");
        WeekdayOpenings = Set("openings of weekdays");
        TimeSpans = Set("spans of time");
        TimeSpanOpenings = Set("openings of spans");
        FullOpenings = Set("full openings");
        _heads = Set("heads");
        _headEndings = ReportWords.List(root, "head endings", complaints);
        _noHeadEndings = Set("no head endings");
        Contractions = ReportWords.List(root, "contractions", complaints).ToFrozenDictionary(Bare, StringComparer.Ordinal);
        Doubtful = (root["doubtful contractions"]?.Items ?? []).Select(i => new DoubtfulContraction(i["form"]?.Scalar ?? "", Of(i["not after"]), Of(i["not before"]), Of(i["before"])))
            .ToFrozenDictionary(d => Bare(d.Form), StringComparer.Ordinal);
        Phrases = ReportWords.List(root, "phrases", complaints).GroupBy(p => Bare(p).Split(' ')[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);

        FrozenSet<string> Set(string key) => ReportWords.Set(root, key, complaints);
    }

    public ImmutableArray<string> Names { get; }

    public FrozenSet<string> OwnNames { get; }

    public FrozenSet<string> PluralNouns { get; }

    public FrozenSet<string> Titles { get; }

    public FrozenSet<string> PluralOpenings { get; }

    public FrozenSet<string> NoHeads { get; }

    public FrozenSet<string> OddPlurals { get; }

    public FrozenSet<string> LoneNouns { get; }

    public FrozenSet<string> LoneNounOpenings { get; }

    public FrozenSet<string> Days { get; }

    public FrozenSet<string> Weekdays { get; }

    public FrozenSet<string> WeekdayOpenings { get; }

    public FrozenSet<string> TimeSpans { get; }

    public FrozenSet<string> TimeSpanOpenings { get; }

    public FrozenSet<string> FullOpenings { get; }

    /// <summary>Contractions by their form without the apostrophe.</summary>
    public FrozenDictionary<string, string> Contractions { get; }

    public FrozenDictionary<string, DoubtfulContraction> Doubtful { get; }

    /// <summary>Fixed names by their first word without the apostrophe.</summary>
    public FrozenDictionary<string, ImmutableArray<string>> Phrases { get; }

    public static ApostropheWords? Read(CodebookFiles files, ICollection<Diagnostic> complaints) =>
        ReportWords.Root(files, "reports/apostrophes.yaml", complaints) is { } root ? new ApostropheWords(root, complaints) : null;

    /// <summary>Whether a word shows that a possessive stands before it.</summary>
    public bool IsHead(string word) =>
        _heads.Contains(word)
        || (_headEndings.Any(e => word.EndsWith(e, StringComparison.Ordinal)) && !_noHeadEndings.Contains(word))
        || (word.Contains('-', StringComparison.Ordinal) && _heads.Contains(word[(word.LastIndexOf('-') + 1)..]));

    private static string Bare(string form) => form.Replace("'", "", StringComparison.Ordinal);

    private static FrozenSet<string> Of(CodebookYaml? node) => (node?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal);
}
