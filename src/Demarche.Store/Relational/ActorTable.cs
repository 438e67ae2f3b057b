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
        var sql = SqlText.Of($"""
            SELECT p.code, p.name,
              count(DISTINCT CASE WHEN p.role = 'actor' THEN p.event END) AS acts,
              count(DISTINCT CASE WHEN p.role = 'recipient' THEN p.event END) AS receives,
              count(DISTINCT CASE WHEN p.role IN ('speaker', 'outlet') THEN p.event END) AS speaks
            FROM participants p JOIN events e ON e.number = p.event
            WHERE e.review IS DISTINCT FROM 'rejected' {code} {name}
            GROUP BY p.code, p.name ORDER BY count(DISTINCT p.event) DESC, p.name, p.code {most}
            """);
        return database.RowsAsync(sql, r => new ActorCount(r.Text(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4)), cancellation);
    }
}
