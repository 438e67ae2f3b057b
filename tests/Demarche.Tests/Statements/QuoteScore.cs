using System.Globalization;

namespace Demarche.Tests.Statements;

/// <summary>How many direct quotes are found, and with the right source.</summary>
/// <remarks>
/// A direct quote is an annotated content of which nine tenths stand in quotation marks, of at least four words, inside no other content. It is found where a content
/// shares at least half of the longer one with it (as score.py counts), its source where both share a character. A passage in marks that no content is annotated
/// over (a scare quote, a title) counts as false where it alone is given as a content.
/// </remarks>
internal sealed record QuoteScore(int Wanted, int Contents, int Sources, int Others, int Taken, IReadOnlyList<string> Misses)
{
    private const int FewestWords = 4;

    public double ContentShare => Contents / (double)Wanted;

    public double SourceShare => Sources / (double)Wanted;

    /// <summary>Scores the articles of a file: lines of JSON, or texts with marks in them (.txt).</summary>
    public static QuoteScore Of(string path, Pipeline pipeline)
    {
        var (wanted, contents, sources, others, taken, misses) = (0, 0, 0, 0, 0, new List<string>());
        foreach (var article in path.EndsWith(".txt", StringComparison.Ordinal) ? GoldArticle.ReadMarked(path) : GoldArticle.Read(path))
        {
            var found = pipeline.State(pipeline.Reader.FromPlainText(article.Id, article.Text).Value!).Quoted;
            var passages = Passages(article.Text);
            foreach (var gold in article.Attributions.Where(a => IsDirect(a, article, passages)))
            {
                wanted++;
                var best = found.MaxBy(f => Shared(f.Content, gold.Content));
                var hit = best is not null && 2 * Shared(best.Content, gold.Content) >= Math.Max(Length(best.Content), Length(gold.Content));
                var sourced = hit && (Shared(best!.Source, gold.Source) > 0 || best.Source.IsEmpty && gold.Source.Count == 0);
                contents += hit ? 1 : 0;
                sources += sourced ? 1 : 0;
                if (!sourced)
                {
                    misses.Add($"  {(hit ? "source" : "content")} {article.Id}: {Words(gold.Source)} | {Words(gold.Content)} || {(best is null ? "" : Words(best.Source) + " | " + Words(best.Content))}");
                }
            }

            foreach (var passage in passages.Where(p => !article.Attributions.Any(a => 2 * Shared(a.Content, [p]) >= p.Length)))
            {
                others++;
                if (found.Any(f => Shared(f.Content, [passage]) >= Length(f.Content) - 2 && 2 * Shared(f.Content, [passage]) >= passage.Length))
                {
                    taken++;
                    misses.Add($"  taken {article.Id}: {Words([passage])}");
                }
            }

            string Words(IEnumerable<Span> spans) => string.Join(" … ", spans.Select(s => article.Text[s.Start..s.End].ReplaceLineEndings(" ")));
        }

        return new QuoteScore(wanted, contents, sources, others, taken, misses);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Wanted} direct quotes: content {ContentShare:0.000}, with source {SourceShare:0.000}; {Others} other passages in marks, {Taken} taken for quotes");

    private static bool IsDirect(GoldAttribution gold, GoldArticle article, List<Span> passages) =>
        gold.Content.Count > 0 && (gold.Cue.Count == 0 && article.Id.StartsWith("text ", StringComparison.Ordinal) || 10 * Shared(gold.Content, passages) >= 9 * Length(gold.Content))
        && gold.Content.Sum(c => article.Text[c.Start..c.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length) >= FewestWords
        && !article.Attributions.Any(o => o != gold && Length(o.Content) > Length(gold.Content) && Shared(o.Content, gold.Content) == Length(gold.Content));

    // From one double mark to the next, or to the end of the line.
    private static List<Span> Passages(string text)
    {
        var (passages, open) = (new List<Span>(), -1);
        for (var i = 0; i < text.Length; i++)
        {
            if (open >= 0 && text[i] is '\n' or '”' or '"')
            {
                passages.Add(new Span(open, text[i] == '\n' ? i : i + 1));
                open = -1;
            }
            else if (open < 0 && text[i] is '“' or '"')
            {
                open = i;
            }
        }

        return passages;
    }

    private static int Length(IEnumerable<Span> spans) => spans.Sum(s => s.Length);

    private static int Shared(IEnumerable<Span> some, IReadOnlyCollection<Span> others) =>
        some.Sum(s => others.Sum(o => Math.Max(0, Math.Min(s.End, o.End) - Math.Max(s.Start, o.Start))));
}
