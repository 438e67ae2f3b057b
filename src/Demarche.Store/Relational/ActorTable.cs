namespace Demarche.Store.Relational;

/// <summary>Those who take part in events.</summary>
internal sealed class ActorTable(Database database)
{
    /// <summary>Who takes part, with how many events.</summary>
    public IAsyncEnumerable<ActorCount> AllAsync(ActorQuery query, CancellationToken cancellation)
    {
        var code = query.Code is { } wanted ? SqlText.Of($"AND p.code = {wanted.ToUpperInvariant()}") : SqlText.Empty;
        var name = query.Name is { } part ? SqlText.Of($"AND strpos(p.folded, {CodingRows.Folded(part)}) > 0") : SqlText.Empty;
        var most = query.Limit is { } limit ? SqlText.Of($"LIMIT {limit}") : SqlText.Empty;

        // Grouped by event first: counting the distinct events of each actor would hold all of them in memory at once.
        var sql = SqlText.Of($"""
            SELECT code, name, count(*) FILTER (WHERE acts), count(*) FILTER (WHERE receives), count(*) FILTER (WHERE speaks) FROM (
              SELECT p.event, p.code, p.name, bool_or(p.role = 'actor') AS acts, bool_or(p.role = 'recipient') AS receives, bool_or(p.role IN ('speaker', 'outlet')) AS speaks
              FROM participants p
              WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.number = p.event AND e.review = 'rejected') {code} {name}
              GROUP BY p.event, p.code, p.name) AS taking
            GROUP BY code, name ORDER BY count(*) DESC, name, code {most}
            """);
        return database.RowsAsync(sql, r => new ActorCount(r.Text(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4)), cancellation);
    }
}
