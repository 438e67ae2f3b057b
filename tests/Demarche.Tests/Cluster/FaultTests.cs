using System.Diagnostics;
using Demarche.Cluster.Queue;
using Demarche.Store;
using Demarche.Tests.Cli;
using Demarche.Tests.Store;
using NATS.Client.Core;

namespace Demarche.Tests.Cluster;

/// <summary>Under load a broker, a worker and the database are killed in turn, a worker is cut off, and every message comes twice: the record is that of one machine.</summary>
/// <remarks>DEMARCHE_CLUSTER_REPORTS=20000 gives it more than the reports of a usual run.</remarks>
[Collection(nameof(NatsCluster))]
public sealed class FaultTests(NatsCluster cluster) : IDisposable
{
    private const int Faults = 5;
    private const string Day = "2024-05-01";
    private static readonly int Reports = int.TryParse(Environment.GetEnvironmentVariable("DEMARCHE_CLUSTER_REPORTS"), out var asked) ? asked : 150;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(Reports > 1000 ? 60 : 5);
    private readonly TestFolder _folder = new();
    private readonly Dictionary<string, WorkerProcess> _workers = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        foreach (var worker in _workers.Values)
        {
            worker.Dispose();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task Five_faults_under_load_change_nothing()
    {
        var (url, name, kept) = (cluster.Url(), "f" + Guid.NewGuid().ToString("N")[..8], $"{cluster.Postgres.Address()}?schema=faults");
        var parts = Enumerable.Range(0, Faults).Select(WriteAsync).ToArray();
        await using var queue = await cluster.QueueAsync(name);
        await using var store = (await Stores.OpenAsync(kept, StoreAccess.Write, Stop)).Value!;
        string[] arguments = ["worker", "--nats", url, "--queue", name, "--store", kept, "--jobs", "1", "--ack-wait", "3"];
        Begin("one", arguments);
        Begin("two", arguments);
        Func<Task>[] faults =
        [
            () => DuplicateAsync(queue),
            async () =>
            {
                var leader = (await new QueueKeeping(queue).StatusAsync(Stop)).Servers.Single(s => s.State == "leader").Name;
                var number = await cluster.KillAsync(leader);
                await Task.Delay(TimeSpan.FromSeconds(2), Stop);
                cluster.Start(number);
            },
            async () =>
            {
                await _workers["one"].SignalAsync("KILL");
                Begin("one", arguments);
            },
            async () =>
            {
                await cluster.Postgres.KillAsync();
                await Task.Delay(TimeSpan.FromSeconds(2), Stop);
                await cluster.Postgres.StartAsync();
            },
            async () =>
            {
                // It holds its reports, says nothing and hears nothing for longer than the queue waits; then it goes on as if nothing had been.
                await _workers["two"].SignalAsync("STOP");
                await Task.Delay(TimeSpan.FromSeconds(5), Stop);
                await _workers["two"].SignalAsync("CONT");
            },
        ];
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Faults; i++)
        {
            var before = await KeptAsync(store);
            using var submit = WorkerProcess.Start("submit", await parts[i], "--nats", url, "--queue", name, "--date", Day);
            await UntilAsync(async () => await KeptAsync(store) > before + 3, clock);
            await faults[i]();
            var (code, said) = await submit.EndAsync(Stop);
            Assert.True(code == 0, said);
        }

        await UntilAsync(async () => await new QueueKeeping(queue).StatusAsync(Stop) is { Waiting: 0, Held: 0 }, clock);
        TestContext.Current.SendDiagnosticMessage($"{Reports} reports and five faults in {clock.Elapsed.TotalSeconds:0} s");
        foreach (var worker in _workers.Values)
        {
            await worker.SignalAsync("TERM");
            var (_, said) = await worker.EndAsync(Stop);
            Assert.Contains("Worker ended", said, StringComparison.Ordinal);
        }

        var alone = Path.Combine(_folder.Path, "alone.duckdb");
        using (var ingest = WorkerProcess.Start("ingest", Path.Combine(_folder.Path, "news"), "--store", alone, "--date", Day))
        {
            Assert.Equal(0, (await ingest.EndAsync(Stop)).Code);
        }

        await using var single = (await Stores.OpenAsync(alone, StoreAccess.Read, Stop)).Value!;
        foreach (var question in Questions)
        {
            var (expected, found) = (await RowsAsync(single, question), await RowsAsync(store, question));
            Assert.NotEmpty(expected);
            Assert.Equal(expected, found);
        }

        Assert.Equal(Reports, await KeptAsync(store));
        Assert.Empty(await new QueueKeeping(queue).ParkedAsync(Stop));
    }

    // What the record holds, but for the numbers of rows and the times of coding.
    private static readonly string[] Questions =
    [
        "SELECT hash, name, published, words, text FROM reports ORDER BY hash",
        "SELECT key, reading, json FROM events ORDER BY key",
        "SELECT r.hash, count(*), sum(c.events) FROM codings c JOIN reports r ON r.number = c.report GROUP BY r.hash ORDER BY r.hash",
        "SELECT e.key, p.role, p.code, p.name FROM participants p JOIN events e ON e.number = p.event ORDER BY e.key, p.role, p.name",
        "SELECT r.hash, p.lemma, p.sentence, p.occurrences FROM postings p JOIN reports r ON r.number = p.report ORDER BY r.hash, p.sentence, p.lemma",
    ];

    private void Begin(string name, string[] arguments)
    {
        if (_workers.Remove(name, out var old))
        {
            old.Dispose();
        }

        _workers[name] = WorkerProcess.Start(arguments);
    }

    private async Task<string> WriteAsync(int part)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "news", $"{part}")).FullName;
        for (var i = part * Reports / Faults; i < (part + 1) * Reports / Faults; i++)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{i:00000}.txt"), CrashTests.Story(i), Stop);
        }

        return folder;
    }

    // Every message of the queue once more, without the id by which the server would know it again.
    private async Task DuplicateAsync(ReportQueue queue)
    {
        var reader = Demarche.Reports.ReportReader.Load(CodebookFiles.Shipped()).Value!;
        foreach (var file in Directory.GetFiles(Path.Combine(_folder.Path, "news", "0")))
        {
            var report = reader.Read(file, await File.ReadAllBytesAsync(file, Stop)).Value!;
            var body = QueuedReport.Of(report, new NodaTime.LocalDate(2024, 5, 1)).ToBytes();
            await queue.Streams.PublishAsync(queue.Address.Reports, body, NatsRawSerializer<byte[]>.Default, cancellationToken: Stop);
        }
    }

    // This test's own connections die with the database too.
    private static async Task<long> KeptAsync(IEventStore store)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return (await store.CountsAsync(Stop)).Reports;
            }
            catch (StoreException) when (tries < 100)
            {
                await Task.Delay(100, Stop);
            }
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo, Stopwatch clock)
    {
        while (!await isSo())
        {
            Assert.True(clock.Elapsed < Longest, "It takes too long.");
            await Task.Delay(100, Stop);
        }
    }

    private static async Task<List<string>> RowsAsync(IEventStore store, string question)
    {
        await using var answer = (await store.AskAsync(question, Stop)).Value!;
        var rows = new List<string>();
        await foreach (var row in answer.RowsAsync(Stop))
        {
            rows.Add(string.Join('\t', row));
        }

        // The databases sort text each in its own way.
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
