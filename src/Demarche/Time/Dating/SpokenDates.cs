using System.Collections.Immutable;
using Demarche.Time.Meanings;
using NodaTime;

namespace Demarche.Time.Dating;

/// <summary>Bounds from the dates that a report names: it was written after what it tells of and before what it awaits.</summary>
internal static class SpokenDates
{
    // What a report awaits in a part of a year ("early 1991") lies this near as a rule. A bare year or a day ("by 1994", "Dec. 31, 1994") may
    // be that of a treaty or a bond, and bounds only the end.
    private const int MonthsAhead = 22;

    private const int Lead = 400;   // characters: the first sentence or two of a story
    private const int FreshDays = 6;   // longer after a day nobody says which day of the week it was

    /// <summary>The bounds of dates with their year, latest past date first.</summary>
    public static IEnumerable<Clue> WithYear(ImmutableArray<TimeExpression> expressions, string text)
    {
        var dated = expressions.Where(e => e.Kind is TimeKind.Date or TimeKind.Time && e.Interval is { End: not null } && NamesYear(e, text) && !(Awaited(e) && NamesThing(e, text))).ToArray();
        // A year that is also awaited has not begun, whatever a tense says.
        var awaited = dated.Where(Awaited).Select(e => e.Interval!.Value.Start.Year).ToHashSet();
        var past = dated.Where(e => e.Direction == Direction.Past && !Awaited(e) && !awaited.Contains(e.Interval!.Value.Start.Year)).OrderByDescending(e => e.Interval!.Value.Start).FirstOrDefault();
        if (past?.Interval is { } latest)
        {
            yield return new Clue(latest.Start, null, past.Span, $"\"{Words(past, text)}\" is told as past");
        }

        // Bonds fall due decades ahead; the nearest date awaited tells most.
        foreach (var coming in dated.Where(e => Awaited(e) && !FallsDue(e, text)).OrderBy(e => e.Interval!.Value.End))
        {
            var end = coming.Interval!.Value.End!.Value;
            var part = coming.Value is { Length: > 4 and < 10 } || coming.Value is { Length: 4 } && coming.Rule != "year";
            yield return new Clue(part ? end.PlusMonths(-MonthsAhead) : null, end, coming.Span, $"\"{Words(coming, text)}\" is still to come");
        }
    }

    /// <summary>What a story opens with is fresh: "said on Friday, 13 September 2024" was written in that week.</summary>
    /// <param name="expressions">Its expressions.</param>
    /// <param name="text">Its text.</param>
    /// <param name="opening">Where its first sentence starts.</param>
    public static IEnumerable<Clue> Fresh(ImmutableArray<TimeExpression> expressions, string text, int opening) =>
        from e in expressions
        where e.Rule == "weekday-date" && e.Span.Start >= opening && e.Span.Start <= opening + Lead && !Awaited(e) && NamesYear(e, text) && e.Interval is { End: not null }
        let day = e.Interval!.Value.Start
        select new Clue(day, day.PlusDays(FreshDays), e.Span, $"\"{Words(e, text)}\" is what the story opens with");

    /// <summary>"The 1988 period" is compared with that of the year of the report.</summary>
    public static IEnumerable<Clue> Comparisons(ImmutableArray<TimeExpression> expressions, string text) =>
        from e in expressions
        where e.Rule == "period-of-year" && e.Interval is { End: not null }
        let year = e.Interval!.Value.Start.Year + 1
        select new Clue(new LocalDate(year, 1, 1), new LocalDate(year + 1, 3, 31), e.Span, $"\"{Words(e, text)}\" is compared with the year after");

    /// <summary>A business year that is told of is that of the report or the one before.</summary>
    public static IEnumerable<Clue> BusinessYears(ImmutableArray<TimeExpression> expressions, string text) =>
        from e in expressions
        where e.Rule == "fiscal-year" && e.Direction == Direction.Past && e.Interval is { End: not null }
        let year = e.Interval!.Value.Start.Year
        select new Clue(new LocalDate(year, 1, 1), new LocalDate(year + 1, 11, 30), e.Span, $"\"{Words(e, text)}\" is told of");

    /// <summary>
    /// "Last June" after talk of February 2019 is at the earliest that of 2019, as a report tells in the order of time: it was written
    /// later than the first such month after the last date told of.
    /// </summary>
    public static IEnumerable<Clue> LastMonths(ImmutableArray<TimeExpression> expressions, string text)
    {
        LocalDate? told = null;
        foreach (var e in expressions)
        {
            if (e.Clue is { Kind: ClueKind.LastMonth, Month: var month } && told is { } before)
            {
                var first = new LocalDate(month <= before.Month ? before.Year + 1 : before.Year, month, 1);
                told = first;
                yield return new Clue(first.PlusMonths(1), null, e.Span, $"\"{Words(e, text)}\" is told after {before.Year:0000}-{before.Month:00}");
            }
            else if (e.Interval is { End: { } } interval && NamesYear(e, text) && e.Direction == Direction.Past && !Awaited(e) && (told is null || interval.Start > told))
            {
                told = interval.Start;
            }
        }
    }

    /// <summary>A month that is awaited without a year is the next one: given the earliest day, the report is not later than it.</summary>
    public static IEnumerable<Clue> ComingMonths(ImmutableArray<TimeExpression> expressions, string text, LocalDate earliest)
    {
        foreach (var e in expressions)
        {
            if (e.Clue is { Kind: ClueKind.BareMonth, Month: var month } && Awaited(e))
            {
                var start = new LocalDate(month < earliest.Month ? earliest.Year + 1 : earliest.Year, month, 1);
                yield return new Clue(null, start.PlusMonths(1).PlusDays(-1), e.Span, $"\"{Words(e, text)}\" is still to come");
            }
        }
    }

    /// <summary>A day of the week and of the month agree in one year of several.</summary>
    public static IEnumerable<Clue> Weekdays(ImmutableArray<TimeExpression> expressions, string text, LocalDate earliest, LocalDate latest)
    {
        // A report names a day without its year only when it is near.
        const int NearDays = 120;
        foreach (var e in expressions)
        {
            if (e.Clue is not { Kind: ClueKind.WeekdayMonthDay } clue)
            {
                continue;
            }

            var years = Enumerable.Range(earliest.Year, Math.Clamp(latest.Year - earliest.Year + 1, 0, 12))
                .Where(y => TimexValue.Exists(y, clue.Month, clue.Day) && new LocalDate(y, clue.Month, clue.Day).DayOfWeek == (IsoDayOfWeek)clue.Weekday).ToArray();
            if (years.Length == 1)
            {
                var day = new LocalDate(years[0], clue.Month, clue.Day);
                var awaited = Awaited(e);
                yield return new Clue(awaited ? day.PlusDays(-NearDays) : day, awaited ? day : day.PlusDays(NearDays), e.Span, $"\"{Words(e, text)}\" fell so in {years[0]}");
            }
        }
    }

    /// <summary>The first day of the week that a story tells of is that of its filing or the one before: of several days on which it may have been filed, those that fit.</summary>
    /// <param name="filed">Days on which it may have been filed, in order.</param>
    /// <param name="expressions">Its expressions.</param>
    /// <param name="text">Its text.</param>
    /// <param name="opening">Where its first sentence starts.</param>
    public static Clue? NewsOf(LocalDate[] filed, ImmutableArray<TimeExpression> expressions, string text, int opening)
    {
        if (filed.Length < 2 || expressions.FirstOrDefault(e => e.Span.Start >= opening && e.Clue is { Kind: ClueKind.Weekday } && !Awaited(e)) is not { Clue: { } clue } news || news.Span.Start > opening + Lead)
        {
            return null;
        }

        var fit = filed.Where(day => (int)day.DayOfWeek == clue.Weekday || (int)day.PlusDays(-1).DayOfWeek == clue.Weekday).ToArray();
        return fit.Length == 0 ? null : new Clue(fit[0], fit[^1], news.Span, $"\"{Words(news, text)}\" is the day of filing or the one before");
    }

    /// <summary>Whether an expression speaks of what is to come.</summary>
    internal static bool Awaited(TimeExpression e) => e.Direction == Direction.Future && e.Signal is not TimeSignal.Since || e.Signal is TimeSignal.Until or TimeSignal.By or TimeSignal.Before;

    internal static string Words(TimeExpression e, string text) => text[e.Span.Start..e.Span.End];

    private static bool FallsDue(TimeExpression e, string text) =>
        text.AsSpan(Math.Max(0, e.Span.Start - 8), Math.Min(8, e.Span.Start)).Contains("due", StringComparison.Ordinal);

    // "The 2003 ceasefire agreement" is not to come, whatever shall be done with it.
    private static bool NamesThing(TimeExpression e, string text) =>
        e.Value is { Length: 4 } && text.AsSpan(0, e.Span.Start).EndsWith("the ", StringComparison.OrdinalIgnoreCase)
        && e.Span.End + 1 < text.Length && text[e.Span.End] == ' ' && char.IsAsciiLetter(text[e.Span.End + 1]);

    // "1996", "June 2018"; not "the 1990s", which go on.
    private static bool NamesYear(TimeExpression e, string text)
    {
        var digits = 0;
        foreach (var c in e.Span.In(text))
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits == 4)
            {
                return e.Value is { Length: >= 4 } && e.Rule is not "quarter-spoken-of" and not "period-of-year" and not "decade" and not "decade-part";
            }
        }

        return false;
    }
}
