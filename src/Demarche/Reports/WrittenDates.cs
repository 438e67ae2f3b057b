using NodaTime;

namespace Demarche.Reports;

/// <summary>Finds a date that stands in a link or file name: "/2020/07/04/", "2020-07-04", "20200704".</summary>
internal static class WrittenDates
{
    // The web and its archives begin about here; longer numbers are keys.
    private const int FirstYear = 1980;
    private const int LastYear = 2049;

    /// <summary>The first date in <paramref name="name"/>, or null.</summary>
    public static LocalDate? In(string? name)
    {
        if (name is null)
        {
            return null;
        }

        for (var at = 0; at + 8 <= name.Length; at++)
        {
            if ((at == 0 || !char.IsAsciiDigit(name[at - 1])) && Digits(name, at, 4) is { } year and >= FirstYear and <= LastYear)
            {
                var next = at + 4;
                var mark = name[next] is '-' or '/' or '_' or '.' ? 1 : 0;
                var separator = name[next];
                next += mark;
                var month = Digits(name, next, 2);
                next += 2;
                var apart = mark == 0 || next < name.Length && name[next] == separator;
                next += mark;
                var day = Digits(name, next, 2);
                var ends = next + 2 >= name.Length || !char.IsAsciiDigit(name[next + 2]);
                if (apart && ends && month is { } m and >= 1 and <= 12 && day is { } d && d >= 1 && d <= CalendarSystem.Iso.GetDaysInMonth(year, m))
                {
                    return new LocalDate(year, m, d);
                }
            }
        }

        return null;
    }

    private static int? Digits(string text, int at, int count)
    {
        if (at + count > text.Length)
        {
            return null;
        }

        var value = 0;
        foreach (var c in text.AsSpan(at, count))
        {
            if (!char.IsAsciiDigit(c))
            {
                return null;
            }

            value = value * 10 + (c - '0');
        }

        return value;
    }
}
