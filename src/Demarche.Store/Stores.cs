using Demarche.Store.DuckDb;
using Demarche.Store.Postgres;

namespace Demarche.Store;

/// <summary>Opens stores.</summary>
public static class Stores
{
    /// <summary>The store of a call that names none: a file in the folder where it runs.</summary>
    public const string Default = "demarche.duckdb";

    /// <summary>Opens a store; for writing it is made, or brought up to date, where that is needed.</summary>
    /// <param name="address">Path of a DuckDB file, or "postgres://user:password@host:port/database?schema=name".</param>
    /// <param name="access">Reading leaves a DuckDB file to other readers.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The store, or why it cannot be opened.</returns>
    public static Task<Outcome<IEventStore>> OpenAsync(string address, StoreAccess access, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Contains("://", StringComparison.Ordinal)
            ? PostgresStore.OpenAsync(address, access, cancellation)
            : DuckDbStore.OpenAsync(address, access, cancellation);
    }
}

/// <summary>What a store is opened for.</summary>
public enum StoreAccess
{
    /// <summary>To ask.</summary>
    Read,

    /// <summary>To ask and to write.</summary>
    Write,
}
