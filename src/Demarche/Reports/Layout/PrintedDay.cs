using NodaTime;
using NodaTime.Text;

namespace Demarche.Reports.Layout;

/// <summary>Reads the day that a report prints of itself: "2020-07-04", "July 4, 2020", "4 July 2020".</summary>
internal static class PrintedDay
{
    private const int IsoLength = 10;

    private static readonly LocalDatePattern[] Patterns =
        [.. new[] { "MMMM d, uuuu", "d MMMM uuuu", "MMM d, uuuu", "d MMM uuuu" }.Select(LocalDatePattern.CreateWithInvariantCulture)];

    public static LocalDate? Read(string? value)
    {
        if (value is null)
        {
            return null;
        }

        if (value.Length >= IsoLength && LocalDatePattern.Iso.Parse(value[..IsoLength]) is { Success: true } iso)
        {
            return iso.Value;
        }

        var start = value.AsSpan().IndexOfAnyInRange('0', '9');
        var comma = value.IndexOf(',', StringComparison.Ordinal);
        var withoutWeekday = comma >= 0 && comma < start && !value[..comma].Contains(' ', StringComparison.Ordinal) ? value[(comma + 1)..].Trim() : value;
        return Patterns.Select(p => p.Parse(withoutWeekday)).Where(r => r.Success).Select(r => (LocalDate?)r.Value).FirstOrDefault();
    }
}
