using System.Collections.Concurrent;
using System.Net;
using Demarche.Cluster;
using Demarche.Cluster.Operation;
using Demarche.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Demarche.Tests.Cluster;

/// <summary>What supervisors and collectors are told.</summary>
public sealed class OperationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_is_ready_while_what_it_needs_answers_and_lives_while_it_runs()
    {
        Diagnostic? fault = null;
        await using var site = (await Health.StartAsync("http://127.0.0.1:0", _ => Task.FromResult<Diagnostic?>(fault), Stop)).Value!;
        using var client = new HttpClient { BaseAddress = new Uri(site.Urls.First()) };
        Assert.Equal((HttpStatusCode.OK, "ready"), await AskAsync(client, "/health/ready"));
        fault = new Diagnostic("DEM607", "postgres://ann@db.example/news", "the PostgreSQL server cannot be used", "Check it.");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready: DEM607"), await AskAsync(client, "/health/ready"));
        Assert.Equal((HttpStatusCode.OK, "live"), await AskAsync(client, "/health/live"));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(client, "/")).Code);
        Assert.Equal("DEM703", (await Health.StartAsync(site.Urls.First(), _ => Task.FromResult<Diagnostic?>(fault), Stop)).Failure?.Number);
    }

    [Fact]
    public async Task Metrics_and_traces_go_to_the_collector_that_is_named()
    {
        var sent = new ConcurrentBag<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var collector = builder.Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.Run(context =>
        {
            sent.Add(context.Request.Path);
            return Task.CompletedTask;
        });
        await collector.StartAsync(Stop);
        using (TelemetryExport.Start(collector.Urls.First(), "test").Value!)
        {
            using var step = Telemetry.Code(1);
        }

        Assert.Equal(["/v1/metrics", "/v1/traces"], sent.Distinct().Order());
    }

    [Theory]
    [InlineData("collector:4317")]
    [InlineData("ftp://collector")]
    public void A_collector_of_another_kind_is_refused(string address) => Assert.Equal("DEM821", TelemetryExport.Start(address, "test").Failure?.Number);

    private static async Task<(HttpStatusCode Code, string Text)> AskAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }
}
