using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Demarche.Store.Relational;

/// <summary>One connection and what is asked over it. Not thread-safe.</summary>
internal class Session(Database database, DbConnection connection) : IAsyncDisposable
{
    protected DbConnection Connection => connection;

    protected Database Database => database;

    protected virtual DbTransaction? Transaction => null;

    /// <summary>Runs a statement and gives the number of rows that it changed.</summary>
    public Task<int> RunAsync(SqlText sql, CancellationToken cancellation) => database.Guard(async () =>
    {
        await using var command = Command(sql);
        return await command.ExecuteNonQueryAsync(cancellation);
    });

    /// <summary>The rows of a question, each as <paramref name="row"/> reads it.</summary>
    public IAsyncEnumerable<T> RowsAsync<T>(SqlText sql, Func<DbDataReader, T> row, CancellationToken cancellation) => RowsAsync(Command(sql), row, cancellation);

    /// <summary>The same while the database still finds them, so that they never lie in memory together; nothing else may be asked until the last is read.</summary>
    public IAsyncEnumerable<T> StreamAsync<T>(SqlText sql, Func<DbDataReader, T> row, CancellationToken cancellation) =>
        RowsAsync(database.Streaming(Command(sql)), row, cancellation);

    /// <summary>All rows of a question.</summary>
    public async Task<List<T>> ListAsync<T>(SqlText sql, Func<DbDataReader, T> row, CancellationToken cancellation)
    {
        var all = new List<T>();
        await foreach (var one in RowsAsync(sql, row, cancellation))
        {
            all.Add(one);
        }

        return all;
    }

    /// <summary>The first row of a question, or the default.</summary>
    public async Task<T?> FirstAsync<T>(SqlText sql, Func<DbDataReader, T> row, CancellationToken cancellation)
    {
        await foreach (var one in RowsAsync(sql, row, cancellation))
        {
            return one;
        }

        return default;
    }

    /// <summary>A count.</summary>
    public async Task<long> CountAsync(SqlText sql, CancellationToken cancellation) =>
        await FirstAsync(sql, r => Convert.ToInt64(r.GetValue(0), System.Globalization.CultureInfo.InvariantCulture), cancellation);

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async IAsyncEnumerable<T> RowsAsync<T>(DbCommand command, Func<DbDataReader, T> row, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var asked = command;
        await using var reader = await database.Guard(() => command.ExecuteReaderAsync(cancellation));
        while (await database.Guard(() => reader.ReadAsync(cancellation)))
        {
            yield return row(reader);
        }
    }

    private DbCommand Command(SqlText sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = Transaction;
        sql.FillIn(command);
        return command;
    }
}

/// <summary>A session in a transaction.</summary>
internal sealed class WriteSession(Database database, DbConnection connection, DbTransaction transaction, SemaphoreSlim turn) : Session(database, connection)
{
    private bool _committed;

    protected override DbTransaction Transaction => transaction;

    /// <summary>Writes rows, a value a column in the order of the table's definition.</summary>
    public Task CopyAsync(string table, IReadOnlyCollection<object?[]> rows, CancellationToken cancellation) => rows.Count == 0
        ? Task.CompletedTask
        : Database.Guard(async () =>
        {
            await Database.CopyAsync(Connection, table, rows, cancellation);
            return rows.Count;
        });

    /// <summary>Numbers that nothing else has, in ascending order.</summary>
    public Task<List<long>> NumbersAsync(string sequence, int count, CancellationToken cancellation) => count == 0
        ? Task.FromResult(new List<long>())
        : ListAsync(SqlText.Of($"SELECT nextval('{SqlText.Literal(sequence)}') AS n FROM generate_series(1, {count}) ORDER BY n"), r => r.GetInt64(0), cancellation);

    /// <summary>Keeps all of it.</summary>
    public async Task CommitAsync()
    {
        // Once it begins, a commit is not to be given up half way.
        await Database.Guard(async () =>
        {
            await transaction.CommitAsync(CancellationToken.None);
            return true;
        });
        _committed = true;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        try
        {
            if (!_committed)
            {
                await RollBackAsync();
            }

            await transaction.DisposeAsync();
            await base.DisposeAsync();
        }
        finally
        {
            turn.Release();
        }
    }

    // After a fault the transaction may be gone already; the fault itself is on its way to the user.
    private async Task RollBackAsync()
    {
        try
        {
            await transaction.RollbackAsync(CancellationToken.None);
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException or IOException)
        {
            _committed = false;
        }
    }
}
