using System.CommandLine;
using Demarche.Cluster.Submitting;
using Demarche.Cluster.Watching;
using Demarche.Reports;

namespace Demarche.Cli.Commands.Cluster;

/// <summary><c>demarche watch FEEDS.yaml</c>: follows RSS and Atom feeds, and puts what is new into a queue.</summary>
internal static class WatchCommand
{
    public static Command Create(Streams streams)
    {
        var list = new Argument<string>("FEEDS.yaml") { Description = "Feeds to follow: feeds: [{url: https://…, every: 30m, outlet: …}]." };
        var kept = new Option<string?>("--state") { Description = "File that holds what was fetched; without it FEEDS.yaml.state beside the list." };
        var once = new Option<bool>("--once") { Description = "Ask each feed that is due once, then end." };
        var contact = new Option<string?>("--contact") { Description = "Address that publishers can turn to; it stands in every request." };
        var telemetry = OperationOptions.Telemetry();
        var command = new Command("watch", "Follows RSS and Atom feeds politely, and puts their new reports into a queue.") { list, kept, once, contact, telemetry };
        var queue = QueueOptions.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var path = parsed.GetValue(list)!;
            if (Loading.Or(FeedList.Read(path), streams) is not { } feeds || Loading.Or(WatchState.Open(parsed.GetValue(kept) ?? path + ".state"), streams) is not { } state
                || Loading.Or(ReportReader.Load(CodebookFiles.Shipped()), streams) is not { } reader)
            {
                return CommandLine.WrongUse;
            }

            return await OperationOptions.MeasuredAsync(parsed.GetValue(telemetry), "demarche-watch", streams, () => queue.RunAsync(parsed, makes: true, streams, stop, async opened =>
            {
                var (failed, turn) = (0, new Lock());
                using var fetch = new PoliteFetch(parsed.GetValue(contact));
                var watch = new FeedWatch(state, fetch, reader, new PatientPublisher(opened, null).PublishAsync, Complain, TimeProvider.System);
                await watch.RunAsync(feeds, parsed.GetValue(once), stop);
                streams.Errors.WriteLine($"{opened.Address.Shown}: {watch.Taken} {(watch.Taken == 1 ? "report" : "reports")} queued of {feeds.Count} {(feeds.Count == 1 ? "feed" : "feeds")}");
                return failed > 0 && parsed.GetValue(once) ? CommandLine.SomeFailed : CommandLine.Done;

                void Complain(Diagnostic diagnostic)
                {
                    lock (turn)
                    {
                        failed++;
                        streams.Complain(diagnostic);
                    }
                }
            }));
        });
        return command;
    }
}
