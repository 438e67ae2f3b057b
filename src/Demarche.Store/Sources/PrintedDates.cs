using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Demarche.Store.Sources;

/// <summary>Days of publication as sources write them: ISO dates and times, RFC 822 ("Mon, 06 Jul 2020 10:00:00 GMT"), "20200704", "July 4, 2020".</summary>
internal static class PrintedDates
{
    private static readonly LocalDatePattern Packed = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    private static readonly LocalDatePattern[] Written =
        [.. new[] { "d MMM uuuu", "d MMMM uuuu", "MMMM d, uuuu", "MMM d, uuuu", "uuuu/M/d" }.Select(LocalDatePattern.CreateWithInvariantCulture)];

    /// <summary>The day as it stands there, in the writer's own time zone; null where none does. Nothing is guessed of 03/04/2020.</summary>
    public static LocalDate? Parse(string? text)
    {
        var value = text?.Trim() ?? "";
        if (value.Length >= 10 && IsoDay.Read(value[..10]) is { } iso)
        {
            return iso;
        }

        if (value.Length is 8 or 14 && Packed.Parse(value[..8]) is { Success: true } packed)
        {
            return packed.Value;
        }

        var day = WithoutTime(value);
        foreach (var pattern in Written)
        {
            if (pattern.Parse(day) is { Success: true } written)
            {
                return written.Value;
            }
        }

        return null;
    }

    // "Mon, 06 Jul 2020 10:00:00 GMT" has its day between the weekday and the first colon.
    private static string WithoutTime(string value)
    {
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries).AsSpan();
        if (words.Length > 0 && words[0].EndsWith(',') && words[0].Length >= 4 && !char.IsDigit(words[0][0]))
        {
            words = words[1..];
        }

        var day = string.Join(' ', words[..Math.Min(3, words.Length)].ToArray());
        return day.Length > 3 && day.IndexOf(':', StringComparison.Ordinal) < 0 ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(day.ToLowerInvariant()) : day;
    }
}
