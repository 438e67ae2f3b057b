using System.CommandLine;
using Demarche.Cli.Output;
using Demarche.Reports;
using Demarche.Store.Sources;
using NodaTime;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche explain "…"</c>: what Demarche sees in a sentence or report, and why.</summary>
internal static class ExplainCommand
{
    public static Command Create(Streams streams)
    {
        var text = new Argument<string>("TEXT") { Description = "A sentence in quotes, or the path of a report." };
        var date = new Option<LocalDate?>("--date") { Description = "Day of publication, such as 2020-07-04.", CustomParser = Parsers.Date };
        var sentence = new Option<int?>("--sentence") { Description = "Only this sentence of a report, counted from 1." };
        var codebook = Parsers.CodebookOption();
        var command = new Command("explain", "Shows tree, actors, times, statements and the rules that were tried, with what each lacked.") { text, date, sentence, codebook };
        command.SetAction(parsed =>
        {
            if (Parsers.Codebook(parsed.GetValue(codebook), streams) is not { } files || Loading.Engine(files, streams) is not { } pipeline)
            {
                return CommandLine.WrongUse;
            }

            if (Loading.Or(Read(parsed.GetValue(text)!, pipeline.Reader), streams) is not { } report)
            {
                return CommandLine.SomeFailed;
            }

            if (parsed.GetValue(date) is { } day)
            {
                report = report with { Published = day };
            }

            new ExplainedReport(pipeline, report, streams.Output).Write(parsed.GetValue(sentence));
            return CommandLine.Done;
        });
        return command;
    }

    private static Outcome<Report> Read(string text, ReportReader reader)
    {
        if (!File.Exists(text))
        {
            return reader.FromPlainText("sentence", text);
        }

        // A file of many reports shows its first; explain is for looking at one.
        return new ReportSources(reader, new ReadingOptions(), TextReader.Null).Find([text]).First().Read();
    }
}
