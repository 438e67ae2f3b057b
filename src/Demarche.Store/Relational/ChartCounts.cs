namespace Demarche.Store.Relational;

/// <summary>Events counted for drawings.</summary>
internal sealed class ChartCounts(Database database)
{
    public async Task<EventExtent> ExtentAsync(EventQuery query, CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        var found = await session.FirstAsync(
            SqlText.Of($"SELECT count(*), min(e.date), max(e.date) FROM events e WHERE {EventConditions.Of(query)}"),
            r => new EventExtent(r.GetInt64(0), r.Day(1), r.Day(2)), cancellation);
        return found!;
    }

    public IAsyncEnumerable<EventCross> CrossAsync(EventQuery query, EventField rows, EventField columns, CancellationToken cancellation) => database.RowsAsync(
        SqlText.Of($"""
            SELECT {EventTallies.ColumnOf(rows)}, {EventTallies.ColumnOf(columns)}, count(*)
            FROM events e WHERE {EventConditions.Of(query)} GROUP BY 1, 2 ORDER BY 1 NULLS LAST, 2
            """),
        r => new EventCross(r.Text(0), r.Text(1), r.GetInt64(2)), cancellation);

    public IAsyncEnumerable<PairTally> PairsAsync(EventQuery query, int limit, CancellationToken cancellation) => database.RowsAsync(
        SqlText.Of($"""
            WITH asked AS MATERIALIZED (SELECT e.number, e.quad, e.scale FROM events e WHERE {EventConditions.Of(query)}),
            who AS (
              SELECT DISTINCT p.event, p.role, coalesce(p.code, p.name) AS name FROM participants p
              WHERE p.role IN ('actor', 'recipient') AND p.event IN (SELECT number FROM asked))
            SELECT a.name, b.name, count(*), {EventTallies.Quads}, avg(e.scale)
            FROM asked e JOIN who a ON a.event = e.number AND a.role = 'actor' JOIN who b ON b.event = e.number AND b.role = 'recipient'
            WHERE a.name <> b.name GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT {limit}
            """),
        r => new PairTally(r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetDouble(5)), cancellation);

    public IAsyncEnumerable<PlaceTally> PlacesAsync(EventQuery query, int limit, CancellationToken cancellation) => database.RowsAsync(
        SqlText.Of($"""
            SELECT e.place, e.country, avg(e.latitude), avg(e.longitude), count(*), {EventTallies.Quads}
            FROM events e WHERE e.place IS NOT NULL AND e.latitude IS NOT NULL AND e.longitude IS NOT NULL AND {EventConditions.Of(query)}
            GROUP BY 1, 2 ORDER BY 5 DESC, 1, 2 LIMIT {limit}
            """),
        r => new PlaceTally(r.GetString(0), r.Text(1), r.GetDouble(2), r.GetDouble(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6)), cancellation);
}
