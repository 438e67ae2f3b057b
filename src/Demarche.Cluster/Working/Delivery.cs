using Demarche.Cluster.Queue;
using NATS.Client.Core;
using NATS.Client.JetStream;

namespace Demarche.Cluster.Working;

/// <summary>A report of the queue while it is with this worker. What it says to the queue may be lost: then the report comes again, which changes nothing.</summary>
internal sealed class Delivery(INatsJSMsg<byte[]> message, QueueAddress queue)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The message.</summary>
    public INatsJSMsg<byte[]> Message => message;

    /// <summary>Its number in the queue.</summary>
    public ulong Number { get; } = message.Metadata?.Sequence.Stream ?? 0;

    /// <summary>Whether it was with a worker before.</summary>
    public bool IsRepeated { get; } = message.Metadata?.NumDelivered > 1;

    /// <summary>Which try this is, as far as is known; the first is 1.</summary>
    public int Try { get; set; } = 1;

    /// <summary>What to call it where its own name cannot be read.</summary>
    public string Name => $"{queue.Name}#{Number}";

    /// <summary>Ends when this worker is done with it, whatever came of it.</summary>
    public Task Done => _done.Task;

    /// <summary>It is kept.</summary>
    public Task AcknowledgeAsync() => EndAsync(message.AckAsync());

    /// <summary>Another is to have it, now or after a while.</summary>
    public Task GiveBackAsync(TimeSpan delay) => EndAsync(message.NakAsync(new AckOpts { NakDelay = delay }));

    /// <summary>Nothing is said: it comes again.</summary>
    public void Leave() => _done.TrySetResult();

    /// <summary>It is still being worked on.</summary>
    public async Task SayBusyAsync() => await QuietlyAsync(message.AckProgressAsync());

    private async Task EndAsync(ValueTask said)
    {
        await QuietlyAsync(said);
        Leave();
    }

    private static async Task QuietlyAsync(ValueTask said)
    {
        try
        {
            await said;
        }
        catch (Exception fault) when (fault is NatsException or OperationCanceledException or TimeoutException)
        {
            // The server is away, or the client has waited for it for long enough; it will send the report again.
        }
    }
}
