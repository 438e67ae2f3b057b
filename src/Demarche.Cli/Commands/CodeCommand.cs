using System.Collections.Concurrent;
using System.CommandLine;
using Demarche.Cli.Output;
using Demarche.Coding;
using Demarche.Store.Sources;
using NodaTime;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche code PATH…</c>: reports in, events out.</summary>
internal static class CodeCommand
{
    private static readonly string[] Formats = ["table", "jsonl", "csv", "tsv"];

    public static Command Create(Streams streams)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders or archives of reports, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var date = new Option<LocalDate?>("--date")
        {
            Description = "Day of publication of reports that print none, such as 2020-07-04.",
            CustomParser = Parsers.Date,
        };
        var format = new Option<string>("--format") { Description = "table for people; jsonl, csv or tsv for programs.", DefaultValueFactory = _ => Formats[0] };
        format.AcceptOnlyFromAmong(Formats);
        var file = new Option<string?>("--output") { Description = "File to write to instead of standard output." };
        var jobs = new Option<int>("--jobs") { Description = "Threads; the output does not depend on it.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var confidence = Parsers.ConfidenceOption();
        var codebook = Parsers.CodebookOption();
        var command = new Command("code", "Codes reports: who did what to whom, when, whether it happened, and who says so.")
        {
            paths, date, format, file, jobs, confidence, codebook,
        };
        var sources = SourceOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            var call = new Call(parsed.GetValue(paths)!, parsed.GetValue(date), parsed.GetValue(format)!, parsed.GetValue(jobs), parsed.GetValue(confidence), sources.Of(parsed));
            if (Parsers.Codebook(parsed.GetValue(codebook), streams) is not { } files || Loading.Engine(files, streams) is not { } pipeline)
            {
                return CommandLine.WrongUse;
            }

            if (parsed.GetValue(file) is not { } path)
            {
                return Run(call, pipeline, streams.Output, streams);
            }

            return OutputFile.Write(path, streams, output => Run(call, pipeline, output, streams));
        });
        return command;
    }

    private static int Run(Call call, Pipeline pipeline, TextWriter output, Streams streams)
    {
        var failed = false;
        var sink = EventSinks.Of(call.Format, output, pipeline.Codebook);
        sink.Open();
        var inputs = new ReportSources(pipeline.Reader, call.Reading, streams.Input).Find(call.Paths);
        foreach (var outcome in Coded(inputs, call, pipeline))
        {
            if (outcome.Failure is { } failure)
            {
                streams.Complain(failure);
                failed = true;
            }
            else
            {
                sink.Write(outcome.Value!);
            }
        }

        sink.Close();
        return failed ? CommandLine.SomeFailed : CommandLine.Done;
    }

    private static IEnumerable<Outcome<CodedReport>> Coded(IEnumerable<PendingReport> reports, Call call, Pipeline pipeline)
    {
        using var rounds = ReportRounds.Of(reports).GetEnumerator();
        if (!rounds.MoveNext())
        {
            yield break;
        }

        // A single report is done before threads and their queues would be ready.
        var first = rounds.Current;
        var isOnly = !rounds.MoveNext();
        foreach (var outcome in isOnly ? Code(first, call, pipeline) : Coded(Rest(first, rounds), call, pipeline).SelectMany(r => r))
        {
            yield return outcome;
        }
    }

    // One round at a time, so that no thread is left with many at the end.
    private static IEnumerable<Outcome<CodedReport>[]> Coded(IEnumerable<PendingReport[]> rounds, Call call, Pipeline pipeline) => call.Jobs == 1
        ? rounds.Select(r => Code(r, call, pipeline))
        : Partitioner.Create(rounds, EnumerablePartitionerOptions.NoBuffering).AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Clamp(call.Jobs, 1, 512))
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(r => Code(r, call, pipeline));

    private static IEnumerable<PendingReport[]> Rest(PendingReport[] first, IEnumerator<PendingReport[]> rounds)
    {
        yield return first;
        do
        {
            yield return rounds.Current;
        }
        while (rounds.MoveNext());
    }

    private static Outcome<CodedReport>[] Code(PendingReport[] round, Call call, Pipeline pipeline) =>
        ReportRounds.Code(Array.ConvertAll(round, found => found.Read()), pipeline, call.Date, call.MinConfidence);

    private sealed record Call(string[] Paths, LocalDate? Date, string Format, int Jobs, double? MinConfidence, ReadingOptions Reading);
}
