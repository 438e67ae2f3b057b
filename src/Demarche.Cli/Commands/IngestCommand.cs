using System.CommandLine;
using Demarche.Cli.Output;
using Demarche.Store;
using Demarche.Store.Ingesting;
using Demarche.Store.Sources;
using NodaTime;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche ingest PATH…</c>: codes reports into the record; safe to repeat, to stop and to go on with.</summary>
internal static class IngestCommand
{
    public static Command Create(Streams streams)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders or archives of reports, or - for standard input.", Arity = ArgumentArity.ZeroOrMore };
        var store = StoreCalls.StoreOption();
        var jobs = new Option<int>("--jobs") { Description = "Threads; the record does not depend on it.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var date = new Option<LocalDate?>("--date") { Description = "Day of publication of reports that print none, such as 2020-07-04.", CustomParser = Parsers.Date };
        var recode = new Option<bool>("--recode") { Description = "Code reports anew that another version of Demarche or of the codebook has coded; with --date, all." };
        var retry = new Option<bool>("--retry-failed") { Description = "Try the inputs again that failed before." };
        var confidence = Parsers.ConfidenceOption();
        var codebook = Parsers.CodebookOption();
        var command = new Command("ingest", "Codes reports into the record. Repeating it changes nothing; stopped, it goes on where it was.")
        {
            paths, store, jobs, date, recode, retry, confidence, codebook,
        };
        var sources = SourceOptions.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(paths) is not { Length: > 0 } && !result.GetValue(retry))
            {
                result.AddError("Give a path, or --retry-failed.");
            }
        });
        command.SetAction(async (parsed, stop) =>
        {
            if (Parsers.Codebook(parsed.GetValue(codebook), streams) is not { } files || Loading.Engine(files, streams) is not { } pipeline)
            {
                return CommandLine.WrongUse;
            }

            var settings = new IngestSettings
            {
                Jobs = Math.Clamp(parsed.GetValue(jobs), 1, 512),
                Date = parsed.GetValue(date),
                Recode = parsed.GetValue(recode),
                MinConfidence = parsed.GetValue(confidence),
            };
            return await StoreCalls.RunAsync(parsed.GetValue(store)!, StoreAccess.Write, streams, stop, async kept =>
            {
                var ingestion = new Ingestion(pipeline, CodebookVersion.Of(files), kept, settings, SystemClock.Instance);
                var call = new Call(parsed.GetValue(paths)!, parsed.GetValue(retry), sources.Of(parsed));
                return await RunAsync(ingestion, call, pipeline, kept, streams, stop);
            });
        });
        return command;
    }

    private static async Task<int> RunAsync(Ingestion ingestion, Call call, Pipeline pipeline, IEventStore store, Streams streams, CancellationToken stop)
    {
        var before = await FailuresAsync(store, stop);
        string[] paths = call.Retries ? [.. call.Paths.Concat(before.Select(FileOf)).Distinct(StringComparer.Ordinal)] : call.Paths;
        var (touched, failed) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var inputs = new ReportSources(pipeline.Reader, call.Reading, streams.Input).Find(paths);
        var counts = await IngestProgress.ShowAsync(paths, streams, progress => ingestion.RunAsync(
            inputs,
            step =>
            {
                touched.Add(FileOf(step.Input));
                if (step.Failure is { } failure)
                {
                    failed.Add(step.Input);
                    progress.Complain(failure);
                }

                progress.Add(step);
            },
            stop));
        if (!counts.Stopped)
        {
            // A file that was read to its end has no other failures any more than those of this run.
            await store.ForgetFailuresAsync([.. before.Where(b => touched.Contains(FileOf(b)) && !failed.Contains(b))], stop);
        }

        streams.Errors.WriteLine(IngestProgress.Summary(counts, store.Address));
        if (counts.Recoded > 0)
        {
            await TellWaitingAsync(store, streams, stop);
        }

        return counts.Stopped || counts.Failed > 0 ? CommandLine.SomeFailed : CommandLine.Done;
    }

    // What a reviewer said of an event that the new coding does not have is kept, and must not go by in silence.
    private static async Task TellWaitingAsync(IEventStore store, Streams streams, CancellationToken stop)
    {
        var waiting = new List<string>();
        await foreach (var key in store.WaitingAsync(stop))
        {
            waiting.Add(key);
        }

        if (waiting.Count > 0)
        {
            streams.Complain(CliDiagnostics.WaitingCorrections(store.Address, waiting));
        }
    }

    private static async Task<List<string>> FailuresAsync(IEventStore store, CancellationToken stop)
    {
        var inputs = new List<string>();
        await foreach (var failure in store.FailuresAsync(stop))
        {
            inputs.Add(failure.Input);
        }

        return inputs;
    }

    // The file that an input is in: "news.zip" of "news.zip/july.csv#3".
    private static string FileOf(string input)
    {
        var end = input.LastIndexOfAny(['#', ':']);
        var path = end > 0 && input[(end + 1)..].All(char.IsAsciiDigit) && !File.Exists(input) ? input[..end] : input;
        for (var file = path; !string.IsNullOrEmpty(file); file = Path.GetDirectoryName(file))
        {
            if (File.Exists(file))
            {
                return file;
            }
        }

        return path;
    }

    private sealed record Call(string[] Paths, bool Retries, ReadingOptions Reading);
}
