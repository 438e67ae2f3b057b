using Demarche.Store;
using Microsoft.Extensions.Logging;
using NATS.Client.Core;

namespace Demarche.Cluster.Working;

/// <summary>Sees to it that a worker lets go of every report that it began, however that ended, and that it ends itself at a fault that it does not know. Thread-safe.</summary>
/// <param name="queue">What to call the queue.</param>
/// <param name="log">Told of faults.</param>
/// <param name="ending">Ends the worker.</param>
internal sealed class GivingBack(string queue, ILogger log, CancellationTokenSource ending)
{
    private Diagnostic? _fault;

    /// <summary>The first fault that nobody foresaw; null for none.</summary>
    public Diagnostic? Fault => _fault;

    /// <summary>Works on reports. What ends early is left to the queue where that is away, and given back to it otherwise.</summary>
    public async Task OnFaultAsync(IReadOnlyCollection<Delivery> reports, Func<Task> work)
    {
        try
        {
            await work();
            return;
        }
        catch (NatsException fault)
        {
            log.QueueAway(fault.GetType().Name);
            foreach (var one in reports)
            {
                one.Leave();
            }

            return;
        }
        catch (OperationCanceledException)
        {
            // The worker ends, or has waited for long enough.
        }
        catch (Exception fault)
        {
            // The next worker may be luckier; the report counts as begun, so that the third that it takes down is the last.
            var told = fault is StoreException known ? known.Diagnostic : ClusterDiagnostics.WorkerBroke(queue, fault);
            Interlocked.CompareExchange(ref _fault, told, null);
            log.Broke(told.Number, fault.GetType().Name);
            await ending.CancelAsync();
        }

        await Task.WhenAll(reports.Select(r => r.GiveBackAsync(TimeSpan.Zero)));
    }
}
