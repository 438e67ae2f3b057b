using System.Collections.Concurrent;
using CsCheck;
using Demarche.Cluster.Queue;
using Demarche.Cluster.Working;
using Demarche.Reports;
using Demarche.Store;
using Demarche.Tests.Cli;
using Microsoft.Extensions.Logging;
using NATS.Client.Core;
using NodaTime;

namespace Demarche.Tests.Cluster;

/// <summary>What the queue takes and gives, and what becomes of reports that cannot be coded.</summary>
[Collection(nameof(NatsCluster))]
public sealed class QueueTests(NatsCluster cluster) : IDisposable
{
    private static readonly ReportReader Reader = ReportReader.Load(CodebookFiles.Shipped()).Value!;
    private readonly TestFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_report_comes_back_as_it_was() => Gen.Select(Gen.String[Gen.Char, 1, 60], Gen.String[Gen.Char, 0, 9], Gen.Bool).Sample((text, name, isDated) =>
    {
        if (Reader.FromText("in " + name, text).Value is not { } read)
        {
            return;
        }

        var report = read with { Outlet = name.Length > 4 ? name : null, Published = isDated ? new LocalDate(2020, 7, 4) : null };
        var back = QueuedReport.FromBytes("?", QueuedReport.Of(report, null).ToBytes()).Value!.ToReport(Reader).Value!;
        Assert.Equal(ContentHash.Of(report), ContentHash.Of(back));
        Assert.Equal(report.Text.Length, back.Text.Length);
    });

    [Fact]
    public async Task A_report_that_is_queued_again_is_queued_once()
    {
        await using var queue = await NewQueueAsync();
        var report = Reader.FromText("a.txt", "Iran rejected talks with the United States.").Value!;
        Assert.True((await queue.PublishAsync(report, null, Stop)).Value!.IsNew);
        Assert.False((await queue.PublishAsync(report, null, Stop)).Value!.IsNew);
        var status = await new QueueKeeping(queue).StatusAsync(Stop);
        Assert.Equal((1, 3, 3), (status.Waiting, status.Replicas, status.Servers.Length));
    }

    [Fact]
    public async Task A_report_that_no_message_can_hold_is_refused_with_its_size()
    {
        await using var queue = await NewQueueAsync();
        var refused = await queue.PublishAsync(Reader.FromText("long.txt", string.Concat(Enumerable.Repeat("Talks were held. ", 80_000))).Value!, null, Stop);
        Assert.Equal(("DEM803", "long.txt"), (refused.Failure!.Number, refused.Failure.Where));
    }

    [Fact]
    public Task A_server_that_is_alone_keeps_one_replica() => cluster.AloneAsync(async url =>
    {
        await using var queue = (await ReportQueue.OpenAsync(QueueAddress.Of(url, "single").Value!, makes: true, Stop)).Value!;
        Assert.Equal(1, (await new QueueKeeping(queue).StatusAsync(Stop)).Replicas);
    });

    [Fact]
    public async Task A_poison_report_is_parked_after_three_tries_with_its_reason_and_can_be_tried_again()
    {
        await using var queue = await NewQueueAsync();
        await using var store = await StoreAsync();
        await queue.PublishAsync(Reader.FromText("bad.txt", "Talks.").Value!, null, Stop);
        await queue.PublishAsync(Reader.FromText("good.txt", "More talks.").Value!, null, Stop);
        await queue.Streams.PublishAsync(queue.Address.Reports, "no report"u8.ToArray(), NatsRawSerializer<byte[]>.Default, cancellationToken: Stop);
        var begun = new ConcurrentBag<string>();
        var worker = Worker(queue, store, report =>
        {
            begun.Add(report.Name);
            return report.Name == "bad.txt" ? new Diagnostic("DEM615", report.Name, "the report could not be coded: 100 % poison", "Report it.") : Coded(report);
        }, ComesAgainAfterSeconds);
        await RunUntilAsync(worker, () => Task.FromResult(worker.Counts is { Parked: 2, Kept: 1 }));
        var keeping = new QueueKeeping(queue);
        var parked = await keeping.ParkedAsync(Stop);
        Assert.Equal(3, begun.Count(b => b == "bad.txt"));
        Assert.Equal(["DEM615", "DEM805"], parked.Select(p => p.Why.Number).Order());
        Assert.All(parked, p => Assert.Equal(3, p.Tries));
        Assert.Contains(parked, p => p.Why.What.EndsWith("100 % poison", StringComparison.Ordinal));
        var failures = await store.FailuresAsync(Stop).ToListAsync(Stop);
        Assert.Equal([("bad.txt", 3), (parked.Single(p => p.Why.Number == "DEM805").Why.Where, 3)], failures.Select(f => (f.Input, f.Tries)));

        Assert.Equal(2, await keeping.RetryAsync(Stop));
        Assert.Equal((2, 0), ((await keeping.StatusAsync(Stop)).Waiting, (await keeping.StatusAsync(Stop)).Parked));
    }

    [Fact]
    public async Task A_report_that_takes_its_workers_down_is_parked_and_those_beside_it_are_kept()
    {
        await using var queue = await NewQueueAsync();
        await using var store = await StoreAsync();
        foreach (var name in new[] { "killer.txt", "b.txt", "c.txt" })
        {
            await queue.PublishAsync(Reader.FromText(name, $"Talks of {name}.").Value!, null, Stop);
        }

        // A worker that hangs in a report and is cut off from the queue is as good as dead.
        using var never = new ManualResetEventSlim();
        for (var lost = 0; lost < 3; lost++)
        {
            var begun = new TaskCompletionSource();
            await using var connection = (await ReportQueue.OpenAsync(queue.Address, makes: false, Stop)).Value!;
            var victim = Worker(connection, store, report =>
            {
                if (report.Name == "killer.txt")
                {
                    begun.TrySetResult();
                    never.Wait(Stop);
                }

                return Coded(report);
            }, DeadAfterSeconds);
            _ = victim.RunAsync(CancellationToken.None);
            await begun.Task.WaitAsync(TimeSpan.FromSeconds(60), Stop);
        }

        var last = Worker(queue, store, Coded, DeadAfterSeconds);
        await RunUntilAsync(last, async () => last.Counts.Parked == 1 && (await store.CountsAsync(Stop)).Reports == 2);
        var parked = Assert.Single(await new QueueKeeping(queue).ParkedAsync(Stop));
        Assert.Equal("DEM806", parked.Why.Number);
        Assert.Equal(2, (await store.CountsAsync(Stop)).Reports);
        never.Set();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_fault_that_nobody_foresaw_ends_the_worker_and_the_next_one_keeps_its_report(bool isOfStore)
    {
        const string Words = "what the report says";
        await using var queue = await NewQueueAsync();
        await using var store = await StoreAsync();
        await queue.PublishAsync(Reader.FromText("a.txt", "Talks.").Value!, null, Stop);
        var broken = isOfStore ? Worker(queue, FaultyStore.Over(store), Coded) : Worker(queue, store, _ => throw new InvalidDataException(Words));
        var fault = await broken.RunAsync(Stop).WaitAsync(TimeSpan.FromSeconds(60), Stop);
        Assert.Equal(("DEM808", queue.Address.Shown), (fault?.Number, fault?.Where));
        Assert.DoesNotContain(Words, fault!.ToString(), StringComparison.Ordinal);

        var next = Worker(queue, store, Coded);
        await RunUntilAsync(next, () => Task.FromResult(next.Counts.Kept == 1));
    }

    private const int DeadAfterSeconds = 2;
    private const int ComesAgainAfterSeconds = 15;   // what the queue lost twice still comes in the time that a test has

    private static Outcome<ReportCoding> Coded(Report report) => new ReportCoding(new StoredReport(ContentHash.Of(report), report.Name, report.Text), [], []);

    // A busy machine must not take a slow worker for a dead one, unless the test is about dead ones.
    private static ReportWorker Worker(ReportQueue queue, IEventStore store, Func<Report, Outcome<ReportCoding>> code, int ackSeconds = 30)
    {
        var settings = new WorkerSettings { Jobs = 2, AckWait = TimeSpan.FromSeconds(ackSeconds), RetryDelay = TimeSpan.FromMilliseconds(200) };
        return new ReportWorker(queue, store, Reader, reports => [.. reports.Select(r => code(r.Report))], settings, SystemClock.Instance, LoggerFactory.Create(_ => { }).CreateLogger("test"));
    }

    private static async Task RunUntilAsync(ReportWorker worker, Func<Task<bool>> isDone)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var running = worker.RunAsync(stop.Token);
        for (var tries = 0; !await isDone(); tries++)
        {
            Assert.True(tries < 1800, "It takes too long.");   // each time that the queue loses what comes again costs the wait of a dead worker
            await Task.Delay(100, Stop);
        }

        await stop.CancelAsync();
        Assert.Null(await running);
    }

    private Task<ReportQueue> NewQueueAsync() => cluster.QueueAsync("q" + Guid.NewGuid().ToString("N")[..8]);

    private async Task<IEventStore> StoreAsync() => (await Stores.OpenAsync(Path.Combine(_folder.Path, "queue.duckdb"), StoreAccess.Write, Stop)).Value!;
}
