using Demarche.Cluster.Queue;
using Demarche.Store;
using Microsoft.Extensions.Logging;
using NATS.Client.KeyValueStore;
using NodaTime;

namespace Demarche.Cluster.Working;

/// <summary>What becomes of a report that failed: it is tried again after a while, and after <see cref="WorkerSettings.MostTries"/> tries it is parked with the reason.</summary>
internal sealed class Retrying(ReportQueue queue, INatsKVStore bucket, IEventStore store, StorePatience patience, WorkerSettings settings, IClock clock, WorkerCounts counts, ILogger log)
{
    private readonly TryBook _book = new(bucket);

    /// <summary>Notes that a report which came back is begun once more; gives it up where that was so too often.</summary>
    /// <returns>Whether to code it.</returns>
    public async Task<bool> BeginAsync(Delivery one)
    {
        var tried = await _book.TurnAsync(one.Number, last => last.Times < WorkerSettings.MostTries ? new Tried(last.Times + 1, null) : null, CancellationToken.None);
        if (tried.Times >= WorkerSettings.MostTries)
        {
            await ParkAsync(one, tried.Why ?? ClusterDiagnostics.WorkersLost(one.Name, tried.Times), tried.Times);
            return false;
        }

        one.Try = tried.Times + 1;
        return true;
    }

    /// <summary>A report that came back could be coded: nothing is held against it any more.</summary>
    public Task ClearAsync(Delivery one) => _book.ForgetAsync(one.Number, CancellationToken.None);

    /// <summary>A report could not be read, coded or kept.</summary>
    public async Task FailAsync(Delivery one, Diagnostic why)
    {
        counts.Fail();
        log.TryFailed(one.Number, why.Number, one.Try);
        await _book.NoteAsync(one.Number, new Tried(one.Try, why), CancellationToken.None);
        if (one.Try >= WorkerSettings.MostTries)
        {
            await ParkAsync(one, why, one.Try);
            return;
        }

        await patience.UntilDoneAsync(() => store.FailAsync([why], clock.GetCurrentInstant(), CancellationToken.None));
        await one.GiveBackAsync(settings.RetryDelay * one.Try);
    }

    private async Task ParkAsync(Delivery one, Diagnostic why, int times)
    {
        await queue.ParkAsync(one.Message, why, times, CancellationToken.None);
        await patience.UntilDoneAsync(() => store.FailAsync([why], clock.GetCurrentInstant(), CancellationToken.None));
        await one.AcknowledgeAsync();   // where that is lost it comes again, and its tries, which are not forgotten, park it at once
        counts.Park();
        log.GaveUp(one.Number, why.Number, times);
    }
}
