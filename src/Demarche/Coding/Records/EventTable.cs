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
        "end", "sentence", "section", "rule", "confidence", "report", "publication", "url",
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
            one.Id, Source.Iso(one.Date), Source.Iso(one.EndDate), one.Type, one.Mode,
            Joined(one.Actors.Select(a => a.Name)), Joined(one.Actors.Select(a => a.Code)), Joined(one.Actors.Select(a => a.Sectors.FirstOrDefault())),
            Joined(one.Recipients.Select(a => a.Name)), Joined(one.Recipients.Select(a => a.Code)), Joined(one.Recipients.Select(a => a.Sectors.FirstOrDefault())),
            one.Status, Joined(one.Auxiliary), Joined(one.Contexts), one.Content?.Type, one.Content?.Mode, one.Place?.Name, one.Place?.Country,
            one.Quad.ToString(CultureInfo.InvariantCulture), Number(one.Scale), one.Cameo, Number(one.Goldstein),
            said?.Name ?? said?.Text, said?.Medium, said?.Outlet, one.Attribution.FirstOrDefault()?.Hedge,
            one.Text, one.TextInfo?.Start.ToString(CultureInfo.InvariantCulture), one.TextInfo?.End.ToString(CultureInfo.InvariantCulture),
            one.TextInfo?.Sentence.ToString(CultureInfo.InvariantCulture), one.TextInfo?.Section, one.Rule, Number(one.Confidence),
            one.Citation.Report, one.Citation.Publication, one.Citation.Url,
        ];
    }

    private static string? Number(double? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string Joined(IEnumerable<string?> values) => string.Join(';', values.Where(v => v is not null));

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

        return value.AsSpan().IndexOfAny(",\"\n\r") < 0 ? value : "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
