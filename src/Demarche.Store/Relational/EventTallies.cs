using System.Data.Common;

namespace Demarche.Store.Relational;

/// <summary>Counts events by a field.</summary>
internal sealed class EventTallies(Database database)
{
    /// <summary>How many of the events cooperate, and how many conflict.</summary>
    public static readonly SqlText Quads = SqlText.Literal("count(*) FILTER (WHERE e.quad IN (1, 2)), count(*) FILTER (WHERE e.quad IN (3, 4))");

    private static readonly SqlText NoCode = SqlText.Literal("CAST(NULL AS TEXT)");

    public IAsyncEnumerable<EventTally> AllAsync(EventQuery query, EventField field, CancellationToken cancellation)
    {
        var (value, code, join) = Parts(field);
        var order = SqlText.Literal(field is EventField.Day or EventField.Week or EventField.Month or EventField.Year or EventField.Confidence ? "1 NULLS LAST" : "3 DESC, 1, 2");
        var most = query.Limit is { } limit ? SqlText.Of($"LIMIT {limit}") : SqlText.Empty;
        var sql = SqlText.Of($"""
            SELECT {value}, {code}, count(*), {Quads}, avg(e.scale)
            FROM events e {join} WHERE {EventConditions.Of(query)} GROUP BY 1, 2 ORDER BY {order} {most}
            """);
        return database.RowsAsync(sql, Read, cancellation);
    }

    /// <summary>The SQL of a field that an event itself has.</summary>
    public static SqlText ColumnOf(EventField field) => Parts(field) is { Join: var join, Value: var value } && ReferenceEquals(join, SqlText.Empty)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(field), field, "Not a field of the event alone.");

    public IAsyncEnumerable<KeyValuePair<string, ActCount>> ActsAsync(EventQuery query, CancellationToken cancellation) => database.RowsAsync(
        SqlText.Of($"""
            SELECT k.cluster, count(*), count(DISTINCT e.report), count(DISTINCT coalesce(o.original, w.hash))
            FROM events e JOIN clusters k ON k.event = e.key JOIN reports w ON w.number = e.report LEFT JOIN copies o ON o.report = w.hash
            WHERE {EventConditions.Of(query)} GROUP BY k.cluster HAVING count(*) > 1 ORDER BY k.cluster
            """),
        r => KeyValuePair.Create(r.GetString(0), new ActCount(r.GetInt64(1), r.GetInt64(2), r.GetInt64(3))), cancellation);

    private static (SqlText Value, SqlText Code, SqlText Join) Parts(EventField field) => field switch
    {
        EventField.Day => Column("CAST(e.date AS TEXT)"),
        EventField.Week => Period("week"),
        EventField.Month => Period("month"),
        EventField.Year => Period("year"),
        EventField.Type => Column("e.type"),
        EventField.Mode => Column("e.mode"),
        EventField.Status => Column("e.status"),
        EventField.Quad => Column("CAST(e.quad AS TEXT)"),

        // The highest tenth takes in 1.
        EventField.Confidence => Column("'0.' || CAST(CAST(least(floor(e.confidence * 10), 9) AS INTEGER) AS TEXT)"),
        EventField.Review => Column("e.review"),
        EventField.Rule => Column("e.rule"),
        EventField.Country => Column("e.country"),
        EventField.Place => Column("e.place"),
        EventField.Actor => Taking("actor"),
        EventField.Recipient => Taking("recipient"),
        EventField.Speaker => Taking("speaker"),
        EventField.Outlet => OfReport("outlet"),
        EventField.Coder => OfReport("coder"),
        EventField.Codebook => OfReport("codebook"),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
    };

    private static (SqlText, SqlText, SqlText) Column(string value) => (SqlText.Literal(value), NoCode, SqlText.Empty);

    private static (SqlText, SqlText, SqlText) Period(string unit) => Column($"CAST(CAST(date_trunc('{unit}', e.date) AS DATE) AS TEXT)");

    private static (SqlText, SqlText, SqlText) OfReport(string column) => (SqlText.Literal("w." + column), NoCode, SqlText.Literal("JOIN reports w ON w.number = e.report"));

    private static (SqlText, SqlText, SqlText) Taking(string role) => (
        SqlText.Literal("w.name"), SqlText.Literal("w.code"),
        SqlText.Of($"LEFT JOIN (SELECT DISTINCT event, name, code FROM participants WHERE role = {role}) AS w ON w.event = e.number"));

    private static EventTally Read(DbDataReader row) => new(row.Text(0), row.Text(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetDouble(5));
}
