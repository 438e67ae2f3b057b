using System.Text.Json;

namespace Demarche.Store.Sources.Lines;

/// <summary>Reads files of one JSON object a line; a bad line is named and the rest goes on.</summary>
internal static class JsonLines
{
    /// <summary>The lines that are not blank, each with its name, "FILE:NUMBER"; one that is too long says so.</summary>
    public static IEnumerable<(string Where, Outcome<string> Line)> Of(string path, TextReader reader, int longest)
    {
        var lines = new BoundedLines(reader, longest);
        while (lines.Read() is { } line)
        {
            var where = $"{path}:{lines.Number}";
            if (lines.IsTooLong)
            {
                yield return (where, SourceDiagnostics.LongLine(where, longest));
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                yield return (where, line);
            }
        }
    }

    /// <summary>One line as an object.</summary>
    public static Outcome<JsonDocument> Parse(string where, string line)
    {
        try
        {
            var json = JsonDocument.Parse(WholeCharacters.Of(line));
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                return json;
            }

            json.Dispose();
            return SourceDiagnostics.BadJson(where, "the line is no JSON object");
        }
        catch (JsonException e)
        {
            return SourceDiagnostics.BadJson(where, $"the line is no JSON ({e.Message.Split('.')[0]})");
        }
    }

    /// <summary>A field as text, or null.</summary>
    public static string? Text(JsonDocument json, string field) =>
        json.RootElement.TryGetProperty(field, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;
}
