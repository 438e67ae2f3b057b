using System.Data.Common;
using System.Globalization;

namespace Demarche.Store.Relational;

/// <summary>Reports in short, page by page.</summary>
internal sealed class ReportPages(Database database)
{
    private const int PageSize = 100;

    public async Task<ReportPage> PageAsync(ReportQuery query, CancellationToken cancellation)
    {
        var size = query.Limit ?? PageSize;
        var conditions = SqlText.Join(" AND ", Conditions(query).Prepend(SqlText.Literal("TRUE")));
        var sql = SqlText.Of($"""
            WITH page AS (
              SELECT number, hash, name, title, outlet, url, published, earliest, latest, words, coder, codebook, coded_at
              FROM reports r WHERE {conditions} ORDER BY number DESC LIMIT {size + 1L})
            SELECT page.hash, page.name, page.title, page.outlet, page.url, page.published, page.earliest, page.latest, page.words,
              (SELECT count(*) FROM events e WHERE e.report = page.number AND e.review IS DISTINCT FROM 'rejected'), page.coder, page.codebook, page.coded_at, page.number
            FROM page ORDER BY page.number DESC
            """);
        await using var session = await database.ReadAsync(cancellation);
        var rows = await session.ListAsync(sql, r => (Number: r.GetInt64(13), Report: Read(r)), cancellation);
        return new ReportPage([.. rows.Take(size).Select(r => r.Report)], rows.Count > size && size > 0 ? rows[size - 1].Number : null);
    }

    private static IEnumerable<SqlText> Conditions(ReportQuery query)
    {
        if (query.Text is { } text)
        {
            var part = CodingRows.Folded(text);
            yield return SqlText.Of($"(strpos(lower(r.title), {part}) > 0 OR strpos(lower(r.name), {part}) > 0)");
        }

        if (query.Outlet is { } outlet)
        {
            yield return SqlText.Of($"lower(r.outlet) = {CodingRows.Folded(outlet)}");
        }

        if (query.From is { } from)
        {
            yield return SqlText.Of($"coalesce(r.published, r.latest, r.earliest) >= {from}");
        }

        if (query.To is { } to)
        {
            yield return SqlText.Of($"coalesce(r.published, r.earliest, r.latest) <= {to}");
        }

        if (query.Coder is { } coder)
        {
            yield return EventConditions.CodedBy(coder);
        }

        if (query.After is { } after)
        {
            yield return SqlText.Of($"r.number < {after}");
        }
    }

    private static ReportSummary Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.Text(2), row.Text(3), row.Text(4), row.Day(5), row.Day(6), row.Day(7), row.GetInt32(8),
        Convert.ToInt64(row.GetValue(9), CultureInfo.InvariantCulture), row.GetString(10), row.GetString(11), SqlValues.Instant(row.GetDateTime(12)));
}
