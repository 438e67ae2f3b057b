using System.Data.Common;
using Demarche.Store.Relational;
using Npgsql;
using NpgsqlTypes;

namespace Demarche.Store.Postgres;

/// <summary>A schema of a PostgreSQL database, used by any number of processes at once; writers take turns.</summary>
internal sealed class PostgresDatabase(PostgresAddress address) : Database
{
    private const int WriterLock = 0x64656d61;   // any number of ours: "dema"
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(address.Connection);

    public override string Address => address.Shown;

    public override IEnumerable<string> StatementsOf(Migration migration) => [.. migration.Both, .. migration.Postgres];

    /// <summary>Makes the schema of the address.</summary>
    public Task MakeSchemaAsync(string schema, CancellationToken cancellation) => Guard(async () =>
    {
        await using var command = _source.CreateCommand($"CREATE SCHEMA IF NOT EXISTS \"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        return await command.ExecuteNonQueryAsync(cancellation);
    });

    public override async Task<DbConnection> ConnectAsync(CancellationToken cancellation) => await _source.OpenConnectionAsync(cancellation);

    public override async Task CopyAsync(DbConnection connection, string table, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        await using var copy = await ((NpgsqlConnection)connection).BeginBinaryImportAsync($"COPY {table} FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellation);
            foreach (var value in row)
            {
                await WriteAsync(copy, value, cancellation);
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    public override DbCommand Streaming(DbCommand command) => command;   // as every command of its

    public override string BeginSnapshot => "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    public override async Task<DbDataReader> AskAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        var postgres = (NpgsqlConnection)connection;
        await using var begin = new NpgsqlCommand("BEGIN READ ONLY", postgres);
        await begin.ExecuteNonQueryAsync(cancellation);

        // A command of a batch goes to the server as it is, which takes one statement only: nothing can end the transaction and go on writing.
        await using var batch = new NpgsqlBatch(postgres);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        return await batch.ExecuteReaderAsync(cancellation);
    }

    public override Diagnostic Explain(Exception fault) => fault switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => StoreDiagnostics.DiskFull(Address),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } denied => StoreDiagnostics.NoRights(Address, denied.MessageText),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } refused =>
            StoreDiagnostics.NoServer(Address, refused.MessageText),
        PostgresException other => StoreDiagnostics.Lost(Address, other.MessageText),
        NpgsqlException { InnerException: { } inner } => StoreDiagnostics.NoServer(Address, inner.Message.Split('\n')[0].TrimEnd('.')),
        _ => StoreDiagnostics.NoServer(Address, fault.Message.Split('\n')[0].TrimEnd('.')),
    };

    public override async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation)
    {
        var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command = connection.CreateCommand();
        SqlText.Of($"SELECT pg_advisory_xact_lock({WriterLock}, hashtext(current_schema()))").FillIn(command);
        await command.ExecuteNonQueryAsync(cancellation);
        return transaction;
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, CancellationToken cancellation) => value switch
    {
        null => copy.WriteNullAsync(cancellation),
        string text => copy.WriteAsync(SqlValues.Clean(text), NpgsqlDbType.Text, cancellation),
        JsonText json => copy.WriteAsync(SqlValues.Clean(json.Text), NpgsqlDbType.Json, cancellation),
        long number => copy.WriteAsync(number, NpgsqlDbType.Bigint, cancellation),
        int number => copy.WriteAsync(number, NpgsqlDbType.Integer, cancellation),
        double number => copy.WriteAsync(number, NpgsqlDbType.Double, cancellation),
        bool truth => copy.WriteAsync(truth, NpgsqlDbType.Boolean, cancellation),
        DateOnly day => copy.WriteAsync(day, NpgsqlDbType.Date, cancellation),
        DateTime time => copy.WriteAsync(time, NpgsqlDbType.Timestamp, cancellation),
        _ => throw new NotSupportedException($"No column holds a {value.GetType().Name}."),
    };
}
