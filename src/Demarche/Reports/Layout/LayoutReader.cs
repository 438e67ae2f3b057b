using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace Demarche.Reports.Layout;

/// <summary>The parts of a text and what they say of it; spans point into the text that was looked at.</summary>
/// <param name="Sections">Parts in reading order.</param>
/// <param name="Trailer">The lines around the body.</param>
/// <param name="PhotoCredit">Whom the first credited caption names.</param>
/// <param name="Dateline">The dateline of the first paragraph.</param>
/// <param name="Published">Its day, where a line of the trailer gives it.</param>
internal sealed record ReportLayout(ImmutableArray<Section> Sections, Trailer Trailer, string? PhotoCredit, Dateline? Dateline, LocalDate? Published);

/// <summary>Divides a text into headline, caption, paragraphs and trailer. Immutable and thread-safe.</summary>
internal sealed class LayoutReader
{
    /// <summary>What stands above a dateline that is no headline: a caption without a credit, a summary, a line of the page.</summary>
    private const int MostParagraphsBeforeDateline = 4;

    private readonly DayReader _days;
    private readonly TrailerReader _trailers;
    private readonly CaptionReader _captions;
    private readonly DatelineReader _datelines;

    /// <summary>A reader by the words of the codebook.</summary>
    /// <param name="words">The marks of each part.</param>
    /// <param name="knownPlaces">Names of states and capitals.</param>
    public LayoutReader(ReportWords words, FrozenSet<string> knownPlaces)
    {
        _days = new DayReader(words.Months);
        _trailers = new TrailerReader(words, _days);
        _captions = new CaptionReader(words);
        _datelines = new DatelineReader(words, knownPlaces, _days);
    }

    /// <summary>All parts of a report.</summary>
    public ReportLayout Read(string text)
    {
        var lines = TextLine.Of(text);
        var trailer = _trailers.Read(text, lines);
        var sections = ImmutableArray.CreateBuilder<Section>();
        AddTrailers(lines, trailer.Lines, sections);
        var paragraphs = ParagraphJoiner.Join(text, Body(lines, trailer.Lines));
        string? credit = null;
        Dateline? dateline = null;
        LocalDate? titled = null;
        var bodyParagraphs = 0;
        var first = sections.Count;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var paragraph = paragraphs[i];
            var more = i + 1 < paragraphs.Count;
            if (_captions.Read(text, paragraph, opensReport: bodyParagraphs == 0 && more) is { } caption)
            {
                credit ??= caption.Credit;
                AddCaption(paragraph, caption, sections, first);
            }
            else if (bodyParagraphs == 0 && more && sections.Count - first < HeadlineShape.MostHeadlines && HeadlineShape.Fits(text, paragraph, paragraphs[i + 1]))
            {
                sections.Add(new Section(SectionKind.Headline, paragraph));
                titled ??= DayAtEnd(paragraph.In(text));
            }
            else
            {
                var found = dateline is null && bodyParagraphs < MostParagraphsBeforeDateline ? _datelines.Read(text, paragraph) : null;
                if (bodyParagraphs > 0 && found is not null && !(found.Place.Length > 0 && Words.AreCapitals(found.Place)))
                {
                    found = null;   // behind the first paragraph a name and a dash are more often part of a sentence
                }

                dateline ??= found;
                var start = found?.Span.End ?? paragraph.Start;
                bodyParagraphs++;
                sections.Add(new Section(SectionKind.Paragraph, TextLine.Trim(text, paragraph with { Start = start })));
            }
        }

        sections.Sort((a, b) => a.Span.CompareTo(b.Span));
        return new ReportLayout(sections.ToImmutable(), trailer, credit, dateline, _days.Read(trailer.First(TrailerPart.Date))?.Date ?? dateline?.Date ?? titled);
    }

    // "Ministers meet in Lima: 18 October 2024": a title that ends with the day of what it heads.
    private LocalDate? DayAtEnd(ReadOnlySpan<char> title) =>
        _days.Read(title) is { Date: { } day, Span: var span } && span.End >= title.TrimEnd(") ").Length && title[..span.Start].TrimEnd() is [.., ':' or '-' or '|' or ',' or '('] ? day : null;

    /// <summary>Paragraphs alone, for a text that is no whole report.</summary>
    public static ImmutableArray<Section> ReadParagraphs(string text) =>
        [.. ParagraphJoiner.Join(text, TextLine.Of(text)).Select(p => new Section(SectionKind.Paragraph, p))];

    private static void AddCaption(Span paragraph, Caption caption, ImmutableArray<Section>.Builder sections, int first)
    {
        if (!caption.Text.IsEmpty)
        {
            sections.Add(new Section(SectionKind.Caption, caption.Text));
            return;
        }

        // A credit on a line of its own makes a caption of the line above, where that opens the report.
        sections.Add(new Section(SectionKind.Trailer, paragraph));
        if (sections.Count == first + 2 && sections[first].Kind == SectionKind.Paragraph)
        {
            sections[first] = sections[first] with { Kind = SectionKind.Caption };
        }
    }

    private static List<TextLine> Body(List<TextLine> lines, bool[] trailer)
    {
        var body = new List<TextLine>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!trailer[i])
            {
                body.Add(lines[i] with { OpensBlock = lines[i].OpensBlock || (i > 0 && trailer[i - 1]) });
            }
        }

        return body;
    }

    private static void AddTrailers(List<TextLine> lines, bool[] trailer, ImmutableArray<Section>.Builder sections)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (trailer[i] && i > 0 && trailer[i - 1])
            {
                sections[^1] = new Section(SectionKind.Trailer, sections[^1].Span.Cover(lines[i].Span));
            }
            else if (trailer[i])
            {
                sections.Add(new Section(SectionKind.Trailer, lines[i].Span));
            }
        }
    }
}
