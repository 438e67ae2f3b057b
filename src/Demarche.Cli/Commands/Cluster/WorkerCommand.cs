using System.CommandLine;
using Demarche.Cluster.Working;
using Demarche.Store;
using Demarche.Store.Ingesting;
using NodaTime;

namespace Demarche.Cli.Commands.Cluster;

/// <summary><c>demarche worker</c>: codes the reports of a queue into the record until it is stopped.</summary>
internal static class WorkerCommand
{
    public static Command Create(Streams streams)
    {
        var store = StoreCalls.StoreOption();
        var jobs = new Option<int>("--jobs") { Description = "Threads; the record does not depend on it.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var silence = new Option<int>("--ack-wait") { Description = "Seconds after which the reports of a silent worker go to another.", DefaultValueFactory = _ => 30 };
        var log = LogOptions.FormatOption();
        var health = OperationOptions.Health();
        var telemetry = OperationOptions.Telemetry();
        var confidence = Parsers.ConfidenceOption();
        var codebook = Parsers.CodebookOption();
        var command = new Command("worker", "Codes the reports of a queue into the record until it is stopped (Ctrl-C, SIGTERM); any number of workers share the work.")
        {
            store, jobs, silence, log, health, telemetry, confidence, codebook,
        };
        var queue = QueueOptions.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            if (Parsers.Codebook(parsed.GetValue(codebook), streams) is not { } files || Loading.Engine(files, streams) is not { } pipeline)
            {
                return CommandLine.WrongUse;
            }

            var settings = new WorkerSettings
            {
                Jobs = Math.Clamp(parsed.GetValue(jobs), 1, 512),
                AckWait = TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(silence), 1, 3600)),
            };
            var coder = new ReportCoder(pipeline, CodebookVersion.Of(files), parsed.GetValue(confidence), SystemClock.Instance);
            using var logs = LogOptions.Open(parsed.GetValue(log)!);
            var record = await Waiting.ForAsync(() => Stores.OpenAsync(parsed.GetValue(store)!, StoreAccess.Write, stop), streams, stop);
            var reports = await Waiting.ForAsync(() => queue.OpenAsync(parsed, makes: true, stop), streams, stop);
            return await StoreCalls.RunAsync(record, streams, kept => QueueOptions.RunAsync(reports, streams, opened =>
            {
                var worker = new ReportWorker(opened, kept, pipeline.Reader, reports => coder.Code(reports, day: null), settings, SystemClock.Instance, logs.CreateLogger("Demarche.Worker"));
                return OperationOptions.MeasuredAsync(
                    parsed.GetValue(telemetry), "demarche-worker", streams, () => OperationOptions.HealthyAsync(parsed.GetValue(health), worker.FaultAsync, streams, WorkAsync, stop));

                async Task<int> WorkAsync()
                {
                    if (await worker.RunAsync(stop) is not { } fault)
                    {
                        return CommandLine.Done;
                    }

                    streams.Complain(fault);
                    return CommandLine.SomeFailed;
                }
            }));
        });
        return command;
    }
}
