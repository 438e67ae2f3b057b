using System.Data.Common;

namespace Demarche.Store.Relational;

/// <summary>Which events are one and the same, and which are not whatever a merger thinks.</summary>
internal sealed class ClusterTable(Database database)
{
    /// <summary>The step that made the table of joinings.</summary>
    public static Migration Joinings { get; } = new(4, ["CREATE TABLE joinings (event TEXT NOT NULL, other TEXT NOT NULL, who TEXT NOT NULL, said_at TIMESTAMP NOT NULL)"], []);

    public async Task ReplaceAsync(IReadOnlyCollection<ClusterMember> members, CancellationToken cancellation)
    {
        await using var session = await database.WriteAsync(cancellation);
        await session.RunAsync(SqlText.Of($"DELETE FROM clusters"), cancellation);
        var rows = members.Select(m => new object?[] { m.Event, m.Cluster, m.Reason, m.Score }).ToList();
        await session.CopyAsync("clusters", rows, cancellation);
        await session.CommitAsync();
    }

    public IAsyncEnumerable<ClusterMember> AllAsync(CancellationToken cancellation) => database.RowsAsync(
        SqlText.Of($"SELECT event, cluster, reason, score FROM clusters ORDER BY cluster, event"),
        Member, cancellation);

    public IAsyncEnumerable<ClusterMember> OfAsync(string key, CancellationToken cancellation) => database.RowsAsync(
        SqlText.Of($"SELECT event, cluster, reason, score FROM clusters WHERE cluster IN (SELECT cluster FROM clusters WHERE event = {key}) ORDER BY event"), Member, cancellation);

    public async Task SeparateAsync(Separation separation, CancellationToken cancellation)
    {
        await using var session = await database.WriteAsync(cancellation);
        await session.RunAsync(
            SqlText.Of($"INSERT INTO separations VALUES ({separation.Event}, {separation.From}, {separation.Who}, {separation.When})"),
            cancellation);
        await session.RunAsync(
            SqlText.Of($"DELETE FROM clusters WHERE event = {separation.Event} AND cluster = {separation.From}"), cancellation);
        await session.CommitAsync();
    }

    public IAsyncEnumerable<Separation> SeparationsAsync(CancellationToken cancellation) => database.RowsAsync(
        SqlText.Of($"SELECT event, other, who, said_at FROM separations ORDER BY said_at, event"),
        r => new Separation(r.GetString(0), r.GetString(1), r.GetString(2), SqlValues.Instant(r.GetDateTime(3))), cancellation);

    public async Task JoinAsync(IReadOnlyCollection<Joining> joinings, CancellationToken cancellation)
    {
        await using var session = await database.WriteAsync(cancellation);
        await session.CopyAsync("joinings", [.. joinings.Select(j => new object?[] { j.Event, j.With, j.Who, SqlValues.Of(j.When) })], cancellation);
        await session.CommitAsync();
    }

    public IAsyncEnumerable<Joining> JoiningsAsync(CancellationToken cancellation) => database.RowsAsync(
        SqlText.Of($"SELECT event, other, who, said_at FROM joinings ORDER BY said_at, event, other"),
        r => new Joining(r.GetString(0), r.GetString(1), r.GetString(2), SqlValues.Instant(r.GetDateTime(3))), cancellation);

    private static ClusterMember Member(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetDouble(3));
}
