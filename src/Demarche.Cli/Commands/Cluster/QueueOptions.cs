using System.CommandLine;
using Demarche.Cluster.Queue;
using NATS.Client.Core;

namespace Demarche.Cli.Commands.Cluster;

/// <summary>The options that name a queue, and opening it.</summary>
internal sealed class QueueOptions
{
    private const string Variable = "DEMARCHE_NATS";
    private const string Default = "nats://127.0.0.1:4222";

    private readonly Option<string> _url = new("--nats")
    {
        Description = $"The queue's servers, such as nats://user@host:4222, several between commas; without it ${Variable}, else {Default}.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Default,
    };

    private readonly Option<string> _name = new("--queue") { Description = "The queue's name.", DefaultValueFactory = _ => QueueAddress.DefaultName };

    /// <summary>The options, added to a command.</summary>
    public static QueueOptions AddTo(Command command)
    {
        var options = new QueueOptions();
        command.Options.Add(options._url);
        command.Options.Add(options._name);
        return options;
    }

    /// <summary>Opens the queue for <paramref name="call"/> and gives its exit code; what stands in the way goes to the user.</summary>
#pragma warning disable CA1068 // What is done with the queue reads best behind all else.
    public async Task<int> RunAsync(ParseResult parsed, bool makes, Streams streams, CancellationToken stop, Func<ReportQueue, Task<int>> call) =>
        await RunAsync(await OpenAsync(parsed, makes, stop), streams, call);
#pragma warning restore CA1068

    /// <summary>Opens the queue, or says why it cannot be.</summary>
    public async Task<Outcome<ReportQueue>> OpenAsync(ParseResult parsed, bool makes, CancellationToken stop)
    {
        var address = QueueAddress.Of(parsed.GetValue(_url)!, parsed.GetValue(_name)!);
        return address.Value is { } where ? await ReportQueue.OpenAsync(where, makes, stop) : address.Failure!;
    }

    /// <summary>Runs <paramref name="call"/> on a queue that was opened.</summary>
    public static async Task<int> RunAsync(Outcome<ReportQueue> opened, Streams streams, Func<ReportQueue, Task<int>> call)
    {
        if (Loading.Or(opened, streams) is not { } queue)
        {
            return CommandLine.WrongUse;
        }

        await using (queue)
        {
            try
            {
                return await call(queue);
            }
            catch (NatsException fault)
            {
                streams.Complain(queue.Away(fault));
                return CommandLine.SomeFailed;
            }
        }
    }
}
