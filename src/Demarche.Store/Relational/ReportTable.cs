using System.Data.Common;
using NodaTime;

namespace Demarche.Store.Relational;

/// <summary>Reports, their codings, and the inputs that failed.</summary>
internal sealed class ReportTable(Database database)
{
    private static readonly SqlText Columns =
        SqlText.Literal("hash, name, text, title, outlet, url, published, earliest, latest, sections, sentences, coded_at, coder, codebook");

    public IAsyncEnumerable<KnownReport> KnownAsync(CancellationToken cancellation) =>
        database.RowsAsync(SqlText.Of($"SELECT hash, coder, codebook FROM reports"), r => new KnownReport(r.GetString(0), r.GetString(1), r.GetString(2)), cancellation);

    public async Task<IReadOnlySet<string>> KnownAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in hashes.Chunk(500))
        {
            known.UnionWith(await session.ListAsync(SqlText.Of($"SELECT hash FROM reports WHERE hash IN ({SqlText.List(some)})"), r => r.GetString(0), cancellation));
        }

        return known;
    }

    public IAsyncEnumerable<StoredReport> AllAsync(CancellationToken cancellation) =>
        database.RowsAsync(SqlText.Of($"SELECT {Columns} FROM reports ORDER BY number"), Read, cancellation);

    public async Task<StoredReport?> FindAsync(string hashOrName, CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        var found = await session.ListAsync(
            SqlText.Of($"SELECT {Columns} FROM reports WHERE substr(hash, 1, {hashOrName.Length}) = {hashOrName} OR name = {hashOrName} LIMIT 2"),
            Read, cancellation);
        return found.Count == 1 ? found[0] : null;
    }

    public IAsyncEnumerable<StoredCoding> CodingsAsync(string hash, CancellationToken cancellation) => database.RowsAsync(
        SqlText.Of($"""
            SELECT c.coder, c.codebook, c.coded_at, c.events, c.present FROM codings c JOIN reports r ON r.number = c.report
            WHERE r.hash = {hash} ORDER BY c.ordinal DESC
            """),
        r => new StoredCoding(r.GetString(0), r.GetString(1), SqlValues.Instant(r.GetDateTime(2)), r.GetInt32(3), r.GetBoolean(4)), cancellation);

    public async Task FailAsync(IReadOnlyCollection<Diagnostic> failures, Instant when, CancellationToken cancellation)
    {
        if (failures.Count == 0)
        {
            return;
        }

        await using var session = await database.WriteAsync(cancellation);
        foreach (var failure in failures)
        {
            var known = await session.RunAsync(
                SqlText.Of($"UPDATE failures SET number = {failure.Number}, reason = {failure.What}, tries = tries + 1, last_tried = {when} WHERE input = {failure.Where}"),
                cancellation);
            if (known == 0)
            {
                await session.RunAsync(SqlText.Of($"INSERT INTO failures VALUES ({failure.Where}, {failure.Number}, {failure.What}, 1, {when})"), cancellation);
            }
        }

        await session.CommitAsync();
    }

    public async Task ForgetFailuresAsync(IReadOnlyCollection<string> inputs, CancellationToken cancellation)
    {
        await using var session = await database.WriteAsync(cancellation);
        foreach (var some in inputs.Chunk(500))
        {
            await session.RunAsync(SqlText.Of($"DELETE FROM failures WHERE input IN ({SqlText.List(some)})"), cancellation);
        }

        await session.CommitAsync();
    }

    public IAsyncEnumerable<ReportFailure> FailuresAsync(CancellationToken cancellation) => database.RowsAsync(
        SqlText.Of($"SELECT input, number, reason, tries, last_tried FROM failures ORDER BY input"),
        r => new ReportFailure(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt32(3), SqlValues.Instant(r.GetDateTime(4))), cancellation);

    public async Task<StoreCounts> CountsAsync(CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        return (await session.FirstAsync(
            SqlText.Of($"SELECT (SELECT count(*) FROM reports), (SELECT count(*) FROM events), (SELECT count(*) FROM failures), (SELECT count(*) FROM corrections)"),
            r => new StoreCounts(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3)), cancellation))!;
    }

    private static StoredReport Read(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2))
    {
        Title = row.Text(3),
        Outlet = row.Text(4),
        Url = row.Text(5),
        Published = row.Day(6),
        Earliest = row.Day(7),
        Latest = row.Day(8),
        Sections = SpanText.ReadSections(row.GetString(9)),
        Sentences = SpanText.ReadSpans(row.GetString(10)),
        CodedAt = SqlValues.Instant(row.GetDateTime(11)),
        Coder = row.GetString(12),
        Codebook = row.GetString(13),
    };
}
