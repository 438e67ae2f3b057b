using Demarche.Statements;

namespace Demarche.Coding.Records;

/// <summary>Writes events as a flat table: CSV (RFC 4180) or TSV, a header row, several values in one cell joined by ";".</summary>
/// <param name="codebook">The codebook that the events were coded by, for CAMEO codes.</param>
/// <param name="separator">"," or a tab.</param>
public sealed class EventTable(Codebook codebook, char separator)
{
    private static readonly string[] Columns =
    [
        "id", "date", "enddate", "event", "mode", "actor", "actor_code", "actor_sector", "recipient", "recipient_code", "recipient_sector", "status", "auxiliary",
        "context", "content_event", "content_mode", "place", "place_country", "quad_code", "plover_scale", "cameo", "goldstein", "said_by", "medium", "outlet", "hedge", "text", "start",
        "end", "sentence", "section", "rule", "confidence", "report", "publication", "url",
    ];

    /// <summary>Writes the names of the columns.</summary>
    public void WriteHeader(TextWriter output) => WriteRow(Columns, output);

    /// <summary>Writes a row for each event of a report.</summary>
    public void Write(CodedReport report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        var ids = new EventIds(report.Report);
        foreach (var one in report.Events)
        {
            WriteRow(Cells(one, ids.Next(one), report), output);
        }
    }

    private IEnumerable<string?> Cells(CodedEvent one, string id, CodedReport coded)
    {
        var report = coded.Report;
        var span = report.CodePoints(one.Span);
        var cameo = codebook.Cameo.Of(one.Type.Name, one.Mode);
        var said = one.Statement.Attribution.FirstOrDefault();
        return
        [
            id, Source.Iso(one.Date?.Interval.Start),
            Source.Iso(one.Date?.Interval.End ?? (one.Date is null ? null : Source.DayOfReport(coded))),
            one.Type.Name, one.Mode,
            Joined(one.Actors.Select(a => a.Actor.Name)), Joined(one.Actors.Select(a => a.Actor.Code)), Joined(one.Actors.Select(a => a.Actor.Sectors.FirstOrDefault())),
            Joined(one.Recipients.Select(a => a.Actor.Name)), Joined(one.Recipients.Select(a => a.Actor.Code)), Joined(one.Recipients.Select(a => a.Actor.Sectors.FirstOrDefault())),
            StatusNames.Of(one.Statement.Status), Joined(one.Statement.Auxiliary.Select(StatusNames.Of)), Joined(one.Contexts),
            one.Content?.Type.Name, one.Content?.Mode, one.Place?.Place?.Name, one.Place?.Place?.Country,
            ((int)one.Type.Quad).ToString(), one.Type.ScoreOf(one.Mode).ToString(), cameo?.Code, cameo?.Goldstein.ToString(),
            said?.Speaker?.Actor.Name ?? said?.SpeakerText, said?.Medium, said?.Carrier, one.Statement.Hedge,
            report.Text[one.Sentence.Span.Start..one.Sentence.Span.End], span.Start.ToString(), span.End.ToString(), one.Sentence.Index.ToString(),
            one.Section.ToString().ToLowerInvariant(), one.Explanation.Rule, Math.Round(one.Confidence, 3).ToString(), report.Name, report.Outlet, report.Link,
        ];
    }

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
