using NodaTime;

namespace Demarche.Time.Meanings;

/// <summary>Operations that count from the report's day or from the narrative's current date.</summary>
internal static class ShiftOperations
{
    // Beyond this many years LocalDate ends.
    private const int Farthest = 9000;

    /// <summary>unit UNIT COUNT [narrative]: the whole day, week, month, … that lies COUNT units from the current one.</summary>
    public static Meaning Unit(Arguments args, Setting setting)
    {
        var unit = Units.Code(args.Text(0));
        var fromNarrative = args.Text(2) == "narrative";
        if ((fromNarrative ? unit == "D" ? setting.NarrativeDay : setting.Anchor : setting.Published) is not { } day)
        {
            return Meaning.Date(UnknownUnit(unit), "the report's day is not known");
        }

        if (fromNarrative && unit == "D" && setting.NarrativePeriod is { } period)
        {
            return Meaning.Date(period, "a day of the time spoken of") with { MovesNarrative = false };   // "In 2019 … the following day"
        }

        var count = args.Whole(1) ?? 0;
        return Moved(day, count, unit) is { } moved
            ? Meaning.Date(Name(moved, unit), fromNarrative ? "counted from the date spoken of" : "counted from the report's day")
            : Meaning.Unresolved(TimeKind.Date, "too far for the calendar");
    }

    /// <summary>shift NUMBER UNIT ago|hence|later|earlier: a point that far from the report's day, or from the date spoken of.</summary>
    public static Meaning Shift(Arguments args, Setting setting)
    {
        var way = args.Text(2);
        var fromNarrative = way is "later" or "earlier";
        var unit = Units.Code(args.Text(1));
        if (args.Number(0) is not { } number)
        {
            return Meaning.Unresolved(TimeKind.Date, "not counted");
        }

        if (fromNarrative && unit is "D" or "W" && setting.NarrativePeriod is { } period)
        {
            if (way == "later")
            {
                return Meaning.Date(period, "a day of the time spoken of") with { MovesNarrative = false };
            }

            fromNarrative = false;   // "a day earlier" counts from no year
        }

        if ((fromNarrative ? setting.Anchor : setting.Published) is not { } day)
        {
            return Meaning.Date(UnknownUnit(unit is "W" ? "D" : unit), "the report's day is not known");
        }

        var back = way is "ago" or "earlier";
        var reason = $"{number} {unit} {way}, counted from {day}";
        if (unit is "H" or "MIN" or "S")
        {
            return new Meaning(TimeKind.Time, TimexValue.Day(day) + "TXX", reason);
        }

        // "two and a half years" counts in months, "a decade" in years.
        var (count, step) = number == Math.Floor(number) ? (number, unit) : unit switch { "Y" => (Math.Round(number * 12), "M"), "W" => (Math.Round(number * 7), "D"), _ => (Math.Round(number), unit) };
        if (Math.Abs(count) > 1_000_000 || Moved(day, (int)(back ? -count : count), step) is not { } moved)
        {
            return Meaning.Unresolved(TimeKind.Date, "too far for the calendar");
        }

        return Meaning.Date(Name(moved, step switch { "W" => "W", "DE" or "CE" => "Y", _ => step }), reason);
    }

    /// <summary>duration-or-hence NUMBER UNIT: "in five years" is a point in a clause about what is to come, else a length.</summary>
    public static Meaning DurationOrHence(Arguments args, Setting setting)
    {
        var number = new Argument(null, args.Number(0) ?? 1, null);
        var unit = new Argument(args.Text(1), null, null);
        return setting.Direction == Direction.Future
            ? Shift(new Arguments([number, unit, new Argument("hence", null, null)]), setting)
            : PlainOperations.Duration(new Arguments([number, unit]), setting);
    }

    /// <summary>year-before [narrative]: the same quarter a year before where the text speaks of quarters, else the year before.</summary>
    public static Meaning YearBefore(Arguments args, Setting setting)
    {
        if (setting.Quarter is { } quarter)
        {
            return Meaning.Date($"{quarter.Year - 1:0000}-Q{quarter.Quarter}", "the same quarter a year before") with { MovesNarrative = false };
        }

        var day = args.Text(0) == "narrative" ? setting.Anchor : setting.Published;
        return day is { } from && from.Year > 1
            ? Meaning.Date(TimexValue.Year(from.Year - 1), "the year before") with { MovesNarrative = false }
            : Meaning.Date("XXXX", "the report's day is not known");
    }

    /// <summary>The day that lies so many units away, or null beyond the calendar.</summary>
    internal static LocalDate? Moved(LocalDate day, int count, string unit)
    {
        var years = unit switch { "D" => count / 365, "W" or "WE" => count / 52, "FN" => count / 26, "M" => count / 12, "Q" => count / 4, "DE" => count * 10L, "CE" => count * 100L, _ => count };
        if (day.Year + years is < 2 or > Farthest)
        {
            return null;
        }

        return unit switch
        {
            "D" => day.PlusDays(count),
            "W" or "WE" => day.PlusWeeks(count),
            "FN" => day.PlusWeeks(2 * count),
            "M" => day.PlusMonths(count),
            "Q" => day.PlusMonths(3 * count),
            "DE" => day.PlusYears(10 * count),
            "CE" => day.PlusYears(100 * count),
            _ => day.PlusYears(count),
        };
    }

    /// <summary>The unit that holds a day, as a TIMEX value.</summary>
    internal static string Name(LocalDate day, string unit) => unit switch
    {
        "D" => TimexValue.Day(day),
        "W" or "FN" => TimexValue.Week(day),
        "WE" => TimexValue.Week(day) + "-WE",
        "M" => TimexValue.Month(day.Year, day.Month),
        "Q" => $"{day.Year:0000}-Q{(day.Month + 2) / 3}",
        "DE" => $"{day.Year / 10:000}",
        "CE" => $"{day.Year / 100:00}",
        _ => TimexValue.Year(day.Year),
    };

    private static string UnknownUnit(string unit) => unit switch { "D" => "XXXX-XX-XX", "W" or "FN" or "WE" => "XXXX-WXX", "M" => "XXXX-XX", "Q" => "XXXX-QX", _ => "XXXX" };
}
