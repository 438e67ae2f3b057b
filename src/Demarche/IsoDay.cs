using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Demarche;

/// <summary>Days as all files and answers have them, such as "2020-07-04" (ISO 8601).</summary>
public static class IsoDay
{
    /// <summary>Writes a day; null for none.</summary>
    /// <param name="day">The day, of a year from 0 on.</param>
    // The pattern of NodaTime writes the same, and takes milliseconds before the first.
    public static string? Text(LocalDate? day) => day is { } known ? Text(known) : null;

    /// <summary>Writes a day.</summary>
    /// <param name="day">The day, of a year from 0 on.</param>
    public static string Text(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}");

    /// <summary>Reads a day; null where the text is none, or where there is no text.</summary>
    /// <param name="text">The text.</param>
    public static LocalDate? Read(string? text) => text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true } read ? read.Value : null;
}
