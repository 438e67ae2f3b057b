using NodaTime;

namespace Demarche.Time.Meanings;

/// <summary>Operations for quarters, halves, seasons, weekends and parts of longer times.</summary>
internal static class PeriodOperations
{
    /// <summary>season SEASON [last|next|this] [YEAR].</summary>
    public static Meaning Season(Arguments args, Setting setting) =>
        InYear(args, setting, year => $"{year:0000}-{args.Text(0)}", $"XXXX-{args.Text(0)}");

    /// <summary>quarter NUMBER [last|next|this] [YEAR].</summary>
    public static Meaning Quarter(Arguments args, Setting setting) => args.Whole(0) is >= 1 and <= 4
        ? InYear(args, setting, year => $"{year:0000}-Q{args.Text(0)}", $"XXXX-Q{args.Text(0)}")
        : Meaning.Unresolved(TimeKind.Date, "a year has four quarters");

    /// <summary>half NUMBER [YEAR].</summary>
    public static Meaning Half(Arguments args, Setting setting)
    {
        if (args.Whole(0) is not (1 or 2))
        {
            return Meaning.Unresolved(TimeKind.Date, "a year has two halves");
        }

        var year = DateOperations.Year(args, 1, setting) ?? YearChoice.For(setting, y => TimexValue.Interval($"{y:0000}-H{args.Text(0)}"));
        return Meaning.Date(year is null ? $"XXXX-H{args.Text(0)}" : $"{year:0000}-H{args.Text(0)}", "half a year");
    }

    /// <summary>quarter-spoken-of [SHIFT] [YEAR]: the quarter that the text is about, so many years away or in that year; the year where it is about none.</summary>
    public static Meaning QuarterSpokenOf(Arguments args, Setting setting)
    {
        var shift = args.Whole(0) ?? 0;
        var year = DateOperations.Year(args, 1, setting);
        if (setting.Quarter is { } quarter)
        {
            return Meaning.Date($"{year ?? quarter.Year + shift:0000}-Q{quarter.Quarter}", "the quarter spoken of");
        }

        if (year is not null)
        {
            return Meaning.Date(TimexValue.Year(year.Value), "the year is named");
        }

        if (setting.Published is not { } day || ShiftOperations.Moved(day, shift, "Y") is not { } moved)
        {
            return Meaning.Date("XXXX-QX", "the report's day is not known");
        }

        // Without one spoken of, the last quarter that is over.
        return Meaning.Date(ShiftOperations.Name(moved.PlusMonths(-3), "Q"), "the last quarter that is over");
    }

    /// <summary>weekend last|next|this: "over the weekend" is the last one unless the clause speaks of what is to come.</summary>
    public static Meaning Weekend(Arguments args, Setting setting)
    {
        if (setting.Published is not { } day)
        {
            return Meaning.Date("XXXX-WXX-WE", "the report's day is not known");
        }

        var shift = (args.Text(0), setting.Direction) switch
        {
            ("next", _) => 1,
            ("this", _) or (_, Direction.Future) => 0,
            _ => day.DayOfWeek >= IsoDayOfWeek.Saturday && args.Text(0) != "last" ? 0 : -1,
        };
        return Meaning.Date(ShiftOperations.Name(day.PlusWeeks(shift), "WE"), "Saturday and Sunday");
    }

    /// <summary>part-of early|mid|late|start|end PART: the value of the whole; its days are narrowed.</summary>
    public static Meaning PartOf(Arguments args, Setting setting)
    {
        var whole = args.Part(1) ?? Meaning.Unresolved(TimeKind.Date, "nothing is named");
        if (whole.Interval is not { End: { } end } interval)
        {
            return whole;
        }

        var days = Period.DaysBetween(interval.Start, end) + 1;
        if (days < 6)
        {
            return whole;
        }

        var third = Math.Max(days / 3, 1);
        var sixth = Math.Max(days / 6, 1);
        DayInterval? narrowed = args.Text(0) switch
        {
            "early" => new(interval.Start, interval.Start.PlusDays(third)),
            "mid" => new(interval.Start.PlusDays(third), end.PlusDays(-third)),
            "late" => new(end.PlusDays(-third), end),
            "start" => new(interval.Start, interval.Start.PlusDays(sixth)),
            "end" => new(end.PlusDays(-sixth), end),
            _ => interval,
        };
        return whole with { Interval = narrowed, Reason = $"{whole.Reason}; {args.Text(0)} in it" };
    }

    private static Meaning InYear(Arguments args, Setting setting, Func<int, string> value, string unknown)
    {
        if (DateOperations.Year(args, 2, setting) is { } named)
        {
            return Meaning.Date(value(named), "the year is named");
        }

        if (setting.Published is not { } day)
        {
            return Meaning.Date(unknown, "the report's day is not known");
        }

        var year = args.Text(1) switch
        {
            "this" => day.Year,
            "last" => Latest(day, value, onlyOver: true),
            "next" => Latest(day, value, onlyOver: false) + 1,
            // Companies and people speak of the last one that has begun, unless the clause looks ahead.
            _ => setting.Direction != Direction.Past ? YearChoice.For(setting, y => TimexValue.Interval(value(y))) ?? day.Year : Latest(day, value, onlyOver: false),
        };
        return Meaning.Date(value(year), "the nearest that the tense allows");
    }

    private static int Latest(LocalDate day, Func<int, string> value, bool onlyOver)
    {
        for (var year = day.Year + 1; year > day.Year - 2; year--)
        {
            if (TimexValue.Interval(value(year)) is { } interval && (onlyOver ? interval.End < day : interval.Start <= day))
            {
                return year;
            }
        }

        return day.Year - 2;
    }
}
