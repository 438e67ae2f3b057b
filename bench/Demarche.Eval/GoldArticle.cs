using System.Text.Json.Nodes;

namespace Demarche.Eval;

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
