namespace Demarche.Store.Relational;

/// <summary>Keeps coded reports. Thread-safe: one transaction at a time.</summary>
internal sealed class CodingWriter(Database database, WordForms forms)
{
    /// <summary>Keeps them all, or none.</summary>
    public async Task AddAsync(IReadOnlyCollection<ReportCoding> codings, CancellationToken cancellation)
    {
        if (codings.Count == 0)
        {
            return;
        }

        await using var session = await database.WriteAsync(cancellation);
        var hashes = codings.Select(c => c.Report.Hash).ToList();
        var known = await KnownAsync(session, hashes, cancellation);
        var corrections = await CorrectionTable.HoldingAsync(session, hashes, cancellation);
        var numbers = new Queue<long>(await session.NumbersAsync("report_numbers", codings.Count(c => !known.ContainsKey(c.Report.Hash)), cancellation));
        var eventNumbers = new Queue<long>(await session.NumbersAsync("event_numbers", codings.Sum(c => c.Events.Length), cancellation));
        var rows = new CodingRows();
        foreach (var coding in codings)
        {
            var isKnown = known.TryGetValue(coding.Report.Hash, out var kept);
            var number = isKnown ? kept.Number : numbers.Dequeue();
            var ordinal = 0;
            if (isKnown)
            {
                ordinal = await PutAsideAsync(session, kept, coding, cancellation);
            }
            else
            {
                rows.AddReport(number, coding.Report, coding.Words.Length);
            }

            rows.AddCoding(number, ordinal, coding);
            rows.AddWords(number, coding.Words);
            for (var i = 0; i < coding.Events.Length; i++)
            {
                var key = EventKeys.Of(coding.Report.Hash, coding.Events[i]);
                rows.AddEvent(eventNumbers.Dequeue(), number, i, ReviewedEvent.Of(key, coding.Events[i], corrections.GetValueOrDefault(key)));
            }
        }

        var newForms = await forms.NewAsync(session, codings.SelectMany(c => c.Words), cancellation);
        await session.CopyAsync("reports", rows.Reports, cancellation);
        await session.CopyAsync("codings", rows.Codings, cancellation);
        await session.CopyAsync("events", rows.Events, cancellation);
        await session.CopyAsync("participants", rows.Participants, cancellation);
        await session.CopyAsync("postings", rows.Postings, cancellation);
        await session.CopyAsync("word_forms", WordForms.Rows(newForms), cancellation);
        await session.RunAsync(
            SqlText.Of($"DELETE FROM failures WHERE input IN ({SqlText.List(codings.Select(c => c.Report.Name))})"), cancellation);
        await session.CommitAsync();
        forms.Keep(newForms);
    }

    private static async Task<Dictionary<string, Kept>> KnownAsync(Session session, List<string> hashes, CancellationToken cancellation)
    {
        var known = await session.ListAsync(
            SqlText.Of($"""
                SELECT r.hash, r.number, c.ordinal, r.coder, r.codebook FROM reports r JOIN codings c ON c.report = r.number AND c.present
                WHERE r.hash IN ({SqlText.List(hashes)})
                """),
            r => (Hash: r.GetString(0), Kept: new Kept(r.GetInt64(1), r.GetInt32(2), r.GetString(3), r.GetString(4))), cancellation);
        return known.ToDictionary(k => k.Hash, k => k.Kept, StringComparer.Ordinal);
    }

    // A coding by another version is kept as it was; doing the same again only replaces it.
    private static async Task<int> PutAsideAsync(Session session, Kept kept, ReportCoding coding, CancellationToken cancellation)
    {
        var report = coding.Report;
        var isSame = kept.Coder == report.Coder && kept.Codebook == report.Codebook;
        if (isSame)
        {
            await session.RunAsync(SqlText.Of($"DELETE FROM codings WHERE report = {kept.Number} AND present"), cancellation);
        }
        else
        {
            await session.RunAsync(
                SqlText.Of($"""
                    INSERT INTO past_events SELECT report, {kept.Ordinal}, key, coalesce(as_coded, json) FROM events WHERE report = {kept.Number} ORDER BY reading
                    """),
                cancellation);
            await session.RunAsync(SqlText.Of($"UPDATE codings SET present = false WHERE report = {kept.Number} AND present"), cancellation);
        }

        await session.RunAsync(SqlText.Of($"DELETE FROM events WHERE report = {kept.Number}"), cancellation);
        await session.RunAsync(SqlText.Of($"DELETE FROM participants WHERE report = {kept.Number}"), cancellation);
        await session.RunAsync(SqlText.Of($"DELETE FROM postings WHERE report = {kept.Number}"), cancellation);
        await session.RunAsync(
            SqlText.Of($"""
                UPDATE reports SET name = {report.Name}, title = {report.Title}, outlet = {report.Outlet}, url = {report.Url},
                  published = {report.Published}, earliest = {report.Earliest}, latest = {report.Latest}, words = {coding.Words.Length},
                  coder = {report.Coder}, codebook = {report.Codebook}, coded_at = {report.CodedAt},
                  sections = {SpanText.Sections(report.Sections)}, sentences = {SpanText.Spans(report.Sentences)}
                WHERE number = {kept.Number}
                """),
            cancellation);
        return isSame ? kept.Ordinal : kept.Ordinal + 1;
    }

    private readonly record struct Kept(long Number, int Ordinal, string Coder, string Codebook);
}
