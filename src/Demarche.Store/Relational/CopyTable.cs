namespace Demarche.Store.Relational;

/// <summary>Which reports are copies of which.</summary>
internal sealed class CopyTable(Database database)
{
    /// <summary>The step that made the table.</summary>
    public static Migration Step { get; } = new(
        2,
        ["CREATE TABLE copies (report TEXT NOT NULL, original TEXT NOT NULL)"],
        ["ALTER TABLE copies ADD PRIMARY KEY (report)", "CREATE INDEX clusters_cluster ON clusters (cluster)"]);

    public async Task ReplaceAsync(IReadOnlyCollection<ReportCopy> copies, CancellationToken cancellation)
    {
        await using var session = await database.WriteAsync(cancellation);
        await session.RunAsync(SqlText.Of($"DELETE FROM copies"), cancellation);
        await session.CopyAsync("copies", [.. copies.Select(c => new object?[] { c.Report, c.Original })], cancellation);
        await session.CommitAsync();
    }

    public IAsyncEnumerable<ReportCopy> AllAsync(CancellationToken cancellation) => database.RowsAsync(
        SqlText.Of($"SELECT report, original FROM copies ORDER BY report"), r => new ReportCopy(r.GetString(0), r.GetString(1)), cancellation);
}
