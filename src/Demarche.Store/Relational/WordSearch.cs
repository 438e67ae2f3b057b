namespace Demarche.Store.Relational;

/// <summary>Full-text search over reports, ranked by BM25 in SQL.</summary>
internal sealed class WordSearch(Database database)
{
    // How fast a word's repetition stops counting, and how much a long report is held against: the usual values.
    private const double Saturation = 1.2;
    private const double Length = 0.75;

    /// <summary>Reports that hold all of the words, the best first.</summary>
    public IAsyncEnumerable<ReportHit> FindAsync(string text, int limit, CancellationToken cancellation)
    {
        var words = SearchWords.Of(text);
        return words.Count == 0 ? AsyncEnumerable.Empty<ReportHit>() : database.RowsAsync(Ranked(words, limit), Read, cancellation);
    }

    private static SqlText Ranked(IReadOnlyList<string> words, int limit)
    {
        var terms = SqlText.Join(" UNION ALL ", words.Select((w, i) => SqlText.Of($"SELECT {SqlText.Literal(i.ToString())} AS term, lemma FROM ({SearchWords.Lemmas(w)}) AS w{SqlText.Literal(i.ToString())}")));
        return SqlText.Of($"""
            WITH terms AS ({terms}),
            hits AS (SELECT t.term, p.report, p.sentence, sum(p.occurrences) AS n FROM postings p JOIN terms t ON t.lemma = p.lemma GROUP BY t.term, p.report, p.sentence),
            counts AS (SELECT term, report, sum(n) AS n FROM hits GROUP BY term, report),
            rarity AS (SELECT term, count(*) AS reports FROM counts GROUP BY term),
            everything AS (SELECT count(*) AS reports, avg(words) AS length FROM reports),
            ranked AS (
              SELECT c.report, sum(ln(1 + (a.reports - d.reports + 0.5) / (d.reports + 0.5))
                * c.n * ({Saturation} + 1.0) / (c.n + {Saturation} * (1.0 - {Length} + {Length} * r.words / a.length))) AS score
              FROM counts c JOIN rarity d ON d.term = c.term JOIN reports r ON r.number = c.report CROSS JOIN everything a
              GROUP BY c.report HAVING count(*) = {words.Count} ORDER BY score DESC, c.report LIMIT {limit}),
            sentences AS (
              SELECT h.report, h.sentence, row_number() OVER (PARTITION BY h.report ORDER BY count(*) DESC, h.sentence) AS place
              FROM hits h JOIN ranked k ON k.report = h.report GROUP BY h.report, h.sentence)
            SELECT r.hash, r.name, r.title, r.outlet, r.published, k.score, r.text, r.sentences, s.sentence,
              (SELECT count(*) FROM events e WHERE e.report = r.number AND e.review IS DISTINCT FROM 'rejected') AS events
            FROM ranked k JOIN reports r ON r.number = k.report JOIN sentences s ON s.report = k.report AND s.place = 1
            ORDER BY k.score DESC, k.report
            """);
    }

    private static ReportHit Read(System.Data.Common.DbDataReader row)
    {
        var (text, sentences, at) = (row.GetString(6), SpanText.ReadSpans(row.GetString(7)), row.GetInt32(8));
        var span = at >= 0 && at < sentences.Length ? sentences[at] : default;
        return new ReportHit(
            row.GetString(0), row.GetString(1), row.Text(2), row.Text(3), row.Day(4), row.GetDouble(5), text[span.Start..span.End],
            Convert.ToInt32(row.GetValue(9), System.Globalization.CultureInfo.InvariantCulture));
    }
}
