using System.CommandLine;
using System.Text.Json;
using Demarche.Reports;
using Demarche.Statements;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche attributions FILE.jsonl</c>: who says what in each text.</summary>
internal static class AttributionsCommand
{
    public static Command Create(Streams streams)
    {
        var file = new Argument<string>("FILE") { Description = "Lines of {\"id\", \"text\"}; - for standard input." };
        var command = new Command("attributions", "Finds who says what: source, cue and content of each attribution.") { file };
        command.SetAction(parsed => Loading.Engine(CodebookFiles.Shipped(), streams) is { } pipeline
            ? TextLines.Run(parsed.GetValue(file)!, pipeline.Reader, streams, (report, json) => Write(pipeline.State(report), report, json))
            : CommandLine.WrongUse);
        return command;
    }

    private static void Write(StatedReport stated, Report report, Utf8JsonWriter json)
    {
        json.WriteStartArray("attributions");
        foreach (var attribution in stated.Quoted)
        {
            json.WriteStartObject();
            Write("source", attribution.Source, report, json);
            Write("cue", attribution.Cue, report, json);
            Write("content", attribution.Content, report, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(string name, IEnumerable<Span> spans, Report report, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var span in spans)
        {
            var counted = report.CodePoints(span);
            json.WriteStartArray();
            json.WriteNumberValue(counted.Start);
            json.WriteNumberValue(counted.End);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
