using System.Data.Common;
using Demarche.Store.Relational;
using DuckDB.NET.Data;

namespace Demarche.Store.DuckDb;

/// <summary>A DuckDB file of this process: other processes may read it only while none writes.</summary>
internal sealed class DuckDbDatabase : Database
{
    // A checkpoint writes the last group of rows anew, unpacked in memory that DuckDB does not count: 122,880 rows (its default) of 3 kB are 360 MB.
    private const int RowsInAGroup = 32_768;
    private const string Name = "record";

    // With the rest of the process this stays under a gigabyte; larger sorts go to disk beside the file.
    // What DuckDB frees goes back to the system at once: its allocator would keep as much again.
    // Numbers of a join are looked up by index up to so many of them (50 by default); of more the whole column is read.
    private static readonly string Settings =
        $"SET GLOBAL dynamic_or_filter_threshold = {EventTexts.LookedUpAtOnce}; SET memory_limit = '250MB'; SET allocator_flush_threshold = '8MB'; SET allocator_bulk_deallocation_flush_threshold = '8MB'; SET allocator_background_threads = true; SET enable_external_access = false; SET lock_configuration = true";
    private readonly StoreAccess _access;
    private readonly DuckDBConnection _keeper = new("Data Source=:memory:");   // the file, attached to it, stays open as long as one connection is
    private FileStream? _claim;

    public DuckDbDatabase(string path, StoreAccess access)
    {
        Address = path;
        _access = access;
    }

    public override string Address { get; }

    /// <summary>Opens the file.</summary>
    /// <returns>Why it cannot be opened, or null.</returns>
    public async Task<Diagnostic?> OpenAsync(CancellationToken cancellation)
    {
        var isNew = !File.Exists(Address);   // DuckDB has to make it
        var isFree = isNew || Claim();
        try
        {
            await _keeper.OpenAsync(cancellation);

            // What another process holds DuckDB refuses, and tells who; of this process it would let in a second writer.
            await AttachAsync(isFree ? _access : StoreAccess.Read, cancellation);
            if (isFree && (!isNew || Claim()))
            {
                return null;
            }

            await DisposeAsync();
            return StoreDiagnostics.InUse(Address, "");
        }
        catch (Exception fault) when (fault is DbException or IOException)
        {
            await DisposeAsync();
            return Explain(fault);
        }
    }

    public override IEnumerable<string> StatementsOf(Migration migration) => [.. migration.Both, .. migration.DuckDb];

    public override async Task<DbConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = _keeper.Duplicate();
        await connection.OpenAsync(cancellation);
        await RunAsync(connection, $"USE {Name}", cancellation);
        return connection;
    }

    public override Task CopyAsync(DbConnection connection, string table, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        using var appender = ((DuckDBConnection)connection).CreateAppender(Name, null, table);
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            var target = appender.CreateRow();
            foreach (var value in row)
            {
                Append(target, value);
            }

            target.EndRow();
        }

        return Task.CompletedTask;
    }

    public override DbCommand Streaming(DbCommand command)
    {
        ((DuckDBCommand)command).UseStreamingMode = true;
        return command;
    }

    public override string BeginSnapshot => "BEGIN TRANSACTION";

    public override async Task<DbDataReader> AskAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        if (_access == StoreAccess.Write)
        {
            await CheckReadsOnlyAsync(connection, sql, cancellation);
        }

        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteReaderAsync(cancellation);
    }

    public override Diagnostic Explain(Exception fault) => DuckDbFaults.Explain(Address, fault);

    public override async ValueTask DisposeAsync()
    {
        await _keeper.DisposeAsync();
        if (_claim is not null)
        {
            await _claim.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    protected override async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation) =>
        await connection.BeginTransactionAsync(cancellation);

    private async Task AttachAsync(StoreAccess access, CancellationToken cancellation)
    {
        var path = Address.Replace("'", "''", StringComparison.Ordinal);
        await RunAsync(_keeper, $"ATTACH '{path}' AS {Name} (TYPE duckdb, ROW_GROUP_SIZE {RowsInAGroup}{(access == StoreAccess.Read ? ", READ_ONLY" : "")})", cancellation);
        await RunAsync(_keeper, $"USE {Name}; SET temp_directory = '{path}.tmp'; {Settings}", cancellation);
    }

    // Whoever writes has the file alone, whoever reads shares it with readers. What cannot be opened here is for DuckDB to complain of.
    private bool Claim()
    {
        var isRead = _access == StoreAccess.Read;
        try
        {
            _claim = new FileStream(Address, FileMode.Open, isRead ? FileAccess.Read : FileAccess.ReadWrite, isRead ? FileShare.Read : FileShare.None);
            return true;
        }
        catch (IOException) when (File.Exists(Address))
        {
            return false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static async Task RunAsync(DuckDBConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    // A file that is open for reading cannot be changed; here the parser must say that the text is nothing but SELECT.
    private static async Task CheckReadsOnlyAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        SqlText.Of($"SELECT CAST(json_serialize_sql(CAST({sql} AS VARCHAR)) ->> 'error' AS BOOLEAN)").FillIn(command);
        if (await command.ExecuteScalarAsync(cancellation) is not false)
        {
            throw new NotSupportedException("only SELECT can be asked");
        }
    }

    private static void Append(IDuckDBAppenderRow row, object? value) => _ = value switch
    {
        null => row.AppendNullValue(),
        string text => row.AppendValue(SqlValues.Clean(text)),
        JsonText json => row.AppendValue(SqlValues.Clean(json.Text)),
        long number => row.AppendValue((long?)number),
        int number => row.AppendValue((int?)number),
        double number => row.AppendValue((double?)number),
        bool truth => row.AppendValue((bool?)truth),
        DateOnly day => row.AppendValue((DateOnly?)day),
        DateTime time => row.AppendValue((DateTime?)time),
        _ => throw new NotSupportedException($"No column holds a {value.GetType().Name}."),
    };
}
