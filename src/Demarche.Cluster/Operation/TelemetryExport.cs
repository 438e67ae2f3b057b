using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Demarche.Cluster.Operation;

/// <summary>Sends metrics and traces to a collector that the user names, over OTLP in HTTP; without one nothing is sent anywhere.</summary>
public sealed class TelemetryExport : IDisposable
{
    // What the libraries beneath measure of themselves: queue, database, web server, runtime.
    private static readonly string[] Sources = [Telemetry.Name, "NATS.Net", "Npgsql", "Microsoft.AspNetCore"];
    private static readonly string[] Meters = [Telemetry.Name, "Npgsql", "Microsoft.AspNetCore.Hosting", "System.Runtime"];
    private readonly MeterProvider _metrics;
    private readonly TracerProvider _traces;

    private TelemetryExport(Uri collector, string service)
    {
        var resource = ResourceBuilder.CreateEmpty().AddService(service, serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version!.ToString(3));
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter(o => To(o, collector, "v1/metrics")).Build();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources).AddOtlpExporter(o => To(o, collector, "v1/traces")).Build();
    }

    /// <summary>Starts sending.</summary>
    /// <param name="collector">"http://127.0.0.1:4318", or null for none.</param>
    /// <param name="service">What this program calls itself.</param>
    /// <returns>The sender, to be disposed of, which then sends what is left; one that does nothing where no collector is named; or what is wrong with the address.</returns>
    public static Outcome<IDisposable> Start(string? collector, string service)
    {
        if (string.IsNullOrEmpty(collector))
        {
            return new Nothing();
        }

        return Uri.TryCreate(collector.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new TelemetryExport(uri, service)
            : ClusterDiagnostics.BadCollector(collector);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _metrics.Dispose();
        _traces.Dispose();
    }

    private static void To(OtlpExporterOptions options, Uri collector, string path) => (options.Protocol, options.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri(collector, path));

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
