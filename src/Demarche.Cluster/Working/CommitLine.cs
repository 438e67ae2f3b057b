using System.Threading.Channels;
using Demarche.Store;
using Microsoft.Extensions.Logging;

namespace Demarche.Cluster.Working;

/// <summary>Keeps coded reports batch by batch, each one transaction, and only then tells the queue.</summary>
internal sealed class CommitLine(IEventStore store, StorePatience patience, GivingBack giving, ILogger log, WorkerCounts counts, Func<Delivery, Diagnostic, Task> refused)
{
    private const int MostInABatch = 64;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(400);   // a transaction costs as much as several reports in it
    private readonly Channel<CodedDelivery> _waiting = Channel.CreateUnbounded<CodedDelivery>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Hands over a coded report; how many wait is bounded by what the worker holds.</summary>
    public void Add(Delivery delivery, ReportCoding coding) => _waiting.Writer.TryWrite(new CodedDelivery(delivery, coding));

    /// <summary>Nothing more comes.</summary>
    public void Complete() => _waiting.Writer.Complete();

    /// <summary>Keeps what comes, until the end.</summary>
    public async Task RunAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            await Task.Delay(Gathering);
            var batch = new List<CodedDelivery>();
            while (batch.Count < MostInABatch && _waiting.Reader.TryRead(out var one))
            {
                batch.Add(one);
            }

            await KeepAsync(batch);
        }
    }

    private Task KeepAsync(List<CodedDelivery> batch) => giving.OnFaultAsync([.. batch.Select(b => b.Delivery)], () => CommitAsync(batch));

    private async Task CommitAsync(List<CodedDelivery> batch)
    {
        // The same report may have come twice; it is kept once, and both messages are done with.
        var codings = batch.Select(b => b.Coding).DistinctBy(c => c.Report.Hash, StringComparer.Ordinal).ToList();
        try
        {
            using var span = Telemetry.Commit(codings.Count);
            await patience.UntilDoneAsync(() => store.AddAsync(codings, CancellationToken.None));
        }
        catch (StoreException fault) when (fault.BlamesData)
        {
            // One of them is at fault, and the others are not to suffer for it.
            await (batch is [var single] ? refused(single.Delivery, fault.Diagnostic) : EachAsync(batch));
            return;
        }

        counts.Keep(codings);
        log.Kept(codings.Count, codings.Sum(c => c.Events.Length));
        await Task.WhenAll(batch.Select(b => b.Delivery.AcknowledgeAsync()));
    }

    private async Task EachAsync(List<CodedDelivery> batch)
    {
        foreach (var one in batch)
        {
            await KeepAsync([one]);
        }
    }

    private sealed record CodedDelivery(Delivery Delivery, ReportCoding Coding);
}
