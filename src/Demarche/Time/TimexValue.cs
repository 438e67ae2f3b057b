using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Demarche.Time;

/// <summary>Writes and reads TIMEX3 values: "2019-02-28", "1998-W12", "1989-Q3", "1998-SU", "199" (a decade), "19" (a century).</summary>
public static class TimexValue
{
    private static readonly IWeekYearRule Iso = WeekYearRules.Iso;

    internal static string Day(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}");

    internal static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");

    internal static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    internal static string Week(LocalDate day) =>
        string.Create(CultureInfo.InvariantCulture, $"{Iso.GetWeekYear(day):0000}-W{Iso.GetWeekOfWeekYear(day):00}");

    /// <summary>The days that a value covers, both ends included; null for durations, sets, references and values with an unknown part.</summary>
    public static DayInterval? Interval(string? value)
    {
        if (value is null || value.Length < 2 || value[0] == 'P' || value.Contains('X', StringComparison.Ordinal))
        {
            return null;
        }

        var clock = value.IndexOf('T', StringComparison.Ordinal);
        var parts = (clock < 0 ? value : value[..clock]).Split('-');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1)
        {
            return null;
        }

        return parts[0].Length switch
        {
            2 when parts.Length == 1 => Years(year * 100, year * 100 + 99),
            3 when parts.Length == 1 => Years(year * 10, year * 10 + 9),
            4 when year <= 9998 => parts.Length == 1 ? Years(year, year) : OfYear(year, parts),
            _ => null,
        };
    }

    private static DayInterval? OfYear(int year, string[] parts)
    {
        var part = parts[1];
        if (part.Length > 1 && part[0] == 'W' && int.TryParse(part.AsSpan(1), out var week) && week >= 1 && week <= Iso.GetWeeksInWeekYear(year))
        {
            var monday = Iso.GetLocalDate(year, week, IsoDayOfWeek.Monday);
            return parts.Length == 2 ? new DayInterval(monday, monday.PlusDays(6))
                : parts[2] == "WE" ? new DayInterval(monday.PlusDays(5), monday.PlusDays(6))
                : null;
        }

        if (part.Length == 2 && part[0] is 'Q' or 'H' && part[1] is >= '1' and <= '4')
        {
            var months = part[0] == 'Q' ? 3 : 6;
            var first = (part[1] - '1') * months + 1;
            return first > 12 ? null : Months(year, first, months);
        }

        if (Season(part) is { } seasonStart)
        {
            return Months(year, seasonStart, 3);
        }

        if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var month) || month is < 1 or > 12)
        {
            return null;
        }

        if (parts.Length == 2)
        {
            return Months(year, month, 1);
        }

        return int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var day) && Exists(year, month, day)
            ? new DayInterval(new LocalDate(year, month, day), new LocalDate(year, month, day))
            : null;
    }

    /// <summary>Whether a calendar day exists in the years that LocalDate can shift safely.</summary>
    internal static bool Exists(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);

    // Seasons of the northern half of the world by whole months, as meteorologists count; winter starts in December.
    private static int? Season(string part) => part switch { "SP" => 3, "SU" => 6, "FA" => 9, "WI" => 12, _ => null };

    private static DayInterval Years(int first, int last) => new(new LocalDate(Math.Max(first, 1), 1, 1), new LocalDate(last, 12, 31));

    private static DayInterval Months(int year, int month, int count)
    {
        var start = new LocalDate(year, month, 1);
        return new DayInterval(start, start.PlusMonths(count).PlusDays(-1));
    }
}
