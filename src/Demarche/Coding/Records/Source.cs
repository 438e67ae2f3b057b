using Demarche.Reports;
using NodaTime.Text;

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

    public static string? EarliestOf(Report report) => report.Published is { } day ? LocalDatePattern.Iso.Format(day) : null;

    public static string? LatestOf(Report report) => report.Published is { } day ? LocalDatePattern.Iso.Format(day) : null;

    /// <summary>Why the days are thought to be so: of the report first, then of the event.</summary>
    public static IEnumerable<string> DateEvidenceOf(Report report, CodedEvent one)
    {
        if (report.Published is not null)
        {
            yield return "day of publication given";
        }

        if (one.Date is { } date)
        {
            yield return date.Mention is { } mention ? $"'{report.Text[mention.Span.Start..mention.Span.End]}': {date.Reason}" : date.Reason;
        }
    }
}
