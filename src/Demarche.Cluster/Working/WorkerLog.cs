using Microsoft.Extensions.Logging;

namespace Demarche.Cluster.Working;

/// <summary>What a worker logs: numbers, hashes and counts, and never a word of a report.</summary>
internal static partial class WorkerLog
{
    [LoggerMessage(1, LogLevel.Information, "Worker takes reports of {Queue} with {Jobs} threads")]
    public static partial void Started(this ILogger log, string queue, int jobs);

    [LoggerMessage(2, LogLevel.Information, "Worker ended: {Kept} kept, {Known} known already, {Failed} failed tries, {Parked} given up")]
    public static partial void Ended(this ILogger log, long kept, long known, long failed, long parked);

    [LoggerMessage(3, LogLevel.Information, "Kept {Reports} reports with {Events} events")]
    public static partial void Kept(this ILogger log, int reports, int events);

    [LoggerMessage(4, LogLevel.Warning, "The store is away ({Number}); trying again in {Seconds} s")]
    public static partial void StoreAway(this ILogger log, string number, double seconds);

    [LoggerMessage(5, LogLevel.Warning, "The queue is away ({Fault}); trying again")]
    public static partial void QueueAway(this ILogger log, string fault);

    [LoggerMessage(6, LogLevel.Warning, "Report {Report} failed ({Number}), try {Tries}")]
    public static partial void TryFailed(this ILogger log, ulong report, string number, int tries);

    [LoggerMessage(7, LogLevel.Error, "Report {Report} is given up ({Number}) after {Tries} tries")]
    public static partial void GaveUp(this ILogger log, ulong report, string number, int tries);

    [LoggerMessage(8, LogLevel.Critical, "Worker ends by a fault ({Number}, {Fault}) and gives back what it has")]
    public static partial void Broke(this ILogger log, string number, string fault);
}
