using System.Diagnostics;
using Demarche.Store;
using Demarche.Tests.Cli;

namespace Demarche.Tests.Store;

/// <summary>Ingest is killed at random moments: no report that was kept is lost, none is there in half or twice, and going on finishes the work.</summary>
/// <remarks>DEMARCHE_KILLS=200 runs more of them.</remarks>
[Collection(nameof(PostgresServer))]
public sealed class CrashTests(PostgresServer server) : IDisposable
{
    private const int Reports = 80;
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("DEMARCHE_KILLS"), out var asked) ? asked : 5;
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task A_killed_ingest_into_DuckDB_loses_nothing() => KillAndGoOnAsync(round => Path.Combine(_folder.Path, $"{round}.duckdb"), Kills);

    [Fact]
    public Task A_killed_ingest_into_PostgreSQL_loses_nothing()
    {
        var (address, run) = (server.Address(), Guid.NewGuid().ToString("N")[..8]);
        return KillAndGoOnAsync(round => $"{address}?schema=kill_{run}_{round}", Math.Max(2, Kills / 5));
    }

    private async Task KillAndGoOnAsync(Func<int, string> storeOf, int kills)
    {
        var news = Directory.CreateDirectory(Path.Combine(_folder.Path, "news")).FullName;
        for (var i = 0; i < Reports; i++)
        {
            await File.WriteAllTextAsync(Path.Combine(news, $"{i:000}.txt"), Story(i), TestContext.Current.CancellationToken);
        }

        var clock = Stopwatch.StartNew();
        Assert.Equal(0, await RunAsync(news, storeOf(0), killAfter: null));
        var whole = clock.Elapsed;
        var expected = await ReadAsync(storeOf(0));
        Assert.Equal(Reports, expected.Count);
        Assert.Contains(expected.Values, e => e.Length > 0);

        var random = new Random(20240501);
        var (round, before, partial) = (1, new Dictionary<string, string>(), 0);

        // How fast a run is changes with what else the machine does: kills that came too early or too late narrow the moments of the next.
        var (early, late) = (0.3, 1.0);
        for (var kill = 0; kill < kills || (partial == 0 && kill < kills + 25); kill++)
        {
            var moment = early + ((late - early) * random.NextDouble());
            await RunAsync(news, storeOf(round), whole * moment);
            var after = await ReadAsync(storeOf(round));
            (early, late) = after.Count == before.Count ? (moment, late) : after.Count == Reports ? (early, moment) : (early, late);
            (early, late) = late - early < 0.05 ? (0.5 * early, 1.5 * late) : (early, late);
            Assert.All(before, b => Assert.Equal(b.Value, after[b.Key]));
            Assert.All(after, a => Assert.Equal(expected[a.Key], a.Value));
            partial += after.Count is > 0 and < Reports ? 1 : 0;
            before = after;
            if (after.Count == Reports)
            {
                (round, before) = (round + 1, []);
            }
        }

        Assert.Equal(0, await RunAsync(news, storeOf(round), killAfter: null));
        Assert.Equal(expected, await ReadAsync(storeOf(round)));
        TestContext.Current.SendDiagnosticMessage($"{kills} kills, {partial} of them in the middle of the work");
        Assert.True(partial > 0, "No kill came in the middle of the work: the folder is too small for this machine.");
    }

    internal static string Story(int i) =>
        $"Report number {i}.\n\nIran rejected talks with the United States on Saturday. The United States imposed new sanctions on Iran last week.\n\n"
        + string.Concat(Enumerable.Repeat($"Officials from China met delegates from Japan in Geneva for round {i} of the talks. ", 1 + (i % 4)));

    private static async Task<int> RunAsync(string news, string store, TimeSpan? killAfter)
    {
        var cli = Path.Combine(AppContext.BaseDirectory, "Demarche.Cli.dll");
        var start = new ProcessStartInfo("dotnet", [cli, "ingest", news, "--store", store, "--date", "2024-05-01"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (killAfter is { } time)
        {
            await Task.Delay(time, TestContext.Current.CancellationToken);
            process.Kill();   // SIGKILL
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return killAfter is null && process.ExitCode != 0 ? throw new InvalidOperationException(await said) : process.ExitCode;
    }

    // Each report with the lines of its events; a report that is there twice, or without its words, breaks it.
    private static async Task<Dictionary<string, string>> ReadAsync(string address)
    {
        var stop = TestContext.Current.CancellationToken;
        var opened = await Stores.OpenAsync(address, StoreAccess.Read, stop);
        if (opened.Failure is { Number: "DEM601" })
        {
            return [];   // killed before there was a store
        }

        Assert.Null(opened.Failure);
        await using var store = opened.Value!;
        await using var answer = (await store.AskAsync(
            """
            SELECT r.hash, (SELECT count(*) FROM codings c WHERE c.report = r.number) AS codings,
              (SELECT c.events FROM codings c WHERE c.report = r.number AND c.present) AS said,
              (SELECT count(*) FROM events e WHERE e.report = r.number) AS events,
              (SELECT count(DISTINCT e.key) FROM events e WHERE e.report = r.number) AS keys,
              (SELECT count(*) FROM participants p WHERE p.report = r.number) AS participants,
              (SELECT sum(occurrences) FROM postings p WHERE p.report = r.number) AS words, r.words AS length
            FROM reports r
            """,
            stop)).Value!;
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in answer.RowsAsync(stop))
        {
            Assert.Equal("1", $"{row[1]}");
            Assert.Equal($"{row[2]}", $"{row[3]}");
            Assert.Equal($"{row[3]}", $"{row[4]}");
            Assert.Equal($"{row[7]}", $"{row[6]}");
            all.Add((string)row[0]!, $"{row[3]} events, {row[5]} participants");
        }

        return all;
    }
}
