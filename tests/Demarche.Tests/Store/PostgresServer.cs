using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Demarche.Tests.Store;

/// <summary>A PostgreSQL server of this test run, on loopback and a free port, from Debian's binaries; it can be killed, and ends with the run.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string User = "demarche";
    private const string ServerUser = "postgres";   // the server refuses to run as root
    private string? _folder;
    private string? _missing;
    private Process? _server;
    private string[]? _command;
    private int _port;

    /// <summary>Its URL; the test is skipped, with the reason, where no server is installed.</summary>
    public string Address()
    {
        Assert.SkipWhen(_missing is not null, _missing ?? "");
        return $"postgres://{User}@127.0.0.1:{_port}/postgres";
    }

    public async ValueTask InitializeAsync()
    {
        if (Binaries() is not { } bin)
        {
            _missing = "No PostgreSQL server is installed (Debian: apt-get install postgresql).";
            return;
        }

        _folder = Directory.CreateTempSubdirectory("demarche-postgres-").FullName;
        _port = FreePort();
        await RunAsync("chmod", "711", _folder);
        var data = Path.Combine(_folder, "data");
        Directory.CreateDirectory(data);
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", ServerUser, data);
        }

        await RunAsync(AsServer([Path.Combine(bin, "initdb"), "-D", data, "-U", User, "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"]));

        // When this process ends, however it ends, its end of the pipe closes, read returns, and the server stops.
        var script = $"'{bin}/postgres' -D '{data}' -p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off >'{data}/log' 2>&1 & s=$!; read _; kill -INT $s; wait $s";
        _command = AsServer(["sh", "-c", script]);
        await StartAsync();
    }

    /// <summary>Starts it, again after a kill.</summary>
    public async Task StartAsync()
    {
        _server = Start(_command!);
        await AnswersAsync();
    }

    /// <summary>Kills it with SIGKILL; what it was about to do is not done.</summary>
    public async Task KillAsync()
    {
        var pid = int.Parse(File.ReadLines(Path.Combine(_folder!, "data", "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);
        using (var postmaster = Process.GetProcessById(pid))
        {
            postmaster.Kill();
        }

        await StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task StopAsync()
    {
        if (_server is not null)
        {
            _server.StandardInput.Close();
            await _server.WaitForExitAsync();
            _server.Dispose();
            _server = null;
        }
    }

    private static string? Binaries() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            : null;

    private static string[] AsServer(string[] command) => Environment.UserName == "root" ? ["runuser", "-u", ServerUser, "--", .. command] : command;

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task AnswersAsync()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={_port};Username={User};Database=postgres;Pooling=false");
                await connection.OpenAsync();   // it listens before it lets anybody in
                return;
            }
            catch (NpgsqlException) when (tries < 300 && !_server!.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task RunAsync(params string[] command)
    {
        using var process = Start(command);
        process.StandardInput.Close();
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command[0]} failed: {said}");
        }
    }

    private static Process Start(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}

[CollectionDefinition(nameof(PostgresServer))]
public sealed class PostgresServerCollection : ICollectionFixture<PostgresServer>;
