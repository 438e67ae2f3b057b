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
    private static readonly SqlText Columns = SqlText.Literal("e.key, substr(e.key, 1, 32), e.json, e.review, c.cluster, e.date, e.confidence, e.report, e.reading, e.number");
    private static readonly SqlText From = SqlText.Literal("events e LEFT JOIN clusters c ON c.event = e.key");

    /// <summary>The events that are asked for.</summary>
    public async IAsyncEnumerable<StoredEvent> AllAsync(EventQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var session = await database.SnapshotAsync(cancellation);
        var numbers = await session.ListAsync(Select(query, query.Limit), r => r.GetInt64(0), cancellation);
        await foreach (var row in RowsAsync(session, numbers, cancellation))
        {
            yield return row.Event;
        }
    }

    /// <summary>Every act of the clusters of the events that are asked for, then those events that are in no cluster.</summary>
    public async IAsyncEnumerable<ClusteredAct> ActsAsync(EventQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Who is asked for is found before the clusters are looked at: joining all events with all clusters would take most of the time.
        var sql = SqlText.Of($"""
            WITH asked AS MATERIALIZED (SELECT e.number, e.key, e.review FROM events e WHERE {EventConditions.Of(query with { WithRejected = false })}),
            placed AS MATERIALIZED (SELECT asked.*, c.cluster FROM asked LEFT JOIN clusters c ON c.event = asked.key),
            wanted AS (SELECT DISTINCT cluster FROM placed WHERE cluster IS NOT NULL)
            SELECT c.event AS act, e.key, e.number, e.review, c.cluster FROM clusters c JOIN wanted ON wanted.cluster = c.cluster
            JOIN events e ON e.key = replace(c.event, {IMergeArchive.ContentMark}, '') WHERE e.review IS DISTINCT FROM 'rejected'
            UNION ALL SELECT key AS act, key, number, review, cluster FROM placed WHERE cluster IS NULL
            ORDER BY cluster NULLS LAST, act
            """);
        await using var session = await database.SnapshotAsync(cancellation);
        var acts = await session.ListAsync(sql, r => new ActPlace(r.GetString(0), r.GetString(1), r.GetInt64(2), r.Text(3), r.Text(4)), cancellation);
        var at = 0;
        await foreach (var record in EventBlocks.RecordsAsync(session, acts.ConvertAll(a => a.Number), cancellation))
        {
            var act = acts[at++];
            yield return new ClusteredAct(act.Act, new StoredEvent(act.Key, act.Key[..HashLength], record) { Review = Reviewed(act.Review), Cluster = act.Cluster });
        }
    }

    /// <summary>A page of them.</summary>
    public async Task<EventPage> PageAsync(EventQuery query, CancellationToken cancellation)
    {
        var size = query.Limit ?? PageSize;
        await using var session = await database.SnapshotAsync(cancellation);
        var numbers = await session.ListAsync(Select(query, size + 1L), r => r.GetInt64(0), cancellation);
        var rows = new List<EventRow>();
        await foreach (var row in RowsAsync(session, numbers, cancellation))
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
            SqlText.Of($"SELECT {Columns}, e.as_coded FROM {From} WHERE {fits} LIMIT 2"),
            row => new KeptEvent(row.GetInt64(9), row.GetInt64(7), row.GetInt32(8), Parse(Read(row)).Event, row.Text(10) is { } coded ? RecordText.Read(coded) : null),
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

    // Who and when is found in narrow columns first, and only then the wide ones of what was found are read.
    private static SqlText Select(EventQuery query, long? limit)
    {
        var after = query.After is { } cursor ? EventPlace.Read(cursor).After(query.Order) : SqlText.Literal("TRUE");
        var most = limit is { } count ? SqlText.Of($"LIMIT {count}") : SqlText.Empty;
        return SqlText.Of($"""
            SELECT e.number FROM events e
            WHERE {EventConditions.Of(query)} AND {after} ORDER BY {EventPlace.Order(query.Order)} {most}
            """);
    }

    private static IAsyncEnumerable<EventRow> RowsAsync(Session session, List<long> numbers, CancellationToken cancellation) =>
        EventBlocks.RowsAsync(session, numbers, Wide, Read, t => t.Number, Parse, cancellation);

    private static SqlText Wide(SqlText within) => SqlText.Of($"""
        WITH e AS MATERIALIZED (
          SELECT number, key, json, review, date, confidence, report, reading FROM events WHERE {within})
        SELECT {Columns} FROM e LEFT JOIN clusters c ON c.event = e.key
        """);

    private static EventText Read(DbDataReader row) => new(
        row.GetInt64(9), row.GetString(0), row.GetString(1), row.GetString(2), row.Text(3), row.Text(4),
        new EventPlace(row.Day(5), row.GetDouble(6), row.GetInt64(7), row.GetInt32(8)));

    private static EventRow Parse(EventText text) => new(
        text.Number,
        new StoredEvent(text.Key, text.Report, RecordText.Read(text.Json))
        {
            Review = Reviewed(text.Review),
            Cluster = text.Cluster,
        },
        text.Place);

    private static Verdict? Reviewed(string? review) => review is null ? null : VerdictNames.Parse(review);

    private readonly record struct ActPlace(string Act, string Key, long Number, string? Review, string? Cluster);

    private readonly record struct EventText(long Number, string Key, string Report, string Json, string? Review, string? Cluster, EventPlace Place);

    private readonly record struct EventRow(long Number, StoredEvent Event, EventPlace Place);
}

/// <summary>An event with where it is kept.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Report">Number of its report.</param>
/// <param name="Reading">Its place in the report.</param>
/// <param name="Event">The event.</param>
/// <param name="AsCoded">It without its changes, where it has some.</param>
internal sealed record KeptEvent(long Number, long Report, int Reading, StoredEvent Event, EventRecord? AsCoded);
