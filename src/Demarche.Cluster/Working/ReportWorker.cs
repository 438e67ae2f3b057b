using Demarche.Cluster.Queue;
using Demarche.Reports;
using Demarche.Store;
using Microsoft.Extensions.Logging;
using NATS.Client.Core;
using NodaTime;

namespace Demarche.Cluster.Working;

/// <summary>Codes reports that were read.</summary>
/// <param name="reports">The reports, each with its content hash.</param>
/// <returns>For each, the coding, or why there is none.</returns>
public delegate IReadOnlyList<Outcome<ReportCoding>> CodeReports(IReadOnlyList<(Report Report, string Hash)> reports);

/// <summary>Takes reports from the queue as it has room for them, codes them, and acknowledges each once it is kept.</summary>
/// <remarks>
/// A report may come more than once (its worker was lost, or its acknowledgement); it is known by its content hash, and keeping it again changes
/// nothing, so that the effect is as if it had come once. A report that came back is suspected of taking workers down: that it is begun is noted
/// before, and it is coded alone, so that no other report is blamed for it.
/// </remarks>
/// <param name="queue">Where the reports are.</param>
/// <param name="store">Where they are kept.</param>
/// <param name="reader">Reads them.</param>
/// <param name="code">Codes them, on several threads at once.</param>
/// <param name="settings">How it works.</param>
/// <param name="clock">Tells when.</param>
/// <param name="log">Takes what it logs: numbers, hashes and counts, and never a word of a report.</param>
public sealed class ReportWorker(ReportQueue queue, IEventStore store, ReportReader reader, CodeReports code, WorkerSettings settings, IClock clock, ILogger log)
{
    /// <summary>What it has done so far.</summary>
    public WorkerCounts Counts { get; } = new();

    /// <summary>Works until it is stopped; then it finishes what it has begun and gives the rest back. Once an object.</summary>
    /// <returns>Null where it was stopped, or the fault that ended it.</returns>
    public async Task<Diagnostic?> RunAsync(CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var giveUp = new CancellationTokenSource();
        await using var stopping = ending.Token.Register(() => giveUp.CancelAfter(settings.Grace));
        var patience = new StorePatience(log, giveUp.Token);
        var giving = new GivingBack(queue.Address.Shown, log, ending);
        var retrying = new Retrying(queue, await queue.TriesAsync(stop), store, patience, settings, clock, Counts, log);
        var line = new CommitLine(store, patience, giving, log, Counts, retrying.FailAsync);
        var holding = new Holding(settings);
        var rounds = new CodingRounds(code, settings.Jobs);
        var coding = new DeliveryCoding(new KnownLookup(store, patience), reader, rounds, retrying, line, giving, Counts);
        using var ended = new CancellationTokenSource();
        var working = Task.WhenAll(rounds.RunAsync(ending.Token), line.RunAsync(), holding.SayBusyAsync(ended.Token));
        log.Started(queue.Address.Name, settings.Jobs);
        await giving.OnFaultAsync([], () => new Pulling(queue, settings, holding, coding, log).RunAsync(ending.Token));
        await holding.DownToAsync(0, CancellationToken.None);
        rounds.Complete();
        line.Complete();
        await ended.CancelAsync();
        await working;
        log.Ended(Counts.Kept, Counts.Known, Counts.Failed, Counts.Parked);
        return giving.Fault;
    }

    /// <summary>Whether queue and store answer: what is wrong, or null.</summary>
    public async Task<Diagnostic?> FaultAsync(CancellationToken cancellation)
    {
        try
        {
            await queue.Streams.GetStreamAsync(queue.Address.Name, cancellationToken: cancellation);
            await store.KnownAsync([queue.Address.Name], cancellation);
            return null;
        }
        catch (NatsException fault)
        {
            return queue.Away(fault);
        }
        catch (StoreException fault)
        {
            return fault.Diagnostic;
        }
    }
}
