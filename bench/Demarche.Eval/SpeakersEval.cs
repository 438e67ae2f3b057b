using System.Globalization;
using Demarche.Language;
using Demarche.Statements;
using Demarche.Tests.Statements;

namespace Demarche.Eval;

/// <summary>Who says each clause of annotated articles: the rules, the trained model, and what <c>code</c> makes of both.</summary>
/// <remarks>
/// Unit: a verb, or an adjective or noun at the head of a clause, outside of the cue. Gold: the source of the annotated content that it stands in, else nobody.
/// The corpus marks the outer speaker only, so the outermost link of a chain is compared.
/// </remarks>
internal static class SpeakersEval
{
    public static int Score(string path, bool shows)
    {
        var files = CodebookFiles.Shipped();
        var pipeline = Pipeline.Load(files).Value!;
        var rules = new StatementFinder(StatementWords.Load(files).Value!);
        var counts = new Dictionary<string, Count>(StringComparer.Ordinal);
        var cases = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var article in GoldArticle.Read(path))
        {
            var stated = pipeline.State(pipeline.Reader.FromPlainText(article.Id, article.Text).Value!);
            var byRules = rules.Find(stated.Mentioned);
            foreach (var sentence in stated.Mentioned.Parsed.Sentences)
            {
                for (var i = 0; i < sentence.Count; i++)
                {
                    var token = sentence[i];
                    if (token.Tag != Upos.VERB || article.Attributions.Any(a => a.Cue.Any(c => c.Overlaps(token.Span))))
                    {
                        continue;
                    }

                    var gold = article.Attributions.FirstOrDefault(a => a.Content.Any(c => c.Overlaps(token.Span)));
                    var ruled = byRules.Of(token).Attribution is { IsEmpty: false } chain ? chain[^1].SpeakerSpan : null;
                    var learned = stated.Quoted.FirstOrDefault(q => q.Content.Any(c => c.Overlaps(token.Span)) && !q.Cue.Any(c => c.Overlaps(token.Span)));
                    var both = stated.Of(token).Attribution is { IsEmpty: false } full ? full[^1].SpeakerSpan : null;
                    Add("rules", ruled is { } r ? [r] : []);
                    Add("model", learned?.Source ?? []);
                    Add("code", both is { } b ? [b] : []);
                    var (rule, model) = (ruled is null ? "-" : IsRight([ruled.Value]) ? "right" : "wrong", learned is null ? "-" : IsRight(learned.Source) ? "right" : "wrong");
                    var code = both is null ? "-" : IsRight([both.Value]) ? "right" : "wrong";
                    var key = $"gold {(gold is null ? "-" : "+")} rules {rule} model {model} code {code}";
                    cases[key] = cases.GetValueOrDefault(key) + 1;
                    if (shows)
                    {
                        Console.WriteLine($"{key}\t{token.Form}\t{Words(ruled is { } x ? [x] : [])}\t{Words(learned?.Source ?? [])}@{Words(learned?.Cue ?? [])}\t{Words(both is { } y ? [y] : [])}\t{Words(gold?.Source ?? [])}@{Words(gold?.Cue ?? [])}\t{article.Text[sentence.Span.Start..sentence.Span.End].ReplaceLineEndings(" ")}");
                    }

                    string Words(IEnumerable<Span> spans) => string.Join(" | ", spans.Select(s => article.Text[s.Start..s.End]));
                    bool IsRight(IReadOnlyCollection<Span> said) => gold is not null && (said.Any(s => gold.Source.Any(g => g.Overlaps(s))) || (said.Count == 0 && gold.Source.Count == 0));

                    void Add(string who, IReadOnlyCollection<Span> said)
                    {
                        var count = counts.TryGetValue(who, out var known) ? known : counts[who] = new Count();
                        count.Given += said.Count > 0 ? 1 : 0;
                        count.Wanted += gold is { Source.Count: > 0 } ? 1 : 0;
                        count.Right += said.Count > 0 && IsRight(said) ? 1 : 0;
                    }
                }
            }
        }

        foreach (var (who, count) in counts)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{who}: precision {count.Right / (double)count.Given:0.000}, recall {count.Right / (double)count.Wanted:0.000}, F1 {2.0 * count.Right / (count.Given + count.Wanted):0.000} ({count.Wanted} verbs with a source)"));
        }

        foreach (var (key, number) in cases)
        {
            Console.WriteLine($"  {number,5} {key}");
        }

        return 0;
    }

    private sealed class Count
    {
        public int Given { get; set; }

        public int Wanted { get; set; }

        public int Right { get; set; }
    }
}
