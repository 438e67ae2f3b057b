using System.Threading.Channels;
using Demarche.Reports;
using Demarche.Store;
using Demarche.Store.Sources;

namespace Demarche.Cluster.Working;

/// <summary>Codes the reports that wait for a thread, a few of them at a time (<see cref="ReportRounds"/>). Thread-safe.</summary>
internal sealed class CodingRounds(CodeReports code, int threads)
{
    private readonly Channel<WaitingReport> _waiting = Channel.CreateUnbounded<WaitingReport>();

    /// <summary>Codes a report once its turn comes; how many wait is bounded by what the worker holds.</summary>
    /// <exception cref="OperationCanceledException">The worker ended before.</exception>
    public Task<Outcome<ReportCoding>> CodeAsync(Report report, string hash)
    {
        var one = new WaitingReport(report, hash);
        _waiting.Writer.TryWrite(one);
        return one.Coded.Task;
    }

    /// <summary>Nothing more comes.</summary>
    public void Complete() => _waiting.Writer.Complete();

    /// <summary>Codes what comes, until the end; from a stop on, nothing is begun any more.</summary>
    public Task RunAsync(CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Run(() => TakeAsync(stop), CancellationToken.None)));

    private async Task TakeAsync(CancellationToken stop)
    {
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var share = Math.Clamp(_waiting.Reader.Count / threads, 1, ReportRounds.MostReports);   // what waits is for all threads
            var round = new List<WaitingReport>(share);
            while (round.Count < share && _waiting.Reader.TryRead(out var one))
            {
                round.Add(one);
            }

            if (round.Count > 0)
            {
                Code(round, stop);
            }
        }
    }

    private void Code(List<WaitingReport> round, CancellationToken stop)
    {
        try
        {
            stop.ThrowIfCancellationRequested();
            using var span = Telemetry.Code(round.Count);
            foreach (var (one, coded) in round.Zip(code([.. round.Select(r => (r.Report, r.Hash))])))
            {
                one.Coded.SetResult(coded);
            }
        }
        catch (Exception fault)
        {
            // Whoever waits for the report tells of it, and gives it back.
            round.ForEach(r => r.Coded.TrySetException(fault));
        }
    }

    private sealed record WaitingReport(Report Report, string Hash)
    {
        public TaskCompletionSource<Outcome<ReportCoding>> Coded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
