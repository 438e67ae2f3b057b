using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Demarche.Store.Formats;

/// <summary>How values stand in the cells of exchange formats.</summary>
internal static class SheetCells
{
    private const int IdBits = 52;   // a double holds it, and R and JavaScript read numbers as doubles

    private static readonly LocalDatePattern Packed = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>A day as 20200704, or null.</summary>
    public static string? Short(LocalDate? day) => day is { } known ? Packed.Format(known) : null;

    /// <summary>A day of either form; null for an empty cell.</summary>
    public static LocalDate? Day(string cell, string column)
    {
        if (cell.Length == 0)
        {
            return null;
        }

        var read = cell.Length is 8 or 14 ? Packed.Parse(cell[..8]) : LocalDatePattern.Iso.Parse(cell.Length > 10 ? cell[..10] : cell);
        return read.Success ? read.Value : throw new FormatException($"the {column} '{cell}' is no day");
    }

    /// <summary>A number as programs write it, or null.</summary>
    public static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The number of a cell; null for an empty one.</summary>
    public static double? Number(string cell, string column) =>
        cell.Length == 0 ? null
        : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : throw new FormatException($"the {column} '{cell}' is no number");

    /// <summary>A number for an id: itself where it is one, else 52 bits of its hash.</summary>
    public static string Id(string id, int part)
    {
        if (part == 0 && id.Length is > 0 and <= 18 && id.All(char.IsAsciiDigit))
        {
            return id;
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(part == 0 ? id : $"{id}|{part}"));
        return (BitConverter.ToUInt64(hash) >> (64 - IdBits)).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Values in one cell; a separator inside a value becomes a comma.</summary>
    public static string Joined(IEnumerable<string> values) => string.Join(';', values.Select(v => Plain(v).Replace(';', ',')));

    /// <summary>The values of a cell.</summary>
    public static ImmutableArray<string> Split(string cell) => cell.Length == 0 ? [] : [.. cell.Split(';').Select(v => v.Trim())];

    /// <summary>A tab-separated format knows no quotes: white space that would break it becomes a blank.</summary>
    public static string Plain(string? cell) => cell is null ? "" : cell.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ').Trim();

    public static string? Filled(string cell) => cell.Length == 0 ? null : cell;
}
