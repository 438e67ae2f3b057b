using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Demarche.Store.Relational;

/// <summary>Many events in their order with wide columns: as many passes over the table as it takes for the rows of one to be sorted in memory.</summary>
internal static class EventPasses
{
#if DEBUG
    private const int RowsOfAPass = 1000;     // so that tests walk several
#else
    private const int RowsOfAPass = 50_000;   // of about 2 kB
#endif

    /// <summary>The condition of a question with its cursor.</summary>
    public static SqlText Asked(EventQuery query)
    {
        var after = query.After is { } cursor ? EventPlace.Read(cursor).After(query.Order) : SqlText.Literal("TRUE");
        return SqlText.Of($"{EventConditions.Of(query)} AND {after}");
    }

    /// <summary>The rows of a question.</summary>
    /// <param name="session">Where it is asked; nothing else may be until the last row is read.</param>
    /// <param name="query">Which events.</param>
    /// <param name="limit">How many, or null for all.</param>
    /// <param name="select">The SELECT and FROM, of a table e.</param>
    /// <param name="row">Reads a row.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async IAsyncEnumerable<T> RowsAsync<T>(
        Session session, EventQuery query, long? limit, SqlText select, Func<DbDataReader, T> row, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (asked, order) = (Asked(query), EventPlace.Order(query.Order));
        var left = limit ?? long.MaxValue;
        var from = SqlText.Literal("TRUE");
        foreach (var bound in (await BoundsAsync(session, asked, order, cancellation)).Select(b => b.After(query.Order)).Append(null))
        {
            var to = bound is null ? SqlText.Literal("TRUE") : SqlText.Of($"NOT {bound}");
            var sql = SqlText.Of($"{select} WHERE {asked} AND {from} AND {to} ORDER BY {order}");
            await foreach (var one in session.StreamAsync(sql, row, cancellation))
            {
                if (left-- <= 0)
                {
                    yield break;
                }

                yield return one;
            }

            from = bound ?? from;
        }
    }

    // The last row of each pass but the last one.
    private static Task<List<EventPlace>> BoundsAsync(Session session, SqlText asked, SqlText order, CancellationToken cancellation) => session.ListAsync(
        SqlText.Of($"""
            SELECT t.date, t.confidence, t.report, t.reading FROM (
              SELECT e.date, e.confidence, e.report, e.reading, row_number() OVER (ORDER BY {order}) AS turn FROM events e WHERE {asked}) AS t
            WHERE t.turn % {RowsOfAPass} = 0 ORDER BY t.turn
            """),
        r => new EventPlace(r.Day(0), r.GetDouble(1), r.GetInt64(2), r.GetInt32(3)), cancellation);
}
