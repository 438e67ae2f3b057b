using Demarche.Reports;
using NodaTime;

namespace Demarche.Coding.Records;

/// <summary>What a record says of the report that an event comes from.</summary>
internal static class Source
{
    /// <summary>Name and version of this coder.</summary>
    public static string Coder { get; } = "Demarche " + typeof(Source).Assembly.GetName().Version!.ToString(3);

    public static string? TitleOf(Report report)
    {
        foreach (var section in report.Sections)
        {
            if (section.Kind == SectionKind.Headline)
            {
                return report.Text[section.Span.Start..section.Span.End];
            }
        }

        return null;
    }

    /// <summary>The last day on which the report was written, to which what is ongoing lasts; null where nothing tells.</summary>
    public static LocalDate? DayOfReport(CodedReport coded) => coded.Stated.Mentioned.Times.Written is { HasLatest: true } written ? written.Latest : null;

    /// <summary>Why the days are thought to be so: of the report first, then of the event.</summary>
    public static IEnumerable<string> DateEvidenceOf(CodedReport coded, CodedEvent one)
    {
        var report = coded.Report;
        foreach (var evidence in coded.Stated.Mentioned.Times.Written?.Evidence ?? [])
        {
            yield return evidence.Contradicts ? "not used: " + evidence.What : evidence.What;
        }

        if (one.Date is { } date)
        {
            yield return date.Mention is { } mention ? $"'{report.Text[mention.Span.Start..mention.Span.End]}': {date.Reason}" : date.Reason;
        }
    }
}
