using System.Collections.Immutable;
using Demarche.Reports;
using NodaTime;

namespace Demarche.Time;

/// <summary>Dates a report that prints no date, from what it says.</summary>
public static class ReportDating
{
    /// <summary>The date of a report whose day is given.</summary>
    internal static ReportDate Given(LocalDate day) => new(day, day, [new DateEvidence(null, "the day is given", false)]);

    /// <summary>Between which days the report was written, or null where nothing tells.</summary>
    internal static ReportDate? Date(Report report, ImmutableArray<TimeExpression> expressions) => null;
}
