namespace Demarche.Cluster.Working;

/// <summary>How a worker works. Immutable.</summary>
public sealed record WorkerSettings
{
    /// <summary>Reports that are begun before one is given up.</summary>
    public const int MostTries = 3;

    /// <summary>Threads that code, at least 1.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>How long a silent worker keeps its reports before another gets them.</summary>
    public TimeSpan AckWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After how long a report that failed is tried again; the second time after twice that.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a worker that is stopped goes on to finish what it has begun.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Reports that a worker holds at once: enough to keep its threads busy while the next are on their way, and few to come back when it is lost.</summary>
    internal int Window => Jobs * 32;
}
