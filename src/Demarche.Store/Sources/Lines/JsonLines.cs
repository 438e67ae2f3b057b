using System.Text.Json;

namespace Demarche.Store.Sources.Lines;

/// <summary>Reads files of one JSON object a line; a bad line is named and the rest goes on.</summary>
internal static class JsonLines
{
    /// <summary>The lines that are not blank, with their numbers from 1.</summary>
    public static IEnumerable<(string Line, int Number)> Of(TextReader reader)
    {
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return (line, number);
            }
        }
    }

    /// <summary>One line as an object.</summary>
    public static Outcome<JsonDocument> Parse(string path, int number, string line)
    {
        try
        {
            var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                return json;
            }

            json.Dispose();
            return SourceDiagnostics.BadJson($"{path}:{number}", "the line is no JSON object");
        }
        catch (JsonException e)
        {
            return SourceDiagnostics.BadJson($"{path}:{number}", $"the line is no JSON ({e.Message.Split('.')[0]})");
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
