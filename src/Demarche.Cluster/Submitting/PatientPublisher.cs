using Demarche.Cluster.Queue;
using Demarche.Reports;
using NATS.Client.Core;
using NodaTime;

namespace Demarche.Cluster.Submitting;

/// <summary>Puts a report into the queue, and asks again where the servers choose a leader or have no room just now. Thread-safe.</summary>
/// <param name="queue">The queue.</param>
/// <param name="day">Day of publication of reports that give none.</param>
public sealed class PatientPublisher(ReportQueue queue, LocalDate? day)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Publishes a report; asking again is safe, because the server knows the message by its id.</summary>
    /// <param name="report">The report.</param>
    /// <param name="stop">Ends the asking, not a report that is on its way.</param>
    /// <returns>What the queue says of it, or why it does not have it.</returns>
    public async Task<Outcome<Receipt>> PublishAsync(Report report, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(report);
        var since = TimeProvider.System.GetTimestamp();
        for (var wait = ShortestWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                return await queue.PublishAsync(report, day, CancellationToken.None);
            }
            catch (NatsException fault) when (stop.IsCancellationRequested || TimeProvider.System.GetElapsedTime(since) > Patience)
            {
                return ClusterDiagnostics.NotTaken(report.Name, fault.Message);
            }
            catch (NatsException)
            {
                await Task.Delay(wait, CancellationToken.None);
            }
        }
    }
}
