using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Coding.Records;
using Demarche.Reports;
using Demarche.Store;
using NodaTime;
using NodaTime.Text;

namespace Demarche.Cli.Reviewing;

/// <summary>Reviewed events with the reports that they were read from: a line of JSON a report.</summary>
/// <remarks>Fields: report, published, text, events (accepted, or as edited), rejected. Events have the form of <see cref="EventLines"/>.</remarks>
internal static class GoldFile
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lines of a store, report by report.</summary>
    public static async Task<List<string>> LinesAsync(IEventStore store, CancellationToken stop)
    {
        var reviewed = new Dictionary<string, List<StoredEvent>>(StringComparer.Ordinal);
        await foreach (var one in store.EventsAsync(new EventQuery { OnlyReviewed = true, WithRejected = true, Order = EventOrder.Reading }, stop))
        {
            (reviewed.TryGetValue(one.Report, out var known) ? known : reviewed[one.Report] = []).Add(one);
        }

        var lines = new List<string>();
        foreach (var (hash, events) in reviewed)
        {
            if (await store.ReportAsync(hash, stop) is { } report)
            {
                lines.Add(Line(report, events));
            }
        }

        return lines;
    }

    /// <summary>Reads one line.</summary>
    /// <param name="where">Where it stands.</param>
    /// <param name="line">The line.</param>
    /// <param name="reader">Reads its text.</param>
    public static Outcome<GoldReport> Read(string where, string line, ReportReader reader)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var name = root.GetProperty("report").GetString() ?? where;
            var read = reader.FromText(name, root.GetProperty("text").GetString() ?? "");
            if (read.Value is not { } report)
            {
                return read.Failure!;
            }

            LocalDate? day = root.TryGetProperty("published", out var published) && published.GetString() is { } text ? LocalDatePattern.Iso.Parse(text).GetValueOrThrow() : null;
            return new GoldReport(
                report with { Published = day ?? report.Published }, Events(where, root.GetProperty("events")), Events(where, root.GetProperty("rejected")));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or UnparsableValueException)
        {
            return CliDiagnostics.BadGold(where, fault.Message.Split('\n')[0].TrimEnd('.'));
        }
    }

    private static List<EventRecord> Events(string where, JsonElement events) =>
    [
        .. events.EnumerateArray().Select(e => EventLines.Read(where, Encoding.UTF8.GetBytes(e.GetRawText())))
            .Select(r => r.Value ?? throw new FormatException(r.Failure!.What)),
    ];

    private static string Line(StoredReport report, List<StoredEvent> events)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("report", report.Name);
            json.WriteString("published", IsoDay.Text(report.Published));
            json.WriteString("text", report.Text);
            Write(json, "events", events.Where(e => e.Review != Verdict.Rejected));
            Write(json, "rejected", events.Where(e => e.Review == Verdict.Rejected));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<StoredEvent> events)
    {
        json.WriteStartArray(name);
        foreach (var one in events)
        {
            using var line = new MemoryStream();
            EventLines.Write([one.Record], line);
            json.WriteRawValue(line.GetBuffer().AsSpan(0, (int)line.Length - 1));
        }

        json.WriteEndArray();
    }
}

/// <summary>A report with what people say is in it.</summary>
/// <param name="Report">The report.</param>
/// <param name="Events">Events that are right.</param>
/// <param name="Rejected">Events that are wrong.</param>
internal sealed record GoldReport(Report Report, IReadOnlyList<EventRecord> Events, IReadOnlyList<EventRecord> Rejected);
