using System.Collections.Immutable;
using NodaTime;

namespace Demarche.Reports;

/// <summary>One published text: what was read, its parts, and what it says of itself. Immutable and thread-safe.</summary>
/// <param name="Name">The input that it came from: its path as given, with <c>#n</c> for the n-th report of a file.</param>
/// <param name="Text">The characters as read, before any repair; every <see cref="Span"/> points into it.</param>
/// <param name="Repaired">The text with its damage mended, and the way back to <paramref name="Text"/>.</param>
/// <param name="Sections">Caption, headline, paragraphs and trailer in reading order; they never overlap.</param>
public sealed record Report(string Name, string Text, RepairedText Repaired, ImmutableArray<Section> Sections)
{
    private const char FirstSurrogate = '\uD800';
    private const char LastSurrogate = '\uDFFF';

    /// <summary>Day of publication where the user or the report gives it: a line with its date, else a dateline with its year.</summary>
    public LocalDate? Published { get; init; }

    /// <summary>The day that it speaks from: <see cref="Published"/>, else one that stands in its link or name; null where none does.</summary>
    internal LocalDate? Day => Published ?? WrittenDates.In(Link) ?? WrittenDates.In(Name);

    /// <summary>Who published it: the trailer's SOURCE line, else the agency of the dateline.</summary>
    public string? Outlet { get; init; }

    /// <summary>The agency of the dateline, where <see cref="Outlet"/> is another that reprints it.</summary>
    public string? Agency => Dateline?.Agency is { } agency && !agency.Equals(Outlet, StringComparison.OrdinalIgnoreCase) ? agency : null;

    /// <summary>The trailer's LINK.</summary>
    public string? Link { get; init; }

    /// <summary>The trailer's TAGS, in order.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The agency or person that a caption credits: "(Photo by Reuters)" gives Reuters.</summary>
    public string? PhotoCredit { get; init; }

    /// <summary>"WASHINGTON (AP) --": place, agency and day that open a wire story.</summary>
    public Dateline? Dateline { get; init; }

    /// <summary>The same range counted in Unicode code points, as programs outside .NET count.</summary>
    public Span CodePoints(Span span)
    {
        var start = CodePointCount(0, span.Start);
        return new Span(start, start + CodePointCount(span.Start, span.End));
    }

    private int CodePointCount(int from, int to)
    {
        var count = to - from;
        for (var i = from; ; i += 2)
        {
            var next = Text.AsSpan(i, to - i).IndexOfAnyInRange(FirstSurrogate, LastSurrogate);
            if (next < 0 || (i += next) + 1 >= to)
            {
                return count;
            }

            if (char.IsSurrogatePair(Text[i], Text[i + 1]))
            {
                count--;
            }
            else
            {
                i--;
            }
        }
    }
}

/// <summary>A part of a report.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands in the report as read, without the white space around it.</param>
public readonly record struct Section(SectionKind Kind, Span Span);

/// <summary>What a part of a report is.</summary>
public enum SectionKind
{
    /// <summary>A title line above the body.</summary>
    Headline,

    /// <summary>The text under a photo, without its credit.</summary>
    Caption,

    /// <summary>A paragraph of the body.</summary>
    Paragraph,

    /// <summary>SOURCE, LINK and TAGS lines and the like: never read for events.</summary>
    Trailer,
}

/// <summary>The opening of a wire story.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Place">Place of filing, as written.</param>
/// <param name="Agency">News agency, where one is named.</param>
/// <param name="Day">Day as written ("Dec. 4"), where there is one.</param>
public sealed record Dateline(Span Span, string Place, string? Agency, string? Day)
{
    /// <summary>Month and day of <see cref="Day"/>.</summary>
    public AnnualDate? Anniversary { get; init; }

    /// <summary>The whole day, where its year is printed too.</summary>
    public LocalDate? Date { get; init; }
}
