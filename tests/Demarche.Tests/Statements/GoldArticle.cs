using System.Text;
using System.Text.Json.Nodes;

namespace Demarche.Tests.Statements;

/// <summary>An annotated attribution; a span counts UTF-16 units.</summary>
/// <param name="Source">Who says it; empty where nobody is named.</param>
/// <param name="Cue">The words of saying.</param>
/// <param name="Content">What is said.</param>
internal sealed record GoldAttribution(IReadOnlyList<Span> Source, IReadOnlyList<Span> Cue, IReadOnlyList<Span> Content);

/// <summary>An article with its attributions.</summary>
internal sealed record GoldArticle(string Id, string Text, IReadOnlyList<GoldAttribution> Attributions)
{
    /// <summary>Reads lines of <c>{id, text, attributions: [{source, cue, content}]}</c>, spans in code points.</summary>
    public static IEnumerable<GoldArticle> Read(string path)
    {
        foreach (var line in File.ReadLines(path).Where(l => l.Length > 0))
        {
            var node = JsonNode.Parse(line)!;
            var text = (string)node["text"]!;
            var places = Places(text);
            IReadOnlyList<Span> Spans(JsonNode attribution, string name) =>
                [.. attribution[name]!.AsArray().Select(s => new Span(places[(int)s![0]!], places[(int)s[1]!]))];

            yield return new GoldArticle((string)node["id"]!, text, [.. node["attributions"]!.AsArray().Select(a => new GoldAttribution(Spans(a!, "source"), Spans(a!, "cue"), Spans(a!, "content")))]);
        }
    }

    /// <summary>Reads texts with marks in them: <c>{S1:…}</c> is the source of quote 1, <c>{Q1:…}</c> a piece of it; a line of = parts texts.</summary>
    public static IEnumerable<GoldArticle> ReadMarked(string path)
    {
        var body = string.Join('\n', File.ReadLines(path).Where(l => !l.StartsWith('#')));
        var number = 0;
        foreach (var marked in body.Split("\n===\n"))
        {
            var (text, spans) = (new StringBuilder(), new List<(char Kind, string Name, Span Span)>());
            var (kind, name, start) = (' ', "", 0);
            for (var i = 0; i < marked.Length; i++)
            {
                if (marked[i] == '{')
                {
                    var colon = marked.IndexOf(':', i);
                    (kind, name, start) = (marked[i + 1], marked[(i + 2)..colon], text.Length);
                    i = colon;
                }
                else if (marked[i] == '}')
                {
                    spans.Add((kind, name, new Span(start, text.Length)));
                }
                else
                {
                    text.Append(marked[i]);
                }
            }

            IReadOnlyList<Span> Of(char of, string quote) => [.. spans.Where(s => s.Kind == of && s.Name == quote).Select(s => s.Span)];
            var quotes = spans.Where(s => s.Kind == 'Q').Select(s => s.Name).Distinct(StringComparer.Ordinal);
            yield return new GoldArticle($"text {++number}", text.ToString(), [.. quotes.Select(q => new GoldAttribution(Of('S', q), [], Of('Q', q)))]);
        }
    }

    // The UTF-16 unit at which each code point starts, and the end.
    private static List<int> Places(string text)
    {
        var places = new List<int>(text.Length + 1);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || !char.IsLowSurrogate(text[i]))
            {
                places.Add(i);
            }
        }

        return places;
    }
}
