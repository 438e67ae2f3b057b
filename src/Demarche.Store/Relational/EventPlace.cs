using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Demarche.Store.Relational;

/// <summary>Where an event stands in an order; written out it is the cursor of a page.</summary>
/// <param name="Date">Its first day, or null.</param>
/// <param name="Confidence">Its confidence.</param>
/// <param name="Report">Number of its report.</param>
/// <param name="Reading">Its place there.</param>
internal readonly record struct EventPlace(LocalDate? Date, double Confidence, long Report, int Reading)
{
    /// <summary>The ORDER BY of an order.</summary>
    public static SqlText Order(EventOrder order) => SqlText.Literal(order switch
    {
        EventOrder.Date => "e.date ASC NULLS LAST, e.report, e.reading",
        EventOrder.DateDescending => "e.date DESC NULLS LAST, e.report, e.reading",
        EventOrder.Confidence => "e.confidence, e.report, e.reading",
        _ => "e.report, e.reading",
    });

    /// <summary>The condition of all that stands behind it.</summary>
    public SqlText After(EventOrder order)
    {
        // Not as rows of two: DuckDB makes one BETWEEN of two bounds, and has none for rows.
        var tie = SqlText.Of($"(e.report >= {Report} AND (e.report > {Report} OR e.reading > {Reading}))");
        return order switch
        {
            EventOrder.Reading => tie,
            EventOrder.Confidence => SqlText.Of($"(e.confidence > {Confidence} OR (e.confidence = {Confidence} AND {tie}))"),
            _ when Date is null => SqlText.Of($"(e.date IS NULL AND {tie})"),
            EventOrder.Date => SqlText.Of($"(e.date > {Date} OR e.date IS NULL OR (e.date = {Date} AND {tie}))"),
            _ => SqlText.Of($"(e.date < {Date} OR e.date IS NULL OR (e.date = {Date} AND {tie}))"),
        };
    }

    /// <summary>The cursor.</summary>
    public string Write()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{IsoDay.Text(Date)}|{Confidence:R}|{Report}|{Reading}");
        return Convert.ToBase64String(Encoding.ASCII.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>The place of a cursor; another's is a fault for the user.</summary>
    public static EventPlace Read(string cursor)
    {
        var padded = cursor.Replace('-', '+').Replace('_', '/').PadRight((cursor.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        var parts = Convert.TryFromBase64String(padded, bytes, out var length) ? Encoding.ASCII.GetString(bytes, 0, length).Split('|') : [];
        var day = parts is [{ Length: > 0 } text, ..] ? LocalDatePattern.Iso.Parse(text) : null;
        return parts.Length == 4 && day is null or { Success: true }
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence)
            && long.TryParse(parts[2], NumberStyles.Integer, CultureInfo.InvariantCulture, out var report)
            && int.TryParse(parts[3], NumberStyles.Integer, CultureInfo.InvariantCulture, out var reading)
            ? new EventPlace(day?.Value, confidence, report, reading)
            : throw new StoreException(StoreDiagnostics.BadCursor(cursor), cause: null);
    }
}
