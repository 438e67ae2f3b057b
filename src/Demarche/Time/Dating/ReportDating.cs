using System.Collections.Immutable;
using Demarche.Reports;
using NodaTime;

namespace Demarche.Time.Dating;

/// <summary>Dates a report that prints no date, from what it says. Immutable and thread-safe.</summary>
/// <remarks>
/// Bounds are taken in order of trust: a date in the link or file name, dates told and awaited, offices held, elections; what is told is trusted less than two offices that began later. One that leaves
/// no day together with those before it is kept as a contradiction and not used.
/// </remarks>
internal sealed class ReportDating(OfficeTerms terms, Elections elections)
{
    // Where only one end is known the other is this far: too wide to date by, and said so.
    private const int OpenYears = 30;
    private const int LongestYear = 400;
    private const int MostAgainst = 2;     // so many who came to office later are believed before a word that speaks against them all
    private const int MostOpenYears = 5;   // the days of the week come round again after five or six

    /// <summary>The date of a report whose day is given.</summary>
    public static ReportDate Given(LocalDate day) => new(day, day, [new DateEvidence(null, "the day is given", false)]);

    /// <summary>Between which days the report was written, or null where nothing tells.</summary>
    /// <param name="report">The report.</param>
    /// <param name="expressions">Its expressions, resolved without a day.</param>
    public ReportDate? Date(Report report, ImmutableArray<TimeExpression> expressions)
    {
        var text = report.Text;
        var bounds = new Bounds();
        foreach (var (name, what) in new[] { (report.Link, "link"), (report.Name, "name") })
        {
            if (WrittenDates.In(name) is { } day)
            {
                bounds.Take(new Clue(day, day, null, $"the {what} holds {TimexValue.Day(day)}"));
            }
        }

        // "GENEVA, March 3 (AP)" under a photo of "March 3, 2019".
        if (report.Dateline is { Anniversary: { } sent } && expressions.FirstOrDefault(e => e.Interval is { End: { } last } on && on.Start == last && last == sent.InYear(last.Year)) is { Interval.Start: var pictured } named && !SpokenDates.Awaited(named))
        {
            bounds.Take(new Clue(pictured, pictured, named.Span, $"\"{SpokenDates.Words(named, text)}\" is the day of the dateline"));
        }

        var held = terms.In(text).ToArray();
        var offices = held.Select(h => InOffice(h.Span, h.Name, h.Terms)).OrderByDescending(c => c.Earliest).ToArray();
        var late = new List<Clue>();
        foreach (var clue in SpokenDates.WithYear(expressions, text).Concat(SpokenDates.Comparisons(expressions, text)).Concat(SpokenDates.BusinessYears(expressions, text)).Concat(SpokenDates.LastMonths(expressions, text))
                     .Concat(SpokenDates.Fresh(expressions, text, OpeningOf(report))))
        {
            if (offices.Count(clue.IsBefore) < MostAgainst)
            {
                bounds.Take(clue);
            }
            else
            {
                late.Add(clue);   // "applied to join in May 2022" is not yet to come where two of the ministers came later
            }
        }

        foreach (var clue in offices.Concat(late))
        {
            bounds.Take(clue);
        }

        // Who held an office twice: the term in which the others were in office too.
        foreach (var (span, name, of) in held.Where(h => h.Terms.Length > 1))
        {
            var left = of.Where(t => (bounds.Latest is not { } latest || t.Start <= latest) && (bounds.Earliest is not { } earliest || t.End is not { } end || end >= earliest)).ToArray();
            if (left.Length > 0)
            {
                bounds.Take(InOffice(span, name, left));
            }
        }

        if (bounds.Earliest is { } earliest)
        {
            foreach (var clue in elections.Coming(expressions, text, earliest))
            {
                bounds.Take(clue);
            }

            // "In May" tells only where the year is all but known.
            if (bounds.Latest is { } last && Period.DaysBetween(earliest, last) <= LongestYear)
            {
                foreach (var clue in SpokenDates.ComingMonths(expressions, text, earliest))
                {
                    bounds.Take(clue);
                }
            }
        }

        if (report.Dateline is { Anniversary: { } filed } dateline && bounds.Earliest is { } first && (bounds.Latest ?? KnownFrom(first)) is { } end)
        {
            var days = DaysOf(filed, first, end);
            if (bounds.Latest is not null)
            {
                bounds.Take(Filed(filed, days, dateline.Span));
            }

            if (SpokenDates.NewsOf(days, expressions, text, dateline.Span.End) is { } news)
            {
                bounds.Take(news);
            }
        }

        if (bounds is { Earliest: { } from, Latest: { } to })
        {
            foreach (var clue in SpokenDates.Weekdays(expressions, text, from, to))
            {
                bounds.Take(clue);
            }
        }

        return bounds.Result(OpenYears);
    }

    // Until when the codebook knows who is in office, where that is so soon that the days of the week tell the year.
    private LocalDate? KnownFrom(LocalDate first) => terms.KnownUntil >= first && terms.KnownUntil < first.PlusYears(MostOpenYears) ? terms.KnownUntil : null;

    private static int OpeningOf(Report report) => report.Sections.FirstOrDefault(s => s.Kind == SectionKind.Paragraph).Span.Start;

    // "GENEVA, March 3 (AP) -": one such day of each year that is left, or of each year where none is.
    private static LocalDate[] DaysOf(AnnualDate day, LocalDate earliest, LocalDate latest)
    {
        var days = Enumerable.Range(earliest.Year, latest.Year - earliest.Year + 1).Where(day.IsValidYear).Select(day.InYear).ToArray();
        var left = days.Where(d => d >= earliest && d <= latest).ToArray();
        return left.Length > 0 ? left : days;
    }

    private static Clue Filed(AnnualDate day, LocalDate[] days, Span span) =>
        new(days.Length == 0 ? null : days[0], days.Length == 0 ? null : days[^1], span, $"it was filed on {day.Month:00}-{day.Day:00}");

    private static Clue InOffice(Span span, string name, Term[] held) =>
        new(held.Min(t => t.Start), held.Any(t => t.End is null) ? null : held.Max(t => t.End), span, $"{name} holds the office of {string.Join(' ', held[0].Office)}");
}
