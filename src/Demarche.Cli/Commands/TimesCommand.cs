using System.CommandLine;
using System.Text.Json;
using Demarche.Reports;
using Demarche.Time;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche times FILE.jsonl</c>: TIMEX3 times of each text.</summary>
internal static class TimesCommand
{
    public static Command Create(Streams streams)
    {
        var file = new Argument<string>("FILE") { Description = "Lines of {\"id\", \"published\", \"text\"}; - for standard input." };
        var command = new Command("times", "Finds the time expressions of texts, with TIMEX3 type and value.") { file };
        command.SetAction(parsed =>
        {
            var files = CodebookFiles.Shipped();
            return Loading.Or(ReportReader.Load(files), streams) is { } reader && Loading.Or(TimeFinder.Load(files), streams) is { } finder
                ? TextLines.Run(parsed.GetValue(file)!, reader, streams, (report, json) => Write(finder.Find(report.Text, report.Published, report.Outlet), report, json))
                : CommandLine.WrongUse;
        });
        return command;
    }

    private static void Write(IEnumerable<TimeExpression> times, Report report, Utf8JsonWriter json)
    {
        json.WriteStartArray("times");
        foreach (var time in times)
        {
            var span = report.CodePoints(time.Span);
            json.WriteStartObject();
            json.WriteNumber("start", span.Start);
            json.WriteNumber("end", span.End);
            json.WriteString("type", time.Kind.ToString().ToUpperInvariant());
            json.WriteString("value", time.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
