using System.Text.Encodings.Web;
using System.Text.Json;

namespace Demarche.Coding.Records;

/// <summary>Writes events as PLOVER JSON lines: one object a line, UTF-8, fields in a fixed order. Immutable and thread-safe.</summary>
/// <remarks>
/// Field names are PLOVER's, with those that the design adds (status, attribution, content, rule, explanation, confidence, cite_info).
/// Offsets count Unicode code points of the report as read. The same report gives the same bytes.
/// </remarks>
/// <param name="codebook">The codebook that the events were coded by, for CAMEO codes.</param>
public sealed class EventLines(Codebook codebook)
{
    // Names stay readable: the output is JSON for programs and never HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the events of a report, each with a line feed.</summary>
    public void Write(CodedReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        var ids = new EventIds(report.Report);
        using var buffer = new MemoryStream();
        foreach (var one in report.Events)
        {
            buffer.SetLength(0);
            using (var json = new Utf8JsonWriter(buffer, Options))
            {
                json.WriteStartObject();
                json.WriteString("id", ids.Next(one));
                json.WriteBoolean("has_event", true);
                new EventWriter(json, report, codebook).Write(one);
                WriteSource(json, report, one);
                json.WriteEndObject();
            }

            buffer.WriteByte((byte)'\n');
            buffer.WriteTo(output);
        }
    }

    private static void WriteSource(Utf8JsonWriter json, CodedReport coded, CodedEvent one)
    {
        var report = coded.Report;
        var written = coded.Stated.Mentioned.Times.Written;
        json.WriteStartObject("cite_info");
        json.WriteString("report", report.Name);
        json.WriteString("title", Source.TitleOf(report));
        json.WriteString("publication", report.Outlet);
        json.WriteString("url", report.Link);
        json.WriteString("date_earliest", Source.Iso(written is { HasEarliest: true } ? written.Earliest : null));
        json.WriteString("date_latest", Source.Iso(written is { HasLatest: true } ? written.Latest : null));
        json.WriteStartArray("date_evidence");
        foreach (var reason in Source.DateEvidenceOf(coded, one))
        {
            json.WriteStringValue(reason);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteString("coder", Source.Coder);
        json.WriteString("link", report.Link);
    }
}
