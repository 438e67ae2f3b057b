using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Chronology;
using Demarche.Coding.Records;

namespace Demarche.Cli.Output.Chronology;

/// <summary>A chronology as JSON lines: an act a line, with every telling of it.</summary>
internal static class TimelineLines
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IEnumerable<EventCluster> clusters, TextWriter output)
    {
        using var bytes = new MemoryStream();
        foreach (var one in clusters)
        {
            bytes.SetLength(0);
            using (var json = new Utf8JsonWriter(bytes, Options))
            {
                json.WriteStartObject();
                Write(one, json);
                json.WriteEndObject();
            }

            output.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
            output.Write('\n');
        }
    }

    /// <summary>Writes the fields of an act into an open object.</summary>
    public static void Write(EventCluster one, Utf8JsonWriter json)
    {
        json.WriteString("id", one.Id);
        json.WriteString("date", IsoDay.Text(one.Date));
        json.WriteString("enddate", IsoDay.Text(one.EndDate));
        Write("actor", one.Actors, json);
        Write("recipient", one.Recipients, json);
        json.WriteString("event", one.Act.Type);
        json.WriteString("mode", one.Act.Mode);
        json.WriteString("content", one.Act.Content is { } content ? ClusterWords.What(content) : null);
        json.WriteNumber("quad_code", one.Act.Quad);
        json.WriteNumber("event_scale", one.Act.Scale);
        json.WriteString("place", one.Place?.Name);
        json.WriteString("status", one.Status);
        Write("statuses", "status", one.Statuses, json);
        json.WriteStartArray("disagreements");
        foreach (var difference in one.Disagreements)
        {
            json.WriteStartObject();
            json.WriteString("aspect", difference.Aspect);
            Write("values", "value", difference.Values, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("sources", one.Sources);
        json.WriteStartArray("evidence");
        foreach (var evidence in one.Evidence)
        {
            Write(evidence, json);
        }

        json.WriteEndArray();
    }

    private static void Write(ClusterEvidence evidence, Utf8JsonWriter json)
    {
        var cited = evidence.Told.Event.Citation;
        json.WriteStartObject();
        json.WriteString("event", evidence.Told.Id);
        json.WriteString("outlet", evidence.Outlet);
        json.WriteString("title", cited.Title);
        json.WriteString("url", cited.Url);
        json.WriteString("published", IsoDay.Text(cited.DateLatest));
        json.WriteString("copy_of", evidence.IsCopy ? evidence.Original : null);
        json.WriteString("status", evidence.Told.Act.Status);
        json.WriteString("date", IsoDay.Text(evidence.Told.Act.Date));
        json.WriteString("said_by", evidence.Speaker);
        json.WriteString("text", evidence.Told.Event.Text);
        json.WriteEndObject();
    }

    private static void Write(string name, ImmutableArray<ParticipantRecord> all, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            json.WriteStartObject();
            json.WriteString("code", one.Code);
            json.WriteString("name", one.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(string name, string field, ImmutableArray<ToldValue> values, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            json.WriteString(field, value.Value);
            json.WriteStartArray("sources");
            foreach (var source in value.Sources)
            {
                json.WriteStringValue(source);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
