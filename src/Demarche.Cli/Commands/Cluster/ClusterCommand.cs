using System.CommandLine;
using Demarche.Cli.Output;
using Demarche.Cluster.Queue;

namespace Demarche.Cli.Commands.Cluster;

/// <summary><c>demarche cluster</c>: how a queue stands, what was given up and why, and to try that again.</summary>
internal static class ClusterCommand
{
    public static Command Create(Streams streams) => new("cluster", "The queue of reports: how it stands, and what workers gave up.")
    {
        Status(streams), Parked(streams), Retry(streams),
    };

    private static Command Status(Streams streams)
    {
        var command = new Command("status", "Reports that wait, are with workers and were given up; the servers and whether they are whole.");
        var format = StoreCalls.FormatOption();
        command.Options.Add(format);
        var queue = QueueOptions.AddTo(command);
        command.SetAction((parsed, stop) => queue.RunAsync(parsed, makes: false, streams, stop, async opened =>
        {
            var status = await new QueueKeeping(opened).StatusAsync(stop);
            var sink = RowSink.Of(parsed.GetValue(format)!, streams.Output, ["what", "value"]);
            (string, object)[] rows =
            [
                ("waiting", status.Waiting), ("with workers", status.Held), ("came again", status.Repeated), ("given up", status.Parked),
                ("pulls open", status.Pulls), ("bytes", status.Bytes), ("replicas", status.Replicas),
                .. status.Servers.Select(s => ("server " + s.Name, (object)s.State)),
            ];
            foreach (var (what, value) in rows)
            {
                sink.Write([what, value]);
            }

            sink.Close();
            return status.Servers.Any(s => s.State == "offline") ? CommandLine.SomeFailed : CommandLine.Done;
        }));
        return command;
    }

    private static Command Parked(Streams streams)
    {
        var command = new Command("parked", "What workers gave up, each with the reason.");
        var format = StoreCalls.FormatOption();
        command.Options.Add(format);
        var queue = QueueOptions.AddTo(command);
        command.SetAction((parsed, stop) => queue.RunAsync(parsed, makes: false, streams, stop, async opened =>
        {
            var sink = RowSink.Of(parsed.GetValue(format)!, streams.Output, ["report", "number", "reason", "tries"]);
            var parked = await new QueueKeeping(opened).ParkedAsync(stop);
            foreach (var one in parked)
            {
                sink.Write([one.Why.Where, one.Why.Number, one.Why.What, one.Tries]);
            }

            return StoreCalls.Close(sink, parked.Count, "nothing was given up", streams);
        }));
        return command;
    }

    private static Command Retry(Streams streams)
    {
        var command = new Command("retry", "Puts all that was given up into the queue again.");
        var queue = QueueOptions.AddTo(command);
        command.SetAction((parsed, stop) => queue.RunAsync(parsed, makes: false, streams, stop, async opened =>
        {
            var count = await new QueueKeeping(opened).RetryAsync(stop);
            streams.Errors.WriteLine($"{opened.Address.Shown}: {count} {(count == 1 ? "report" : "reports")} queued again");
            return CommandLine.Done;
        }));
        return command;
    }
}
