using System.Data.Common;
using Demarche.Store.Relational;
using DuckDB.NET.Data;

namespace Demarche.Store.DuckDb;

/// <summary>A DuckDB file of this process: other processes may read it only while none writes.</summary>
internal sealed class DuckDbDatabase : Database
{
    // With the rest of the process this stays under a gigabyte; larger sorts go to disk beside the file.
    // What DuckDB frees goes back to the system at once: its allocator would keep as much again.
    private const string Settings =
        "SET memory_limit = '250MB'; SET allocator_flush_threshold = '8MB'; SET allocator_bulk_deallocation_flush_threshold = '8MB'; SET allocator_background_threads = true; SET enable_external_access = false; SET lock_configuration = true";
    private readonly string _connectionString;
    private readonly StoreAccess _access;
    private readonly DuckDBConnection _keeper;   // the file stays open as long as one connection is

    public DuckDbDatabase(string path, StoreAccess access)
    {
        Address = path;
        _access = access;
        var builder = new DuckDBConnectionStringBuilder { DataSource = path };
        if (access == StoreAccess.Read)
        {
            builder["ACCESS_MODE"] = "READ_ONLY";
        }

        _connectionString = builder.ConnectionString;
        _keeper = new DuckDBConnection(_connectionString);
    }

    public override string Address { get; }

    /// <summary>Opens the file.</summary>
    /// <returns>Why it cannot be opened, or null.</returns>
    public async Task<Diagnostic?> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            await _keeper.OpenAsync(cancellation);
            await using var command = _keeper.CreateCommand();
            command.CommandText = Settings;
            await command.ExecuteNonQueryAsync(cancellation);
            return null;
        }
        catch (Exception fault) when (fault is DbException or IOException)
        {
            await _keeper.DisposeAsync();
            return Explain(fault);
        }
    }

    public override IEnumerable<string> StatementsOf(Migration migration) => [.. migration.Both, .. migration.DuckDb];

    public override async Task<DbConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = new DuckDBConnection(_connectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    public override Task CopyAsync(DbConnection connection, string table, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        using var appender = ((DuckDBConnection)connection).CreateAppender(table);
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
        await base.DisposeAsync();
    }

    protected override async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation) =>
        await connection.BeginTransactionAsync(cancellation);

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
