using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Demarche.Store.Relational;

/// <summary>What the two databases do each in its own way; all else is the same SQL. Thread-safe.</summary>
internal abstract class Database : IAsyncDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>Path or URL without a password.</summary>
    public abstract string Address { get; }

    /// <summary>The statements of a migration in this database.</summary>
    public abstract IEnumerable<string> StatementsOf(Migration migration);

    /// <summary>Writes rows, a value a column in the order of the table's definition.</summary>
    public abstract Task CopyAsync(DbConnection connection, string table, IEnumerable<object?[]> rows, CancellationToken cancellation);

    /// <summary>A command whose rows come while they are found.</summary>
    public abstract DbCommand Streaming(DbCommand command);

    /// <summary>The message for what the database threw.</summary>
    public abstract Diagnostic Explain(Exception fault);

    /// <summary>The statement after which a session sees the store as it is then, until it is closed.</summary>
    public abstract string BeginSnapshot { get; }

    /// <summary>A session of several questions that see one and the same state.</summary>
    public async Task<Session> SnapshotAsync(CancellationToken cancellation)
    {
        var session = await ReadAsync(cancellation);
        await session.RunAsync(SqlText.Literal(BeginSnapshot), cancellation);
        return session;
    }

    /// <summary>A session that reads.</summary>
    public async Task<Session> ReadAsync(CancellationToken cancellation) => new(this, await Guard(() => ConnectAsync(cancellation)));

    /// <summary>The rows of one question, in a session of their own, while they are found.</summary>
    public async IAsyncEnumerable<T> RowsAsync<T>(SqlText sql, Func<DbDataReader, T> row, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var session = await ReadAsync(cancellation);
        await foreach (var one in session.StreamAsync(sql, row, cancellation))
        {
            yield return one;
        }
    }

    /// <summary>A session that writes, one at a time; what it did is undone unless it commits.</summary>
    public async Task<WriteSession> WriteAsync(CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        DbConnection? connection = null;
        try
        {
            connection = await Guard(() => ConnectAsync(cancellation));
            var transaction = await Guard(() => BeginAsync(connection, cancellation));
            return new WriteSession(this, connection, transaction, _writing);
        }
        catch
        {
            _writing.Release();
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            throw;
        }
    }

    /// <summary>Opens a connection for one question of a user, which can only read.</summary>
    public abstract Task<DbDataReader> AskAsync(DbConnection connection, string sql, CancellationToken cancellation);

    /// <summary>Runs what may fail in the database, and gives its message where it does.</summary>
    public async Task<T> Guard<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (fault is DbException or IOException or TimeoutException)
        {
            throw new StoreException(Explain(fault), fault);
        }
    }

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        _writing.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>An open connection.</summary>
    public abstract Task<DbConnection> ConnectAsync(CancellationToken cancellation);

    /// <summary>A transaction that keeps other writers out.</summary>
    protected abstract Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation);
}
