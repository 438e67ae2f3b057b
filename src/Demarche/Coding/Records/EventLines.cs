using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Demarche.Coding.Records;

/// <summary>Events as PLOVER JSON lines: one object a line, UTF-8, fields in a fixed order.</summary>
/// <remarks>
/// Field names are PLOVER's, with those that the design adds (status, attribution, content, rule, explanation, confidence, cite_info).
/// Offsets count Unicode code points of the report as read. The same event gives the same bytes, and reading gives it back.
/// </remarks>
public static class EventLines
{
    // Names stay readable: the output is JSON for programs and never HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes events, each with a line feed.</summary>
    public static void Write(IEnumerable<EventRecord> events, Stream output)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(output);
        using var json = new Utf8JsonWriter(output, Options);
        foreach (var one in events)
        {
            new EventWriter(json).Write(one);
            json.Flush();
            json.Reset();
            output.WriteByte((byte)'\n');
        }
    }

    /// <summary>One event as its line, without the line feed.</summary>
    public static string Line(EventRecord one)
    {
        using var bytes = new MemoryStream();
        Write([one], bytes);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length - 1);
    }

    /// <summary>Reads one line.</summary>
    /// <param name="where">Where it stands, "events.jsonl:7", for the message.</param>
    /// <param name="line">The UTF-8 bytes, with or without the line feed.</param>
    /// <returns>The event, or what is wrong with the line.</returns>
    public static Outcome<EventRecord> Read(string where, ReadOnlyMemory<byte> line)
    {
        try
        {
            return EventParser.Event(line.Span);
        }
        catch (JsonException fault)
        {
            return Diagnostics.BadEventLine(where, $"it is no JSON ({fault.Message.Split('.')[0]})");
        }
        catch (Exception fault) when (fault is FormatException or InvalidOperationException)
        {
            return Diagnostics.BadEventLine(where, fault.Message);
        }
    }
}
