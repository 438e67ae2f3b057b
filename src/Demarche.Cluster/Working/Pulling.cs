using Demarche.Cluster.Queue;
using Microsoft.Extensions.Logging;
using NATS.Client.Core;
using NATS.Client.JetStream;

namespace Demarche.Cluster.Working;

/// <summary>Asks the queue for as many reports as there is room for, and hands each on. Reports that came back wait until all else is done, and go one by one.</summary>
internal sealed class Pulling(ReportQueue queue, WorkerSettings settings, Holding holding, DeliveryCoding coding, ILogger log)
{
    private static readonly TimeSpan LongestPull = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);
    private readonly Queue<Delivery> _suspects = [];

    /// <summary>Pulls until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await UntilStoppedAsync(stop);
        }
        finally
        {
            await GiveBackAsync();
        }
    }

    private async Task UntilStoppedAsync(CancellationToken stop)
    {
        INatsJSConsumer? consumer = null;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                consumer ??= await queue.ConsumerAsync(settings.AckWait, stop);
                await holding.RoomAsync(stop);
                await PullAsync(consumer, stop);
                await ClearSuspectsAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is NatsException or OperationCanceledException or TimeoutException)
            {
                // The server ends, or the queue has just no leader; it is asked for anew, and for the workers' view of it too.
                log.QueueAway(fault.GetType().Name);
                consumer = null;
                await Task.Delay(Rest, CancellationToken.None);
            }
        }
    }

    private async Task PullAsync(INatsJSConsumer consumer, CancellationToken stop)
    {
        var pull = new NatsJSFetchOpts { MaxMsgs = holding.Room, Expires = LongestPull, IdleHeartbeat = LongestPull / 4 };
        await foreach (var message in consumer.FetchAsync(pull, NatsRawSerializer<byte[]>.Default, stop))
        {
            var one = new Delivery(message, queue.Address);
            holding.Take(one);
            if (one.IsRepeated)
            {
                _suspects.Enqueue(one);
            }
            else
            {
                _ = coding.RunAsync(one);
            }
        }
    }

    private async Task ClearSuspectsAsync(CancellationToken stop)
    {
        while (_suspects.Count > 0)
        {
            await holding.DownToAsync(_suspects.Count, stop);
            await coding.RunAsync(_suspects.Peek());
            await _suspects.Dequeue().Done;
        }
    }

    private async Task GiveBackAsync()
    {
        while (_suspects.TryDequeue(out var one))
        {
            await one.GiveBackAsync(TimeSpan.Zero);
        }
    }
}
