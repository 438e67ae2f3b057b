using System.Globalization;
using NodaTime;

namespace Demarche.Time.Meanings;

/// <summary>Feasts: fixed days, the n-th weekday of a month, and days counted from Easter.</summary>
internal static class HolidayOperations
{
    /// <summary>
    /// holiday DAY [YEAR], where DAY is "12-25", "11-thu4" (fourth Thursday of November), "05-mon9" (last Monday of May) or "easter-2".
    /// </summary>
    public static Meaning Holiday(Arguments args, Setting setting)
    {
        var name = args.Text(0);
        var year = DateOperations.Year(args, 1, setting)
            ?? YearChoice.For(setting, y => On(name, y) is { } day ? new DayInterval(day, day) : null);
        return year is { } known && known is >= 1 and <= 9998 && On(name, known) is { } found
            ? Meaning.Date(TimexValue.Day(found), "a feast of that year")
            : Meaning.Date(name.Length == 5 && char.IsAsciiDigit(name[3]) ? $"XXXX-{name}" : null, "the report's day is not known");
    }

    private static LocalDate? On(string name, int year)
    {
        if (name.StartsWith("easter", StringComparison.Ordinal))
        {
            return Easter(year).PlusDays(int.TryParse(name.AsSpan(6), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var shift) ? shift : 0);
        }

        if (name.Length < 5 || !int.TryParse(name.AsSpan(0, 2), out var month) || month is < 1 or > 12)
        {
            return null;
        }

        if (int.TryParse(name.AsSpan(3), out var day))
        {
            return TimexValue.Exists(year, month, day) ? new LocalDate(year, month, day) : null;
        }

        var weekday = name[3..6] switch { "mon" => 1, "tue" => 2, "wed" => 3, "thu" => 4, "fri" => 5, "sat" => 6, _ => 7 };
        var nth = name[^1] - '0';
        var first = new LocalDate(year, month, 1).PlusDays(-1).Next((IsoDayOfWeek)weekday);
        if (nth <= 5)
        {
            return first.PlusWeeks(nth - 1);
        }

        var last = first.PlusWeeks(4);
        return last.Month == month ? last : last.PlusWeeks(-1);
    }

    // Western Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8).
    private static LocalDate Easter(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        var f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return new LocalDate(year, f / 31, f % 31 + 1);
    }
}
