using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Demarche.Cluster;

/// <summary>What workers measure. It costs nothing and goes nowhere unless somebody listens.</summary>
public static class Telemetry
{
    /// <summary>Name of the meter and of the source of traces.</summary>
    public const string Name = "Demarche";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Source = new(Name);
    private static readonly Counter<long> Reports = Meter.CreateCounter<long>("demarche.reports", "{report}", "Reports by what became of them.");
    private static readonly Counter<long> Events = Meter.CreateCounter<long>("demarche.events", "{event}", "Events that were kept.");
    private static readonly Histogram<double> Seconds = Meter.CreateHistogram<double>("demarche.duration", "s", "How long a step takes.");

    internal static void Count(string outcome, int reports) => Reports.Add(reports, new KeyValuePair<string, object?>("outcome", outcome));

    internal static void CountEvents(int events) => Events.Add(events);

    /// <summary>Around the coding of a few reports.</summary>
    internal static Step Code(int reports) => new("code", reports);

    /// <summary>Around the keeping of a batch.</summary>
    internal static Step Commit(int reports) => new("commit", reports);

    /// <summary>A step that is measured until it is disposed of.</summary>
    internal readonly struct Step : IDisposable
    {
        private readonly string _name;
        private readonly long _since;
        private readonly Activity? _span;

        internal Step(string name, int reports)
        {
            (_name, _since, _span) = (name, Stopwatch.GetTimestamp(), Source.StartActivity(name));
            _span?.SetTag("demarche.reports", reports);
        }

        public void Dispose()
        {
            Seconds.Record(Stopwatch.GetElapsedTime(_since).TotalSeconds, new KeyValuePair<string, object?>("step", _name));
            _span?.Dispose();
        }
    }
}
