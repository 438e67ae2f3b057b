using System.CommandLine;
using Demarche.Cluster.Submitting;
using Demarche.Reports;
using Demarche.Store.Sources;
using NodaTime;

namespace Demarche.Cli.Commands.Cluster;

/// <summary><c>demarche submit PATH…</c>: puts reports into a queue for workers to code; safe to repeat.</summary>
internal static class SubmitCommand
{
    public static Command Create(Streams streams)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders or archives of reports, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var date = new Option<LocalDate?>("--date") { Description = "Day of publication of reports that print none, such as 2020-07-04.", CustomParser = Parsers.Date };
        var codebook = Parsers.CodebookOption();
        var command = new Command("submit", "Puts reports into a queue (NATS JetStream) for workers to code. Repeating it codes nothing twice.") { paths, date, codebook };
        var queue = QueueOptions.AddTo(command);
        var sources = SourceOptions.AddTo(command);
        command.SetAction((parsed, stop) =>
            Parsers.Codebook(parsed.GetValue(codebook), streams) is not { } files || Loading.Or(ReportReader.Load(files), streams) is not { } reader
                ? Task.FromResult(CommandLine.WrongUse)
                : queue.RunAsync(parsed, makes: true, streams, stop, async opened =>
                {
                    var inputs = new ReportSources(reader, sources.Of(parsed), streams.Input).Find(parsed.GetValue(paths)!);
                    var counts = await new Submission(opened, parsed.GetValue(date)).RunAsync(inputs, streams.Complain, stop);
                    streams.Errors.WriteLine(Summary(counts, opened.Address.Shown));
                    return counts.Stopped || counts.Failed > 0 ? CommandLine.SomeFailed : CommandLine.Done;
                }));
        return command;
    }

    private static string Summary(SubmissionCounts counts, string queue)
    {
        string[] parts =
        [
            $"{counts.Queued} {(counts.Queued == 1 ? "report" : "reports")} queued",
            counts.Known > 0 ? $"{counts.Known} queued already" : "",
            counts.Failed > 0 ? $"{counts.Failed} failed" : "",
        ];
        return $"{queue}: {string.Join(", ", parts.Where(p => p.Length > 0))}{(counts.Stopped ? "; stopped: run the same command again to go on" : "")}";
    }
}
