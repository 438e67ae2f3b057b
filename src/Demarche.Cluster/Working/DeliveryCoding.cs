using Demarche.Cluster.Queue;
using Demarche.Reports;
using Demarche.Store;

namespace Demarche.Cluster.Working;

/// <summary>The way of one report through a worker: read, looked up, coded, handed over to be kept. Thread-safe.</summary>
internal sealed class DeliveryCoding(
    KnownLookup known, ReportReader reader, CodingRounds rounds, Retrying retrying, CommitLine line, GivingBack giving, WorkerCounts counts)
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

        var coding = read.Value is { } report ? await rounds.CodeAsync(report with { Published = report.Published ?? message.Value!.DayOfUser }, hash) : read.Failure!;
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
}
