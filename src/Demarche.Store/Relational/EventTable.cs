using System.Data.Common;
using System.Runtime.CompilerServices;
using Demarche.Coding.Records;

namespace Demarche.Store.Relational;

/// <summary>The events of present codings.</summary>
internal sealed class EventTable(Database database)
{
    private const int PageSize = 100;
    private static readonly SqlText Columns = SqlText.Literal("e.key, r.hash, e.json, e.review, c.cluster, e.date, e.confidence, e.report, e.reading");
    private static readonly SqlText From = SqlText.Literal("events e JOIN reports r ON r.number = e.report LEFT JOIN clusters c ON c.event = e.key");

    /// <summary>The events that are asked for.</summary>
    public async IAsyncEnumerable<StoredEvent> AllAsync(EventQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        await foreach (var (one, _) in session.RowsAsync(Select(query, query.Limit), Read, cancellation))
        {
            yield return one;
        }
    }

    /// <summary>Every act of the clusters of the events that are asked for, then those events that are in no cluster.</summary>
    public async IAsyncEnumerable<ClusteredAct> ActsAsync(EventQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var asked = EventConditions.Of(query with { WithRejected = false });
        var merged = SqlText.Of($"""
            WITH wanted AS (SELECT DISTINCT c.cluster FROM {From} WHERE {asked} AND c.cluster IS NOT NULL)
            SELECT {Columns}, c.event FROM clusters c JOIN wanted ON wanted.cluster = c.cluster
            JOIN events e ON e.key = replace(c.event, {IMergeArchive.ContentMark}, '') JOIN reports r ON r.number = e.report
            WHERE e.review IS DISTINCT FROM 'rejected' ORDER BY c.cluster, c.event
            """);
        var alone = SqlText.Of($"SELECT {Columns}, e.key FROM {From} WHERE {asked} AND c.cluster IS NULL ORDER BY e.key");
        await using var session = await database.ReadAsync(cancellation);
        foreach (var sql in new[] { merged, alone })
        {
            await foreach (var one in session.RowsAsync(sql, row => new ClusteredAct(row.GetString(9), Read(row).Event), cancellation))
            {
                yield return one;
            }
        }
    }

    /// <summary>A page of them.</summary>
    public async Task<EventPage> PageAsync(EventQuery query, CancellationToken cancellation)
    {
        var size = query.Limit ?? PageSize;
        await using var session = await database.ReadAsync(cancellation);
        var rows = await session.ListAsync(Select(query, size + 1L), Read, cancellation);
        var next = rows.Count > size && size > 0 ? rows[size - 1].Place.Write() : null;
        return new EventPage([.. rows.Take(size).Select(r => r.Event)], next);
    }

    /// <summary>How many there are.</summary>
    public async Task<long> CountAsync(EventQuery query, CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        var sql = SqlText.Of($"SELECT count(*) FROM events e JOIN reports r ON r.number = e.report WHERE {EventConditions.Of(query)}");
        return await session.CountAsync(sql, cancellation);
    }

    /// <summary>The event of a key, whole or short.</summary>
    public async Task<StoredEvent?> FindAsync(string key, CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        return (await FindAsync(session, key, cancellation))?.Event;
    }

    /// <summary>The event of a key with what is needed to replace it; null where none or several fit.</summary>
    public static async Task<KeptEvent?> FindAsync(Session session, string key, CancellationToken cancellation)
    {
        var at = key.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var (hash, rest) = (key[..at], key[at..]);
        var found = await session.ListAsync(
            SqlText.Of($"""
                SELECT {Columns}, e.number, e.as_coded FROM {From}
                WHERE substr(r.hash, 1, {hash.Length}) = {hash} AND substr(e.key, {HashLength + 1}) = {rest} LIMIT 2
                """),
            row => new KeptEvent(row.GetInt64(9), row.GetInt64(7), row.GetInt32(8), Read(row).Event, row.Text(10) is { } coded ? RecordText.Read(coded) : null),
            cancellation);
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Puts an event in the place of one that is kept.</summary>
    public static async Task ReplaceAsync(WriteSession session, KeptEvent kept, ReviewedEvent one, CancellationToken cancellation)
    {
        await session.RunAsync(SqlText.Of($"DELETE FROM events WHERE number = {kept.Number}"), cancellation);
        await session.RunAsync(SqlText.Of($"DELETE FROM participants WHERE event = {kept.Number}"), cancellation);
        var rows = new CodingRows();
        rows.AddEvent(kept.Number, kept.Report, kept.Reading, one);
        await session.CopyAsync("events", rows.Events, cancellation);
        await session.CopyAsync("participants", rows.Participants, cancellation);
    }

    private const int HashLength = 32;

    private static SqlText Select(EventQuery query, long? limit)
    {
        var after = query.After is { } cursor ? EventPlace.Read(cursor, query.Order).After(query.Order) : SqlText.Literal("TRUE");
        var most = limit is { } count ? SqlText.Of($"LIMIT {count}") : SqlText.Empty;
        return SqlText.Of($"SELECT {Columns} FROM {From} WHERE {EventConditions.Of(query)} AND {after} ORDER BY {EventPlace.Order(query.Order)} {most}");
    }

    private static (StoredEvent Event, EventPlace Place) Read(DbDataReader row)
    {
        var one = new StoredEvent(row.GetString(0), row.GetString(1), RecordText.Read(row.GetString(2)))
        {
            Review = row.Text(3) is { } review ? VerdictNames.Parse(review) : null,
            Cluster = row.Text(4),
        };
        return (one, new EventPlace(row.Day(5), row.GetDouble(6), row.GetInt64(7), row.GetInt32(8)));
    }
}

/// <summary>An event with where it is kept.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Report">Number of its report.</param>
/// <param name="Reading">Its place in the report.</param>
/// <param name="Event">The event.</param>
/// <param name="AsCoded">It without its changes, where it has some.</param>
internal sealed record KeptEvent(long Number, long Report, int Reading, StoredEvent Event, EventRecord? AsCoded);
