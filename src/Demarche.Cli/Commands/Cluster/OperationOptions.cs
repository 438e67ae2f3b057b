using System.CommandLine;
using Demarche.Cluster.Operation;
using Microsoft.AspNetCore.Builder;

namespace Demarche.Cli.Commands.Cluster;

/// <summary>What those who keep a program running ask of it: telemetry, and whether it is well.</summary>
internal static class OperationOptions
{
    private const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The option that names a collector.</summary>
    public static Option<string?> Telemetry() => new("--telemetry")
    {
        Description = $"Where metrics and traces go (OTLP over HTTP), such as http://127.0.0.1:4318; without it ${Variable}, else nowhere.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(Variable),
    };

    /// <summary>The option for an address that answers /health/live and /health/ready.</summary>
    public static Option<string?> Health() => new("--health") { Description = "Address that answers /health/live and /health/ready, such as http://127.0.0.1:8081." };

    /// <summary>Runs <paramref name="call"/> while telemetry goes to the collector that was named.</summary>
    public static async Task<int> MeasuredAsync(string? collector, string service, Streams streams, Func<Task<int>> call)
    {
        if (Loading.Or(TelemetryExport.Start(collector, service), streams) is not { } export)
        {
            return CommandLine.WrongUse;
        }

        using (export)
        {
            return await call();
        }
    }

    /// <summary>Runs <paramref name="call"/> while its health can be asked for.</summary>
    public static async Task<int> HealthyAsync(string? url, Func<CancellationToken, Task<Diagnostic?>> fault, Streams streams, Func<Task<int>> call, CancellationToken stop)
    {
        WebApplication? site = null;
        if (url is not null && (site = Loading.Or(await Web.Hosting.Health.StartAsync(url, fault, stop), streams)) is null)
        {
            return CommandLine.WrongUse;
        }

        await using (site)
        {
            return await call();
        }
    }
}
