using Demarche.Store;

namespace Demarche.Cluster.Working;

/// <summary>What a worker has done. Thread-safe.</summary>
public sealed class WorkerCounts
{
    private long _kept;
    private long _known;
    private long _failed;
    private long _parked;

    /// <summary>Reports that it coded and kept.</summary>
    public long Kept => Interlocked.Read(ref _kept);

    /// <summary>Reports that were kept already.</summary>
    public long Known => Interlocked.Read(ref _known);

    /// <summary>Tries that failed.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Reports that it gave up.</summary>
    public long Parked => Interlocked.Read(ref _parked);

    internal void Keep(IReadOnlyCollection<ReportCoding> codings)
    {
        Interlocked.Add(ref _kept, codings.Count);
        Telemetry.Count("kept", codings.Count);
        Telemetry.CountEvents(codings.Sum(c => c.Events.Length));
    }

    internal void Know() => One(ref _known, "known");

    internal void Fail() => One(ref _failed, "failed");

    internal void Park() => One(ref _parked, "parked");

    private static void One(ref long count, string outcome)
    {
        Interlocked.Increment(ref count);
        Telemetry.Count(outcome, 1);
    }
}
