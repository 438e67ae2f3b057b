using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;

namespace Demarche.Cluster.Queue;

/// <summary>What a queue's keeper asks of it: how it stands, what was given up, and to try that again.</summary>
public sealed class QueueKeeping(ReportQueue queue)
{
    private const string Reader = "keeper";
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(1);

    /// <summary>How it stands.</summary>
    public async Task<QueueStatus> StatusAsync(CancellationToken cancellation = default)
    {
        var stream = (await queue.Streams.GetStreamAsync(queue.Address.Name, cancellationToken: cancellation)).Info;
        var parked = (await queue.Streams.GetStreamAsync(queue.Address.ParkedStream, cancellationToken: cancellation)).Info;
        var workers = await WorkersAsync(cancellation);
        var held = (long)(workers?.NumAckPending ?? 0);
        return new QueueStatus(
            stream.State.Messages - held, held, workers?.NumRedelivered ?? 0, parked.State.Messages, workers?.NumWaiting ?? 0, stream.State.Bytes, stream.Config.NumReplicas, [.. Servers(stream.Cluster)]);
    }

    /// <summary>What was given up, with the reason, the oldest first.</summary>
    public async Task<IReadOnlyList<ParkedReport>> ParkedAsync(CancellationToken cancellation = default)
    {
        var parked = new List<ParkedReport>();
        await ReadParkedAsync((number, message) =>
        {
            parked.Add(ParkedReport.Of(number, message.Headers));
            return Task.CompletedTask;
        }, cancellation);
        return parked;
    }

    /// <summary>Puts all that was given up into the queue again.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> RetryAsync(CancellationToken cancellation = default)
    {
        var count = 0;
        await ReadParkedAsync(async (number, message) =>
        {
            // Without an id, so that the server does not take it for the one that was queued before.
            var answer = await queue.Streams.PublishAsync(queue.Address.Reports, message.Data ?? [], NatsRawSerializer<byte[]>.Default, cancellationToken: cancellation);
            answer.EnsureSuccess();
            await queue.Streams.DeleteMessageAsync(queue.Address.ParkedStream, new StreamMsgDeleteRequest { Seq = number }, cancellation);
            count++;
        }, cancellation);
        return count;
    }

    private async Task ReadParkedAsync(Func<ulong, INatsJSMsg<byte[]>, Task> take, CancellationToken cancellation)
    {
        var left = (await queue.Streams.GetStreamAsync(queue.Address.ParkedStream, cancellationToken: cancellation)).Info.State.Messages;
        if (left == 0)
        {
            return;
        }

        var consumer = await queue.Streams.CreateOrUpdateConsumerAsync(
            queue.Address.ParkedStream,
            new ConsumerConfig { Name = $"{Reader}-{Guid.NewGuid():N}", AckPolicy = ConsumerConfigAckPolicy.None, InactiveThreshold = TimeSpan.FromMinutes(1), MemStorage = true },
            cancellation);
        while (left > 0)
        {
            var before = left;
            await foreach (var message in consumer.FetchAsync(new NatsJSFetchOpts { MaxMsgs = 100, Expires = LongestRead }, NatsRawSerializer<byte[]>.Default, cancellation))
            {
                await take(message.Metadata!.Value.Sequence.Stream, message);
                left--;
            }

            if (left == before)
            {
                return;
            }
        }
    }

    private async Task<ConsumerInfo?> WorkersAsync(CancellationToken cancellation)
    {
        try
        {
            return (await queue.Streams.GetConsumerAsync(queue.Address.Name, ReportQueue.Workers, cancellation)).Info;
        }
        catch (NatsJSApiException fault) when (fault.Error.Code == 404)
        {
            return null;   // no worker has come yet
        }
    }

    private static IEnumerable<QueueServer> Servers(ClusterInfo? cluster)
    {
        if (cluster?.Leader is { } leader)
        {
            yield return new QueueServer(leader, "leader");
        }

        foreach (var one in cluster?.Replicas ?? [])
        {
            yield return new QueueServer(one.Name ?? "", one.Offline ? "offline" : one.Current ? "current" : "behind");
        }
    }
}
