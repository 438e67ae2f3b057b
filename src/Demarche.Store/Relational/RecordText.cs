using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Demarche.Coding.Records;

namespace Demarche.Store.Relational;

/// <summary>Events as the JSON that the store keeps, which is a line of the export.</summary>
internal static class RecordText
{
    /// <summary>The event of JSON that the store wrote; anything else there is a broken store.</summary>
    public static EventRecord Read(string json) =>
        Parse("store", json) is { Value: { } one } ? one : throw new InvalidDataException("The store holds an event that is none.");

    /// <summary>An event with some of its fields changed.</summary>
    /// <param name="key">Key of the event, for the message.</param>
    /// <param name="one">The event as coded.</param>
    /// <param name="changes">A JSON object whose fields take the place of the event's.</param>
    public static Outcome<EventRecord> Changed(string key, EventRecord one, string changes)
    {
        try
        {
            if (JsonNode.Parse(EventLines.Line(one)) is not JsonObject record || JsonNode.Parse(changes) is not JsonObject wanted)
            {
                return StoreDiagnostics.BadChanges(key, "they are no JSON object");
            }

            foreach (var (name, value) in wanted)
            {
                record[name] = value?.DeepClone();
            }

            record["id"] = one.Id;
            var read = Parse(key, record.ToJsonString());
            return read.Failure is { } failure ? StoreDiagnostics.BadChanges(key, failure.What) : read;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return StoreDiagnostics.BadChanges(key, fault.Message.Split('.')[0]);
        }
    }

    private static Outcome<EventRecord> Parse(string where, string json)
    {
        // Thousands are read for one timeline; their bytes need not be garbage.
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            return EventLines.Read(where, bytes.AsMemory(0, Encoding.UTF8.GetBytes(json, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
