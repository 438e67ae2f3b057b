using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Reports;
using Demarche.Store.Sources;
using Demarche.Store.Sources.Lines;

namespace Demarche.Cli.Commands;

/// <summary>Runs a stage over lines of {"id", "published", "text"} and writes a line of JSON for each; a bad line is named and the rest goes on.</summary>
internal static class TextLines
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes, for each text, its id and what <paramref name="write"/> adds.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string path, ReportReader reader, Streams streams, Action<Report, Utf8JsonWriter> write)
    {
        if (Loading.Or(InputFile.OpenText(path, streams.Input), streams) is not { } input)
        {
            return CommandLine.WrongUse;
        }

        var failed = false;
        foreach (var (where, line) in JsonLines.Of(path, input, new ReadingLimits().LineCharacters))
        {
            if (Loading.Or(line, streams) is not { } text || Loading.Or(JsonLines.Parse(where, text), streams) is not { } json)
            {
                failed = true;
                continue;
            }

            using (json)
            {
                if (Loading.Or(Of(where, json, reader.FromPlainText), streams) is { } report)
                {
                    streams.Output.WriteLine(Line(JsonLines.Text(json, "id"), report, write));
                }
                else
                {
                    failed = true;
                }
            }
        }

        return failed ? CommandLine.SomeFailed : CommandLine.Done;
    }

    /// <summary>The report of a line: its text, with the day of "published" where that is one.</summary>
    /// <param name="name">What to call the report.</param>
    /// <param name="json">The line.</param>
    /// <param name="read">How its text is read: as a whole report, or every line of it as body.</param>
    public static Outcome<Report> Of(string name, JsonDocument json, Func<string, string, Outcome<Report>> read)
    {
        if (JsonLines.Text(json, "text") is not { } text)
        {
            return SourceDiagnostics.NoField(name, "text");
        }

        var report = read(name, text);
        return report.Value is { } whole && JsonLines.Text(json, "published") is { } published && PrintedDates.Parse(published) is { } day
            ? whole with { Published = day }
            : report;
    }

    private static string Line(string? id, Report report, Action<Report, Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            write(report, json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
