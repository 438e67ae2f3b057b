using System.Globalization;
using NodaTime;

namespace Demarche.Time.Meanings;

/// <summary>Operations for days, months, years, decades and centuries.</summary>
internal static class DateOperations
{
    // A two-digit year lies within the fifty years before the report and the fifty after it.
    private const int Pivot = 50;

    /// <summary>date YEAR MONTH DAY, each may be empty.</summary>
    public static Meaning Date(Arguments args, Setting setting)
    {
        var year = Year(args, 0, setting);
        var month = args.Whole(1);
        var day = args.Whole(2);
        if (args.Has(0) && year is null or < 1 or > 9998)
        {
            return Meaning.Unresolved(TimeKind.Date, $"there is no year {args.Text(0)}");
        }

        return (year, month, day) switch
        {
            ({ } y, null, _) => Meaning.Date(TimexValue.Year(y), "the year is named"),
            ({ } y, { } m, null) => m is >= 1 and <= 12 ? Meaning.Date(TimexValue.Month(y, m), "month and year are named") : NoMonth(m),
            ({ } y, { } m, { } d) => m is < 1 or > 12 ? NoMonth(m) : TimexValue.Exists(y, m, d) ? Meaning.Date(TimexValue.Day(new LocalDate(y, m, d)), "the day is named") : NoDay(m, d, y),
            (null, { } m, null) => RelativeMonth(args, setting, m, "bare"),
            (null, { } m, { } d) => MonthDay(m, d, setting),
            _ => Meaning.Unresolved(TimeKind.Date, "no date is named"),
        };
    }

    /// <summary>slashed FIRST SECOND YEAR: "5/7/2020", day first or month first by outlet unless only one is possible.</summary>
    public static Meaning Slashed(Arguments args, Setting setting)
    {
        if (Year(args, 2, setting) is not { } year || args.Whole(0) is not { } first || args.Whole(1) is not { } second)
        {
            return Meaning.Unresolved(TimeKind.Date, "no date is named");
        }

        var dayFirst = first > 12 || setting.DayFirst && second <= 12;
        var (month, day) = dayFirst ? (second, first) : (first, second);
        var reason = first > 12 || second > 12 ? "only one order of day and month is possible" : dayFirst ? "the outlet writes the day first" : "the month is written first";
        return TimexValue.Exists(year, month, day) ? Meaning.Date(TimexValue.Day(new LocalDate(year, month, day)), reason) : NoDay(month, day, year);
    }

    /// <summary>weekday WEEKDAY [last|next|this]: "on Saturday", "last Saturday".</summary>
    public static Meaning Weekday(Arguments args, Setting setting)
    {
        var weekday = (IsoDayOfWeek)(args.Whole(0) ?? 1);
        if (setting.Published is not { } day)
        {
            return Meaning.Date($"XXXX-WXX-{(int)weekday}", "the report's day is not known") with { Clue = args.Has(1) ? null : new DateClue(ClueKind.Weekday, 0, 0, (int)weekday) };
        }

        var (found, reason) = (args.Text(1), setting.Direction) switch
        {
            ("last", _) => (day.Previous(weekday), "the last one before the report"),
            ("next", _) => (day.Next(weekday), "the next one after the report"),
            (_, Direction.Future) => (day.PlusDays(-1).Next(weekday), "the clause speaks of what is to come: the next one"),
            ("this", _) => (day.PlusDays(-1).Next(weekday), "the one of this week"),
            _ => (day.PlusDays(1).Previous(weekday), "in news, the last one up to the report"),
        };
        return Meaning.Date(TimexValue.Day(found), reason);
    }

    /// <summary>weekday-date WEEKDAY MONTH DAY [YEAR]: a day that names its day of the week, which must agree.</summary>
    public static Meaning WeekdayDate(Arguments args, Setting setting)
    {
        var weekday = (IsoDayOfWeek)(args.Whole(0) ?? 1);
        var (month, day) = (args.Whole(1) ?? 0, args.Whole(2) ?? 0);
        var meaning = Date(new Arguments([Argument(Year(args, 3, setting)), Argument(month), Argument(day)]), setting);
        var clue = new DateClue(ClueKind.WeekdayMonthDay, month, day, (int)weekday);
        if (meaning.Interval is not { } interval || interval.Start.DayOfWeek == weekday)
        {
            return meaning with { Clue = args.Has(3) ? null : clue };
        }

        return meaning with
        {
            Interval = null,
            Reason = $"{meaning.Value} was a {interval.Start.DayOfWeek}, not a {weekday} as the text says",
            Clue = args.Has(3) ? null : clue,
        };
    }

    /// <summary>weekday-of-week WEEKDAY last|next|this: "Tuesday of last week".</summary>
    public static Meaning WeekdayOfWeek(Arguments args, Setting setting)
    {
        var weekday = (IsoDayOfWeek)(args.Whole(0) ?? 1);
        return setting.Published is { } day
            ? Meaning.Date(TimexValue.Day(day.PlusDays(1).Previous(IsoDayOfWeek.Monday).PlusWeeks(args.Text(1) switch { "last" => -1, "next" => 1, _ => 0 }).PlusDays((int)weekday - 1)), "the day of that week")
            : Meaning.Date($"XXXX-WXX-{(int)weekday}", "the report's day is not known");
    }

    /// <summary>day-range YEAR MONTH FIRST LAST: the value is the first day; the days go to the last.</summary>
    public static Meaning DayRange(Arguments args, Setting setting)
    {
        var meaning = Date(args, setting);
        return meaning.Interval is { } first && args.Whole(3) is { } last && last > first.Start.Day && TimexValue.Exists(first.Start.Year, first.Start.Month, last)
            ? meaning with { Interval = new DayInterval(first.Start, new LocalDate(first.Start.Year, first.Start.Month, last)) }
            : meaning;
    }

    /// <summary>month MONTH WHICH [YEAR]: "last June", "next June", "this June".</summary>
    public static Meaning RelativeMonth(Arguments args, Setting setting) => RelativeMonth(args, setting, args.Whole(0) ?? 1, args.Text(1));

    /// <summary>decade NUMBER: 1990 or 90 gives "199".</summary>
    public static Meaning Decade(Arguments args, Setting setting)
    {
        var number = args.Whole(0) ?? 0;
        if (number < 100)
        {
            // "the sixties" are those behind the report, or the running ones.
            var now = setting.Published?.Year ?? 2000 + Pivot;
            number += now / 100 * 100;
            number -= number > now ? 100 : 0;
        }

        return Meaning.Date((number / 10).ToString("000", CultureInfo.InvariantCulture), "a decade");
    }

    /// <summary>century NUMBER: 20 gives "19".</summary>
    public static Meaning Century(Arguments args, Setting setting) => args.Whole(0) is { } number and >= 1 and <= 98
        ? Meaning.Date((number - 1).ToString("00", CultureInfo.InvariantCulture), "a century")
        : Meaning.Unresolved(TimeKind.Date, "no such century");

    /// <summary>The year at a place: of four digits, of two, or that of a part.</summary>
    internal static int? Year(Arguments args, int place, Setting setting)
    {
        if (args.Part(place)?.Value is { Length: >= 4 } value && int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var of))
        {
            return of;
        }

        if (args.Whole(place) is not { } year || year >= 100)
        {
            return args.Whole(place);
        }

        if (args.Text(place).Length > 2 || year == 0 && setting.Published is null)
        {
            return year;
        }

        var now = setting.Published?.Year ?? 2000;
        var near = now / 100 * 100 + year;
        return near > now + Pivot ? near - 100 : near < now - Pivot ? near + 100 : near;
    }

    private static Argument Argument(int? number) => new(null, number, null);

    private static Meaning RelativeMonth(Arguments args, Setting setting, int month, string which)
    {
        if (month is < 1 or > 12)
        {
            return NoMonth(month);
        }

        var clue = new DateClue(which switch { "last" => ClueKind.LastMonth, "next" => ClueKind.NextMonth, _ => ClueKind.BareMonth }, month, 0, 0);
        if (setting.Published is not { } day)
        {
            return Meaning.Date($"XXXX-{month:00}", "the report's day is not known") with { Clue = clue };
        }

        var running = new YearMonth(day.Year, day.Month);
        var (found, reason) = which switch
        {
            // "Last June" said in July is that of the year before: the one just over is "last month".
            "last" => (LastBefore(running.PlusMonths(-1), month), "the last one, not the month just over"),
            "past" => (LastBefore(running, month), "the last one"),
            "next" => (LastBefore(running.PlusMonths(1), month).PlusMonths(12), "the next one"),
            "this" => (new YearMonth(day.Year, month), "that of the report's year"),
            _ => (Bare(setting, month), "the nearest that the tense allows"),
        };
        return Meaning.Date(TimexValue.Month(found.Year, found.Month), reason) with { Clue = clue };
    }

    private static YearMonth Bare(Setting setting, int month)
    {
        var year = YearChoice.For(setting, y => TimexValue.Interval(TimexValue.Month(y, month)));
        return new YearMonth(year ?? 1, month);
    }

    private static YearMonth LastBefore(YearMonth running, int month) => new(month < running.Month ? running.Year : running.Year - 1, month);

    private static Meaning MonthDay(int month, int day, Setting setting)
    {
        if (month is < 1 or > 12)
        {
            return NoMonth(month);
        }

        // A leap year has every day that there is.
        if (!TimexValue.Exists(2000, month, day))
        {
            return NoDay(month, day, null);
        }

        var clue = new DateClue(ClueKind.MonthDay, month, day, 0);
        if (setting.Published is null)
        {
            return Meaning.Date($"XXXX-{month:00}-{day:00}", "the report's day is not known") with { Clue = clue };
        }

        DayInterval? InYear(int y) => TimexValue.Exists(y, month, day) ? new DayInterval(new LocalDate(y, month, day), new LocalDate(y, month, day)) : null;
        return YearChoice.For(setting, InYear) is { } year
            ? Meaning.Date(TimexValue.Day(new LocalDate(year, month, day)), "the nearest that the tense allows") with { Clue = clue }
            : NoDay(month, day, null);
    }

    private static Meaning NoMonth(int month) => Meaning.Unresolved(TimeKind.Date, $"there is no month {month}");

    private static Meaning NoDay(int month, int day, int? year) =>
        Meaning.Unresolved(TimeKind.Date, $"there is no day {day} in month {month}{(year is null ? "" : $" of {year}")}");
}
