using Demarche.Reports;
using Demarche.Store;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;
using NATS.Client.KeyValueStore;
using NodaTime;

namespace Demarche.Cluster.Queue;

/// <summary>A queue of reports in NATS JetStream: what is taken is on the disks of most servers, and stays until a worker says that it is kept. Thread-safe.</summary>
public sealed class ReportQueue : IAsyncDisposable
{
    /// <summary>The workers' common view of the queue.</summary>
    internal const string Workers = "workers";

    private const int ReplicasInACluster = 3;
    private const int NotFound = 404;
    private const string MessageId = "Nats-Msg-Id";
    private static readonly TimeSpan DuplicateWindow = TimeSpan.FromMinutes(5);   // a submission that is repeated sooner queues nothing twice
    private static readonly TimeSpan LongestElection = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan TriesKept = TimeSpan.FromDays(7);
    private readonly NatsConnection _connection;

    private ReportQueue(QueueAddress address, NatsConnection connection, NatsJSContext streams)
    {
        (Address, _connection, Streams) = (address, connection, streams);
    }

    /// <summary>Where it is.</summary>
    public QueueAddress Address { get; }

    internal NatsJSContext Streams { get; }

    /// <summary>Connects to a queue.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="makes">Whether it is made where it is not there.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<Outcome<ReportQueue>> OpenAsync(QueueAddress address, bool makes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        var connection = new NatsConnection(NatsOpts.Default with
        {
            Url = address.Url,
            Name = "demarche",
            MaxReconnectRetry = -1,
            ReconnectWaitMin = TimeSpan.FromMilliseconds(200),
            ReconnectWaitMax = TimeSpan.FromSeconds(2),
        });
        try
        {
            await connection.ConnectAsync();
            var queue = new ReportQueue(address, connection, new NatsJSContext(connection, new NatsJSOpts(connection.Opts, requestTimeout: TimeSpan.FromSeconds(5))));
            return await queue.FoundAsync(makes, cancellation) ? queue : await CloseAsync(connection, ClusterDiagnostics.NoQueue(address.Shown, address.Name));
        }
        catch (NatsException fault)
        {
            return await CloseAsync(connection, ClusterDiagnostics.NoQueueServer(address.Shown, fault.Message));
        }
    }

    /// <summary>Puts a report into the queue, and comes back once most servers have it on disk.</summary>
    /// <returns>Whether it is new; or why it cannot be queued at all. A server that does not answer is a <see cref="NatsException"/>, and trying again is safe.</returns>
    public async Task<Outcome<Receipt>> PublishAsync(Report report, LocalDate? day, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var body = QueuedReport.Of(report, day).ToBytes();
        var most = _connection.ServerInfo?.MaxPayload ?? int.MaxValue;
        if (body.Length > most)
        {
            return ClusterDiagnostics.LargeForQueue(report.Name, body.Length, most);
        }

        var hash = ContentHash.Of(report);
        var answer = await Streams.PublishAsync(Address.Reports, body, NatsRawSerializer<byte[]>.Default, new NatsJSPubOpts { MsgId = hash }, cancellationToken: cancellation);
        return answer.Error is { } error ? throw new NatsException(error.Description ?? "the server refused it") : new Receipt(hash, IsNew: !answer.Duplicate);
    }

    /// <summary>The message where its server does not answer.</summary>
    public Diagnostic Away(NatsException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return ClusterDiagnostics.NoQueueServer(Address.Shown, fault.Message);
    }

    /// <summary>Puts a report that was given up where nobody codes it, with the reason.</summary>
    internal async Task ParkAsync(INatsJSMsg<byte[]> message, Diagnostic why, int tries, CancellationToken cancellation)
    {
        // A report is parked once, however often a worker is lost between this and its acknowledgement.
        var headers = ParkedReport.Headers(why, tries);
        var id = message.Headers?.TryGetValue(MessageId, out var given) is true ? given.ToString() : $"{message.Metadata?.Sequence.Stream}";
        var answer = await Streams.PublishAsync(
            Address.Parked, message.Data ?? [], NatsRawSerializer<byte[]>.Default, new NatsJSPubOpts { MsgId = id }, headers, cancellation);
        answer.EnsureSuccess();
    }

    /// <summary>The workers' common view of the queue: each message is with one of them at a time.</summary>
    internal async Task<INatsJSConsumer> ConsumerAsync(TimeSpan ackWait, CancellationToken cancellation) => await Streams.CreateOrUpdateConsumerAsync(
        Address.Name,
        new ConsumerConfig(Workers) { AckPolicy = ConsumerConfigAckPolicy.Explicit, AckWait = ackWait, MaxDeliver = -1, MaxAckPending = -1 },
        cancellation);

    /// <summary>How often reports were begun.</summary>
    internal async Task<INatsKVStore> TriesAsync(CancellationToken cancellation) => await new NatsKVContext(Streams).GetStoreAsync(Address.Tries, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task<Diagnostic> CloseAsync(NatsConnection connection, Diagnostic why)
    {
        await connection.DisposeAsync();
        return why;
    }

    // A cluster that has just lost a server answers once it has chosen its leaders.
    private async Task<bool> FoundAsync(bool makes, CancellationToken cancellation)
    {
        for (var since = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                if (makes)
                {
                    await MakeAsync(cancellation);
                }

                await Streams.GetStreamAsync(Address.Name, cancellationToken: cancellation);
                return true;
            }
            catch (NatsJSApiException fault) when (fault.Error.Code == NotFound)
            {
                return false;
            }
            catch (NatsException) when (TimeProvider.System.GetElapsedTime(since) < LongestElection)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancellation);
            }
        }
    }

    // Made once; what is there already stays as its keeper has set it.
    private async Task MakeAsync(CancellationToken cancellation)
    {
        var replicas = string.IsNullOrEmpty(_connection.ServerInfo?.Cluster) ? 1 : ReplicasInACluster;
        await MakeAsync(
            new StreamConfig(Address.Name, [Address.Reports])
            {
                Retention = StreamConfigRetention.Workqueue,
                Discard = StreamConfigDiscard.New,
                DuplicateWindow = DuplicateWindow,
                NumReplicas = replicas,
            },
            cancellation);
        await MakeAsync(new StreamConfig(Address.ParkedStream, [Address.Parked]) { DuplicateWindow = DuplicateWindow, NumReplicas = replicas }, cancellation);
        var buckets = new NatsKVContext(Streams);
        await OrMakeAsync(
            () => buckets.GetStoreAsync(Address.Tries, cancellation).AsTask(),
            () => buckets.CreateStoreAsync(new NatsKVConfig(Address.Tries) { MaxAge = TriesKept, NumberOfReplicas = replicas }, cancellation).AsTask());
    }

    private Task MakeAsync(StreamConfig config, CancellationToken cancellation) => OrMakeAsync(
        () => Streams.GetStreamAsync(config.Name!, cancellationToken: cancellation).AsTask(), () => Streams.CreateStreamAsync(config, cancellation).AsTask());

    private static async Task OrMakeAsync<T>(Func<Task<T>> find, Func<Task<T>> make)
    {
        try
        {
            await find();
        }
        catch (NatsJSApiException fault) when (fault.Error.Code == NotFound)
        {
            await make();
        }
    }
}

/// <summary>What the queue says of a report that it took.</summary>
/// <param name="Hash">Its content hash.</param>
/// <param name="IsNew">Whether it was not queued already.</param>
public sealed record Receipt(string Hash, bool IsNew);
