using System.CommandLine;
using Demarche.Cli.Output;
using Demarche.Cli.Reviewing;
using Demarche.Coding.Records;
using Demarche.Store.Sources;
using Demarche.Store.Sources.Lines;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche eval GOLD</c>: codes reviewed reports anew and tells how well that agrees with what people said.</summary>
internal static class EvalCommand
{
    private static readonly string[] Columns = ["figure", "count", "of", "share"];

    public static Command Create(Streams streams)
    {
        var file = new Argument<string>("GOLD") { Description = "A file as 'demarche review export' writes it; - for standard input." };
        var all = new Option<bool>("--complaints") { Description = "Also name each event that was missed or came again, on standard error." };
        var format = StoreCalls.FormatOption();
        var codebook = Parsers.CodebookOption();
        var command = new Command("eval", "Codes the reports of a gold file and compares the events with those that people reviewed.") { file, all, format, codebook };
        command.SetAction(parsed =>
        {
            if (Parsers.Codebook(parsed.GetValue(codebook), streams) is not { } files || Loading.Engine(files, streams) is not { } pipeline
                || Loading.Or(InputFile.OpenText(parsed.GetValue(file)!, streams.Input), streams) is not { } input)
            {
                return CommandLine.WrongUse;
            }

            var score = new GoldScore();
            var failed = false;
            foreach (var (where, line) in JsonLines.Of(parsed.GetValue(file)!, input, new ReadingLimits().LineCharacters))
            {
                if (Loading.Or(line, streams) is { } text && Loading.Or(GoldFile.Read(where, text, pipeline.Reader), streams) is { } gold)
                {
                    score.Add(gold, RecordedEvents.Of(pipeline.Code(gold.Report).From(pipeline.Coder.ShownFrom), pipeline.Codebook));
                }
                else
                {
                    failed = true;
                }
            }

            if (parsed.GetValue(all))
            {
                score.Complaints.ForEach(streams.Errors.WriteLine);
            }

            var sink = RowSink.Of(parsed.GetValue(format)!, streams.Output, Columns);
            foreach (var row in score.Rows())
            {
                sink.Write(row);
            }

            sink.Close();
            return failed ? CommandLine.SomeFailed : CommandLine.Done;
        });
        return command;
    }
}
