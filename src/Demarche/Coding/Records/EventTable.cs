using System.Collections.Immutable;
using System.Globalization;

namespace Demarche.Coding.Records;

/// <summary>Writes events as a flat table: CSV (RFC 4180) or TSV, a header row, several values in one cell joined by ";".</summary>
/// <param name="separator">"," or a tab.</param>
public sealed class EventTable(char separator)
{
    private static readonly string[] Columns =
    [
        "id", "date", "enddate", "event", "mode", "actor", "actor_code", "actor_sector", "recipient", "recipient_code", "recipient_sector", "status", "auxiliary",
        "context", "content_event", "content_mode", "place", "place_country", "quad_code", "plover_scale", "cameo", "goldstein", "said_by", "medium", "outlet", "hedge", "text", "start",
        "end", "sentence", "section", "rule", "confidence", "report", "publication", "url", "coder",
    ];

    /// <summary>Writes the names of the columns.</summary>
    public void WriteHeader(TextWriter output) => WriteRow(Columns, output);

    /// <summary>Writes a row for each event.</summary>
    public void Write(IEnumerable<EventRecord> events, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(events);
        foreach (var one in events)
        {
            WriteRow(Cells(one), output);
        }
    }

    private static IEnumerable<string?> Cells(EventRecord one)
    {
        var said = one.Attribution.FirstOrDefault(a => a is not { Text: null, Name: null });
        return
        [
            one.Id, IsoDay.Text(one.Date), IsoDay.Text(one.EndDate), one.Type, one.Mode,
            Each(one.Actors, a => a.Name), Each(one.Actors, a => a.Code), Each(one.Actors, a => a.Sectors.FirstOrDefault()),
            Each(one.Recipients, a => a.Name), Each(one.Recipients, a => a.Code), Each(one.Recipients, a => a.Sectors.FirstOrDefault()),
            one.Status, Joined(one.Auxiliary), Joined(one.Contexts), one.Content?.Type, one.Content?.Mode, one.Place?.Name, one.Place?.Country,
            one.Quad.ToString(CultureInfo.InvariantCulture), Number(one.Scale), one.Cameo, Number(one.Goldstein),
            said?.Name ?? said?.Text, said?.Medium, said?.Outlet, one.Attribution.FirstOrDefault()?.Hedge,
            one.Text, one.TextInfo?.Start.ToString(CultureInfo.InvariantCulture), one.TextInfo?.End.ToString(CultureInfo.InvariantCulture),
            one.TextInfo?.Sentence.ToString(CultureInfo.InvariantCulture), one.TextInfo?.Section, one.Rule, Number(one.Confidence),
            one.Citation.Report, one.Citation.Publication, one.Citation.Url, one.Coder,
        ];
    }

    private static string? Number(double? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string Joined(IEnumerable<string> values) => string.Join(';', values.Select(v => v.Replace(';', ',').Trim()));

    // One value for each who takes part, so that names, codes and sectors stay beside each other; nothing where none is known.
    private static string Each(ImmutableArray<ParticipantRecord> all, Func<ParticipantRecord, string?> value)
    {
        var values = all.Select(a => value(a) ?? "").ToList();
        return values.TrueForAll(v => v.Length == 0) ? "" : Joined(values);
    }

    /// <summary>A cell of CSV, in quotes where it needs them; with an apostrophe before what a spreadsheet would run as a formula.</summary>
    public static string Escaped(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var safe = IsFormula(cell.TrimStart('\'')) ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny(",\"\n\r") < 0 ? safe : "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    /// <summary>The text of a cell that was written to CSV: without the apostrophe that keeps a spreadsheet from taking it for a formula.</summary>
    public static string Unescaped(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.StartsWith('\'') && IsFormula(cell.TrimStart('\'')) ? cell[1..] : cell;
    }

    private static bool IsFormula(string value) =>
        value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private void WriteRow(IEnumerable<string?> cells, TextWriter output) => output.Write(string.Join(separator, cells.Select(Cell)) + "\n");

    // A tab-separated table knows no quotes: white space that would break it becomes a blank.
    private string Cell(string? value)
    {
        if (value is null)
        {
            return "";
        }

        if (separator == '\t')
        {
            return value.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
        }

        return Escaped(value);
    }
}
