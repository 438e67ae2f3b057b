using Demarche.Cluster.Queue;
using Demarche.Reports;
using Demarche.Store;

namespace Demarche.Cluster.Working;

/// <summary>The way of one report through a worker: read, looked up, coded, handed over to be kept. Thread-safe.</summary>
internal sealed class DeliveryCoding(
    KnownLookup known, ReportReader reader, CodeReport code, Retrying retrying, CommitLine line, GivingBack giving, SemaphoreSlim threads, WorkerCounts counts, CancellationToken stop)
{
    /// <summary>Takes a report as far as to <see cref="CommitLine"/>, or to its end where it is known or fails.</summary>
    public Task RunAsync(Delivery one) => giving.OnFaultAsync([one], () => CodeAsync(one));

    private async Task CodeAsync(Delivery one)
    {
        var message = QueuedReport.FromBytes(one.Name, one.Message.Data);
        var (read, hash) = (message.Value?.ToReport(reader) ?? message.Failure!, "");
        if (read.Value is { } readable)
        {
            hash = ContentHash.Of(readable);
            if (await known.HasAsync(hash))
            {
                counts.Know();
                await one.AcknowledgeAsync();
                return;
            }
        }

        if (one.IsRepeated && !await retrying.BeginAsync(one))
        {
            return;
        }

        var coding = read.Value is { } report ? await CodeAsync(report, hash, message.Value!) : read.Failure!;
        if (coding.Value is not { } coded)
        {
            await retrying.FailAsync(one, coding.Failure!);
            return;
        }

        if (one.IsRepeated)
        {
            await retrying.ClearAsync(one);
        }

        line.Add(one, coded);
    }

    private async Task<Outcome<ReportCoding>> CodeAsync(Report report, string hash, QueuedReport message)
    {
        await threads.WaitAsync(stop);
        try
        {
            using var span = Telemetry.Code();
            return await Task.Run(() => code(report, hash, message.DayOfUser), stop);
        }
        finally
        {
            threads.Release();
        }
    }
}
