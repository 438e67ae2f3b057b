using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Reports.Layout;

namespace Demarche.Reports;

/// <summary>The words of <c>codebook/reports/</c> that tell the parts of a report. Immutable and thread-safe.</summary>
internal sealed class ReportWords
{
    private ReportWords(CodebookYaml trailers, CodebookYaml captions, CodebookYaml datelines, ICollection<Diagnostic> complaints)
    {
        Labels = ReadLabels(trailers, complaints);
        LinkLabels = List(trailers, "link labels", complaints);
        PageLines = List(trailers, "page lines", complaints).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        ClosingLines = Set(trailers, "closing lines", complaints);
        ClosingOpenings = List(trailers, "closing openings", complaints);
        ClosingEndings = List(trailers, "closing endings", complaints);
        BylineOpenings = Set(trailers, "byline openings", complaints);
        BylineJoints = Set(trailers, "byline joints", complaints);
        DayLineWords = Set(trailers, "day line words", complaints);
        Revising = Set(trailers, "revising", complaints);
        CreditWords = Set(captions, "credit words", complaints);
        CreditSigns = Set(captions, "credit signs", complaints);
        CreditJoints = Set(captions, "credit joints", complaints);
        PhotoAgencies = List(captions, "photo agencies", complaints);
        CaptionOpenings = List(captions, "caption openings", complaints);
        Months = ReadMonths(datelines, complaints);
        Agencies = Set(datelines, "agencies", complaints);
        PlaceJoints = Set(datelines, "place joints", complaints);
        NoPlaces = Set(datelines, "no places", complaints);
    }

    /// <summary>Labels of trailer lines in small letters, and what follows each.</summary>
    public FrozenDictionary<string, TrailerPart> Labels { get; }

    /// <summary>Openings of a line that points to another story, in small letters.</summary>
    public ImmutableArray<string> LinkLabels { get; }

    /// <summary>Lines of a web page, whole, in any case of letters.</summary>
    public FrozenSet<string> PageLines { get; }

    public FrozenSet<string> ClosingLines { get; }

    public ImmutableArray<string> ClosingOpenings { get; }

    public ImmutableArray<string> ClosingEndings { get; }

    public FrozenSet<string> BylineOpenings { get; }

    public FrozenSet<string> BylineJoints { get; }

    /// <summary>Words that stand beside a day on a line of its own, in small letters.</summary>
    public FrozenSet<string> DayLineWords { get; }

    /// <summary>First words of a line with the day of a later version: "Updated".</summary>
    public FrozenSet<string> Revising { get; }

    public FrozenSet<string> CreditWords { get; }

    public FrozenSet<string> CreditSigns { get; }

    public FrozenSet<string> CreditJoints { get; }

    public ImmutableArray<string> PhotoAgencies { get; }

    public ImmutableArray<string> CaptionOpenings { get; }

    /// <summary>Names of months, whole and cut, with their numbers.</summary>
    public FrozenDictionary<string, int> Months { get; }

    public FrozenSet<string> Agencies { get; }

    public FrozenSet<string> PlaceJoints { get; }

    public FrozenSet<string> NoPlaces { get; }

    public static ReportWords? Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        var trailers = Root(files, "reports/trailers.yaml", complaints);
        var captions = Root(files, "reports/captions.yaml", complaints);
        var datelines = Root(files, "reports/datelines.yaml", complaints);
        return trailers is null || captions is null || datelines is null
            ? null
            : new ReportWords(trailers, captions, datelines, complaints);
    }

    internal static CodebookYaml? Root(CodebookFiles files, string path, ICollection<Diagnostic> complaints)
    {
        if (files.At(path) is { } file)
        {
            return CodebookYaml.Parse(file, complaints);
        }

        complaints.Add(Diagnostics.BadCodebook("codebook/" + path, "the file is missing", "Add it, or leave it to the shipped codebook."));
        return null;
    }

    internal static ImmutableArray<string> List(CodebookYaml root, string key, ICollection<Diagnostic> complaints)
    {
        var words = root[key]?.Scalars ?? [];
        if (words.IsEmpty || words.Any(string.IsNullOrWhiteSpace))
        {
            complaints.Add(Diagnostics.BadCodebook((root[key] ?? root).Where, $"'{key}' is missing or holds an empty word", "List at least one word under it."));
        }

        return words;
    }

    internal static FrozenSet<string> Set(CodebookYaml root, string key, ICollection<Diagnostic> complaints) =>
        List(root, key, complaints).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, int> ReadMonths(CodebookYaml root, ICollection<Diagnostic> complaints)
    {
        const int MonthsOfAYear = 12;
        var months = (root["months"]?.Items ?? []).ToArray();
        if (months.Length != MonthsOfAYear)
        {
            complaints.Add(Diagnostics.BadCodebook((root["months"] ?? root).Where, $"'months' holds {months.Length} months", "List the names of the twelve months in their order, each as [January, Jan]."));
        }

        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < months.Length; i++)
        {
            foreach (var name in months[i].Scalars)
            {
                numbers[name] = i + 1;
            }
        }

        return numbers.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, TrailerPart> ReadLabels(CodebookYaml root, ICollection<Diagnostic> complaints)
    {
        var labels = new Dictionary<string, TrailerPart>(StringComparer.Ordinal);
        foreach (var (name, words) in root["labels"]?.Entries ?? [])
        {
            if (!Enum.TryParse(name, ignoreCase: true, out TrailerPart part))
            {
                complaints.Add(Diagnostics.BadCodebook(words.Where, $"'{name}' is no part of a trailer", "Use outlet, link, tags, date or other."));
            }

            foreach (var word in words.Scalars)
            {
                labels[word.ToLowerInvariant()] = part;
            }
        }

        return labels.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
