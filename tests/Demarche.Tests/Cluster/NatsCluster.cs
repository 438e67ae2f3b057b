using System.Diagnostics;
using Demarche.Cluster.Queue;
using Demarche.Tests.Store;

namespace Demarche.Tests.Cluster;

/// <summary>Three JetStream servers of this test run on loopback and free ports, from Debian's binary, with a PostgreSQL server beside them; all end with the run.</summary>
public sealed class NatsCluster : IAsyncLifetime
{
    private const string Binary = "/usr/sbin/nats-server";
    private const int Size = 3;
    private readonly int[] _ports = [.. Enumerable.Range(0, Size).Select(_ => PostgresServer.FreePort())];
    private readonly int[] _routes = [.. Enumerable.Range(0, Size).Select(_ => PostgresServer.FreePort())];
    private readonly Process?[] _servers = new Process?[Size];
    private string? _folder;

    /// <summary>The database beside them.</summary>
    public PostgresServer Postgres { get; } = new();

    /// <summary>Addresses of all; the test is skipped, with the reason, where no server is installed.</summary>
    public string Url()
    {
        Assert.SkipWhen(_folder is null, "No nats-server is installed (Debian: apt-get install nats-server).");
        return string.Join(',', _ports.Select(p => $"nats://127.0.0.1:{p}"));
    }

    /// <summary>A queue of this name.</summary>
    public async Task<ReportQueue> QueueAsync(string name)
    {
        var opened = await ReportQueue.OpenAsync(QueueAddress.Of(Url(), name).Value!, makes: true, TestContext.Current.CancellationToken);
        Assert.Null(opened.Failure);
        return opened.Value!;
    }

    public async ValueTask InitializeAsync()
    {
        await Postgres.InitializeAsync();
        if (!File.Exists(Binary))
        {
            return;
        }

        _folder = Directory.CreateTempSubdirectory("demarche-nats-").FullName;
        for (var i = 0; i < Size; i++)
        {
            Start(i);
        }

        await ReadyAsync(Url(), "ready");
    }

    /// <summary>Starts a server, again after a kill.</summary>
    public void Start(int server) => _servers[server] = Start(
        "-n", $"n{server}", "-p", $"{_ports[server]}", "-sd", Path.Combine(_folder!, $"n{server}"), "--cluster_name", "test",
        "--cluster", $"nats://127.0.0.1:{_routes[server]}", "--routes", string.Join(',', _routes.Select(r => $"nats://127.0.0.1:{r}")));

    /// <summary>Kills a server with SIGKILL.</summary>
    /// <param name="name">"n0" to "n2".</param>
    /// <returns>Its number.</returns>
    public async Task<int> KillAsync(string name)
    {
        var number = name[1] - '0';
        await EndAsync(_servers[number]!);
        return number;
    }

    /// <summary>A server that is in no cluster, for as long as <paramref name="test"/> runs.</summary>
    public async Task AloneAsync(Func<string, Task> test)
    {
        _ = Url();
        var port = PostgresServer.FreePort();
        var server = Start("-p", $"{port}", "-sd", Path.Combine(_folder!, "alone"));
        try
        {
            await ReadyAsync($"nats://127.0.0.1:{port}", "ready");
            await test($"nats://127.0.0.1:{port}");
        }
        finally
        {
            await EndAsync(server);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.OfType<Process>())
        {
            await EndAsync(server);
        }

        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }

        await Postgres.DisposeAsync();
    }

    // When this process ends, however it ends, its end of the pipe closes, and the server is stopped.
    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("sh", ["-c", "\"$@\" >/dev/null 2>&1 & s=$!; read _; kill -9 $s; wait $s", "sh", Binary, "-js", "-a", "127.0.0.1", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        return Process.Start(start)!;
    }

    private static async Task EndAsync(Process server)
    {
        server.StandardInput.Close();
        await server.WaitForExitAsync();
        server.Dispose();
    }

    // The servers choose a leader before they take a stream.
    private static async Task ReadyAsync(string url, string name)
    {
        for (var tries = 0; ; tries++)
        {
            var opened = await ReportQueue.OpenAsync(QueueAddress.Of(url, name).Value!, makes: true);
            if (opened.Value is { } queue)
            {
                await queue.DisposeAsync();
                return;
            }

            Assert.True(tries < 100, $"{opened.Failure}");
            await Task.Delay(200);
        }
    }
}

[CollectionDefinition(nameof(NatsCluster))]
public sealed class NatsClusterCollection : ICollectionFixture<NatsCluster>;
