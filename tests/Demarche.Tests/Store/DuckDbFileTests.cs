using System.Diagnostics;
using Demarche.Store;
using Demarche.Store.DuckDb;
using Demarche.Store.Postgres;
using Demarche.Store.Relational;
using Demarche.Tests.Cli;
using DuckDB.NET.Data;
using static Demarche.Tests.Store.MadeCodings;

namespace Demarche.Tests.Store;

/// <summary>Files that cannot be used: each gives one clear line, and the file is as it was.</summary>
public sealed class DuckDbFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => System.IO.Path.Combine(_folder.Path, "record.duckdb");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_another_process_holds_is_named_with_it()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self/fd"), "Which files a process holds is read from /proc.");
        await MakeAsync();

        // Only of another process DuckDB tells who it is, so the other one has to be real. It gives up where this one has not let go of the file yet; then another is started.
        const int MostStarts = 10;
        Diagnostic? failure = null;
        var holder = 0;
        for (var starts = 0; starts < MostStarts && failure is null; starts++)
        {
            using var other = Process.Start(new ProcessStartInfo("dotnet", [System.IO.Path.Combine(AppContext.BaseDirectory, "Demarche.Cli.dll"), "ingest", "-", "--store", Path])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardError = true,
            })!;
            holder = other.Id;
            for (var tries = 0; tries < 1200 && failure?.What.Contains($"process {holder}", StringComparison.Ordinal) != true && !other.HasExited; tries++)
            {
                await Task.Delay(50, Stop);
                failure = Holds(other, Path) ? (await Stores.OpenAsync(Path, StoreAccess.Read, Stop)).Failure : null;
            }

            other.Kill();
            await other.WaitForExitAsync(Stop);
        }

        Assert.Equal("DEM602", failure?.Number);
        Assert.Contains($"process {holder}", failure!.What, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync());
    }

    [Theory]
    [InlineData("{\"text\": \"a report\"}\n")]
    [InlineData("a,b\n1,2\n")]
    [InlineData("x")]
    public async Task A_file_of_something_else_is_refused_and_left_alone(string text)
    {
        File.WriteAllText(Path, text);
        foreach (var access in new[] { StoreAccess.Read, StoreAccess.Write })
        {
            Assert.Equal("DEM604", (await Stores.OpenAsync(Path, access, Stop)).Failure?.Number);
        }

        Assert.Equal(text, File.ReadAllText(Path));
    }

    [Fact]
    public async Task A_newer_store_is_refused_and_left_alone()
    {
        await MakeAsync();
        await RunAsync($"INSERT INTO store_version VALUES ({Migration.Latest + 1}, now()::TIMESTAMP)");
        var failure = (await Stores.OpenAsync(Path, StoreAccess.Write, Stop)).Failure;
        Assert.Equal("DEM603", failure!.Number);
        await RunAsync($"DELETE FROM store_version WHERE version > {Migration.Latest}");
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task An_older_store_is_brought_up_to_date_with_what_it_keeps()
    {
        await MakeOldAsync();
        Assert.Equal("DEM612", (await Stores.OpenAsync(Path, StoreAccess.Read, Stop)).Failure!.Number);
        await using (var store = (await Stores.OpenAsync(Path, StoreAccess.Write, Stop)).Value!)
        {
            Assert.Equal(Migration.Latest, store.SchemaVersion);
            Assert.Equal(1, (await store.CountsAsync(Stop)).Failures);
            await store.AddAsync([Report("A report.", Event("AID", "USA", "PRK"))], Stop);
        }

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_text_file_and_another_database_are_no_stores()
    {
        var text = _folder.Write("notes.duckdb", "some notes\n");
        var failure = (await Stores.OpenAsync(text, StoreAccess.Write, Stop)).Failure;
        Assert.Equal("DEM604", failure!.Number);
        Assert.Equal("some notes\n", await File.ReadAllTextAsync(text, Stop));
        await RunAsync("CREATE TABLE theirs (a INTEGER)");
        Assert.Equal("DEM604", (await Stores.OpenAsync(Path, StoreAccess.Write, Stop)).Failure!.Number);
    }

    [Fact]
    public async Task A_missing_file_folder_or_a_folder_in_its_place_is_named()
    {
        Assert.Equal("DEM601", (await Stores.OpenAsync(Path, StoreAccess.Read, Stop)).Failure!.Number);
        Assert.Equal("DEM605", (await Stores.OpenAsync(System.IO.Path.Combine(_folder.Path, "none", "a.duckdb"), StoreAccess.Write, Stop)).Failure!.Number);
        Assert.Equal("DEM608", (await Stores.OpenAsync(_folder.Path, StoreAccess.Write, Stop)).Failure!.Number);
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public async Task A_folder_without_rights_is_named()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other rights.");
            return;
        }

        Assert.SkipWhen(Environment.UserName == "root", "Root may write everywhere.");
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var failure = (await Stores.OpenAsync(Path, StoreAccess.Write, Stop)).Failure;
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal("DEM605", failure!.Number);
    }

    [Theory]
    [InlineData("IO Error: Could not set lock on file \"/x\": Conflicting lock is held in /usr/bin/dotnet (PID 123).", "DEM602")]
    [InlineData("IO Error: Could not write file \"/x.wal\": No space left on device", "DEM606")]
    [InlineData("IO Error: Cannot open file \"/x\": Permission denied", "DEM605")]
    [InlineData("IO Error: The file \"/x\" exists, but it is not a valid DuckDB database file!", "DEM604")]
    [InlineData("IO Error: Trying to read a database file with version number 999, but we can only read versions between 64 and 67.", "DEM604")]
    [InlineData("Something else.", "DEM609")]
    public void What_DuckDB_throws_becomes_a_message(string message, string number) =>
        Assert.Equal(number, DuckDbFaults.Explain("a.duckdb", new InvalidOperationException(message)).Number);

    [Theory]
    [InlineData("postgres://ann:secret@db.example:5433/news?schema=mine", "postgres://ann@db.example:5433/news?schema=mine")]
    [InlineData("postgresql://db/news", "postgresql://db/news")]
    public void A_password_is_never_shown(string url, string shown) => Assert.Equal(shown, PostgresAddress.Parse(url).Value!.Shown);

    [Theory]
    [InlineData("mysql://ann:secret@db/news")]
    [InlineData("postgres://ann:secret@db/news?nosuch=1")]
    [InlineData("postgres://ann:secret@[/news")]
    public void An_address_that_cannot_be_used_is_named_without_its_password(string url)
    {
        var failure = PostgresAddress.Parse(url).Failure!;
        Assert.Equal("DEM608", failure.Number);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named() =>
        Assert.Equal("DEM607", (await Stores.OpenAsync("postgres://ann:secret@127.0.0.1:1/news", StoreAccess.Read, Stop)).Failure!.Number);

    private static bool Holds(Process process, string path)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{process.Id}/fd").Any(f => new FileInfo(f).LinkTarget == path);
        }
        catch (IOException)
        {
            return false;   // a file was closed while they were listed
        }
    }

    [Fact]
    public async Task A_file_that_this_process_writes_is_not_opened_again()
    {
        await using (var store = (await Stores.OpenAsync(Path, StoreAccess.Write, Stop)).Value!)
        {
            await store.AddAsync([Report("A report.", Event("AID", "USA", "PRK"))], Stop);
            foreach (var access in new[] { StoreAccess.Read, StoreAccess.Write })
            {
                Assert.Equal(StoreDiagnostics.InUse(Path, "").Number, (await Stores.OpenAsync(Path, access, Stop)).Failure?.Number);
            }
        }

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Groups_of_rows_are_small_enough_to_be_written_anew_in_memory()
    {
        var words = Enumerable.Range(0, 50_000).Select(i => new SentenceWord(i / 20, "words" + i, "word" + i));
        await using var store = (await Stores.OpenAsync(Path, StoreAccess.Write, Stop)).Value!;
        await store.AddAsync([Report("A report.", Event("AID", "USA", "PRK")) with { Words = [.. words] }], Stop);
        await using var answer = (await store.AskAsync("SELECT max(rows)::BIGINT FROM (SELECT sum(count) AS rows FROM pragma_storage_info('postings') WHERE segment_type = 'BIGINT' GROUP BY row_group_id)", Stop)).Value!;
        Assert.InRange(Assert.IsType<long>((await answer.RowsAsync(Stop).SingleAsync(Stop))[0]), 1, 40_000);
    }

    private async Task MakeAsync()
    {
        await using var store = (await Stores.OpenAsync(Path, StoreAccess.Write, Stop)).Value!;
        await store.AddAsync([Report("A report.", Event("AID", "USA", "PRK"))], Stop);
    }

    private async Task MakeOldAsync()
    {
        await using var database = new DuckDbDatabase(Path, StoreAccess.Write);
        Assert.Null(await database.OpenAsync(Stop));
        Assert.Null(await new SchemaKeeper(database).MigrateAsync(1, Stop));
        await using var session = await database.WriteAsync(Stop);
        await session.RunAsync(SqlText.Of($"INSERT INTO failures VALUES ({"a.txt"}, {"DEM101"}, {"empty"}, 1, {Noon})"), Stop);
        await session.CommitAsync();
    }

    private async Task<long> CountAsync()
    {
        await using var store = (await Stores.OpenAsync(Path, StoreAccess.Read, Stop)).Value!;
        return (await store.CountsAsync(Stop)).Events;
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new DuckDBConnection($"Data Source={Path}");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Stop);
    }
}
