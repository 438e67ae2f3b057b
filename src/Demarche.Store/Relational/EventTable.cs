using System.Data.Common;
using System.Runtime.CompilerServices;
using Demarche.Coding.Records;

namespace Demarche.Store.Relational;

/// <summary>The events of present codings.</summary>
internal sealed class EventTable(Database database)
{
    /// <summary>Length of the hash that a key begins with.</summary>
    public const int HashLength = 32;

    private const int PageSize = 100;
    private static readonly SqlText Columns = SqlText.Literal("e.number, e.key, e.review, e.date, e.confidence, e.report, e.reading");

    /// <summary>The events that are asked for.</summary>
    public async IAsyncEnumerable<StoredEvent> AllAsync(EventQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var session = await database.SnapshotAsync(cancellation);
        await foreach (var row in RowsAsync(session, query, query.Limit, cancellation))
        {
            yield return row.Event;
        }
    }

    /// <summary>The JSON of the events that are asked for, as it is kept.</summary>
    public async IAsyncEnumerable<string> LinesAsync(EventQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var session = await database.SnapshotAsync(cancellation);
        var lines = EventPasses.RowsAsync(session, query, query.Limit, SqlText.Literal("SELECT e.json FROM events e"), r => r.GetString(0), cancellation);
        await foreach (var line in lines)
        {
            yield return line;
        }
    }

    /// <summary>Every act of the clusters of the events that are asked for, then those events that are in no cluster.</summary>
    public async IAsyncEnumerable<ClusteredAct> ActsAsync(EventQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Who is asked for is found before the clusters are looked at: joining all events with all clusters would take most of the time.
        var asked = EventConditions.Of(query with { WithRejected = false });
        var placed = SqlText.Of($"""
            WITH asked AS MATERIALIZED (SELECT e.number, e.key, e.review FROM events e WHERE {asked}),
            placed AS MATERIALIZED (SELECT asked.*, c.cluster FROM asked LEFT JOIN clusters c ON c.event = asked.key),
            wanted AS (SELECT DISTINCT cluster FROM placed WHERE cluster IS NOT NULL),
            acts AS (
              SELECT c.event AS act, e.key, e.number, e.review, c.cluster FROM clusters c JOIN wanted ON wanted.cluster = c.cluster
              JOIN events e ON e.key = replace(c.event, {IMergeArchive.ContentMark}, '') WHERE e.review IS DISTINCT FROM 'rejected'
              UNION ALL SELECT key, key, number, review, cluster FROM placed WHERE cluster IS NULL)
            """);
        await using var session = await database.SnapshotAsync(cancellation);
        SqlText Places(long? most) => SqlText.Of($"{placed} SELECT * FROM acts ORDER BY cluster NULLS LAST, act {Most(most)}");
        var acts = EventTexts.AllAsync(
            session,
            most => Places(most),
            ManyAsync,
            Place,
            a => a.Number,
            (a, json) => new ClusteredAct(a.Act, Kept(a.Key, json, a.Review, a.Cluster)),
            cancellation);
        await foreach (var act in acts)
        {
            yield return act;
        }

        async IAsyncEnumerable<(ActPlace Place, string Json)> ManyAsync()
        {
            var all = await session.ListAsync(Places(null), Place, cancellation);
            await foreach (var one in EventTexts.LookedUpAsync(session, all, a => a.Number, cancellation))
            {
                yield return one;
            }
        }

        static ActPlace Place(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetInt64(2), row.Text(3), row.Text(4));
    }

    /// <summary>A page of them.</summary>
    public async Task<EventPage> PageAsync(EventQuery query, CancellationToken cancellation)
    {
        var size = query.Limit ?? PageSize;
        await using var session = await database.SnapshotAsync(cancellation);
        var rows = new List<EventRow>();
        await foreach (var row in RowsAsync(session, query, size + 1L, cancellation))
        {
            rows.Add(row);
        }

        var next = rows.Count > size && size > 0 ? rows[size - 1].Place.Write() : null;
        return new EventPage([.. rows.Take(size).Select(r => r.Event)], next);
    }

    /// <summary>How many there are.</summary>
    public async Task<long> CountAsync(EventQuery query, CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        var sql = SqlText.Of($"SELECT count(*) FROM events e WHERE {EventConditions.Of(query)}");
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
        var fits = at == HashLength ? SqlText.Of($"e.key = {key}") : SqlText.Of($"substr(e.key, 1, {at}) = {hash} AND substr(e.key, {HashLength + 1}) = {rest}");
        var found = await session.ListAsync(
            SqlText.Of($"SELECT e.number, e.report, e.reading, e.key, e.json, e.review, c.cluster, e.as_coded FROM events e LEFT JOIN clusters c ON c.event = e.key WHERE {fits} LIMIT 2"),
            row => new KeptEvent(
                row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), Kept(row.GetString(3), row.GetString(4), row.Text(5), row.Text(6)),
                row.Text(7) is { } coded ? RecordText.Read(coded) : null),
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

    // Of a few the limit is met before it is looked up what clusters hold them.
    private static IAsyncEnumerable<EventRow> RowsAsync(Session session, EventQuery query, long? limit, CancellationToken cancellation)
    {
        var (asked, order) = (EventPasses.Asked(query), EventPlace.Order(query.Order));
        return EventTexts.AllAsync(
            session,
            most => SqlText.Of($"""
                WITH asked AS MATERIALIZED (SELECT {Columns} FROM events e WHERE {asked} ORDER BY {order} LIMIT {Math.Min(limit ?? most, most)})
                SELECT {Columns}, c.cluster FROM asked e LEFT JOIN clusters c ON c.event = e.key ORDER BY {order}
                """),
            () => EventPasses.RowsAsync(
                session, query, limit, SqlText.Of($"SELECT {Columns}, c.cluster, e.json FROM events e LEFT JOIN clusters c ON c.event = e.key"), r => (Place(r), r.GetString(8)), cancellation),
            Place,
            r => r.Number,
            (r, json) => new EventRow(Kept(r.Key, json, r.Review, r.Cluster), r.Place),
            cancellation);

        static Row Place(DbDataReader row) =>
            new(row.GetInt64(0), row.GetString(1), row.Text(2), new EventPlace(row.Day(3), row.GetDouble(4), row.GetInt64(5), row.GetInt32(6)), row.Text(7));
    }

    private static SqlText Most(long? limit) => limit is { } count ? SqlText.Of($"LIMIT {count}") : SqlText.Empty;

    private static StoredEvent Kept(string key, string json, string? review, string? cluster) => new(key, key[..HashLength], RecordText.Read(json))
    {
        Review = review is null ? null : VerdictNames.Parse(review),
        Cluster = cluster,
    };

    private readonly record struct ActPlace(string Act, string Key, long Number, string? Review, string? Cluster);

    private readonly record struct Row(long Number, string Key, string? Review, EventPlace Place, string? Cluster);

    private readonly record struct EventRow(StoredEvent Event, EventPlace Place);
}

/// <summary>An event with where it is kept.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Report">Number of its report.</param>
/// <param name="Reading">Its place in the report.</param>
/// <param name="Event">The event.</param>
/// <param name="AsCoded">It without its changes, where it has some.</param>
internal sealed record KeptEvent(long Number, long Report, int Reading, StoredEvent Event, EventRecord? AsCoded);
