using Demarche.Store.Relational;

namespace Demarche.Store.Postgres;

/// <summary>Stores in PostgreSQL.</summary>
internal static class PostgresStore
{
    /// <summary>Opens a schema of a database; for writing it is made where it is not there.</summary>
    public static async Task<Outcome<IEventStore>> OpenAsync(string url, StoreAccess access, CancellationToken cancellation)
    {
        var address = PostgresAddress.Parse(url);
        if (address.Value is not { } parsed)
        {
            return address.Failure!;
        }

        var database = new PostgresDatabase(parsed);
        try
        {
            if (access == StoreAccess.Write && parsed.Schema is not null)
            {
                await database.MakeSchemaAsync(parsed.Schema, cancellation);
            }
        }
        catch (StoreException fault)
        {
            await database.DisposeAsync();
            return fault.Diagnostic;
        }

        return await RelationalStore.OpenAsync(database, access, cancellation);
    }
}
