using NodaTime;

namespace Demarche.Store.Relational;

/// <summary>Brings the tables of a database to the version of this Demarche, or says why it will not.</summary>
internal sealed class SchemaKeeper(Database database)
{
    private const string VersionTable = "store_version";
    private static readonly SqlText OurTables = SqlText.Literal("SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()");

    /// <summary>Checks the tables; for writing makes or migrates them.</summary>
    /// <returns>What is in the way, or null.</returns>
    public async Task<Diagnostic?> PrepareAsync(StoreAccess access, CancellationToken cancellation)
    {
        var version = await VersionAsync(cancellation);
        return version switch
        {
            null => StoreDiagnostics.NotOurs(database.Address, "it holds other tables"),
            { } known when known == Migration.Latest => null,
            { } newer when newer > Migration.Latest => StoreDiagnostics.Newer(database.Address, newer, Migration.Latest),
            0 when access == StoreAccess.Read => StoreDiagnostics.NoStore(database.Address),
            { } old when access == StoreAccess.Read => StoreDiagnostics.Old(database.Address, old, Migration.Latest),
            _ => await MigrateAsync(Migration.Latest, cancellation),
        };
    }

    /// <summary>Takes every step up to a version, all in one transaction.</summary>
    public async Task<Diagnostic?> MigrateAsync(int target, CancellationToken cancellation)
    {
        await using var session = await database.WriteAsync(cancellation);

        // Another process may have been quicker while this one waited for its turn.
        var version = await VersionAsync(session, cancellation) ?? 0;
        if (version == 0)
        {
            await session.RunAsync(SqlText.Of($"CREATE TABLE store_version (version INTEGER NOT NULL, since TIMESTAMP NOT NULL)"), cancellation);
        }

        foreach (var step in Migration.All.Where(m => m.Version > version && m.Version <= target))
        {
            foreach (var statement in database.StatementsOf(step))
            {
                await session.RunAsync(SqlText.Literal(statement), cancellation);
            }

            var now = SystemClock.Instance.GetCurrentInstant();
            await session.RunAsync(SqlText.Of($"INSERT INTO store_version VALUES ({step.Version}, {now})"), cancellation);
        }

        await session.CommitAsync();
        return null;
    }

    // 0 for an empty database, null for somebody else's.
    private async Task<int?> VersionAsync(CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        return await VersionAsync(session, cancellation);
    }

    private static async Task<int?> VersionAsync(Session session, CancellationToken cancellation)
    {
        if (await session.CountAsync(SqlText.Of($"{OurTables} AND table_name = {VersionTable}"), cancellation) == 0)
        {
            return await session.CountAsync(OurTables, cancellation) == 0 ? 0 : null;
        }

        return (int)await session.CountAsync(SqlText.Of($"SELECT coalesce(max(version), 0) FROM store_version"), cancellation);
    }
}
