using Demarche.Language;

namespace Demarche.Training.Data;

/// <summary>A sentence of an annotated article.</summary>
/// <param name="Article">Which article, counted from 0 in the order of the file.</param>
/// <param name="Forms">Words.</param>
/// <param name="Entities">Names in order, without overlap.</param>
public sealed record EntitySentence(int Article, string[] Forms, Entity[] Entities);

/// <summary>Reads articles with names marked: a word and its tag a line, a blank line between sentences, "# newdoc" before each article.</summary>
public static class EntityArticles
{
    /// <summary>One article in this many is kept out of training and scores the names.</summary>
    public const int Fold = 5;

    /// <summary>Whether an article is kept out.</summary>
    public static bool IsHeldOut(int article) => article % Fold == Fold - 1;

    /// <summary>The sentences of a file.</summary>
    public static List<EntitySentence> Read(string path) => Read(File.ReadLines(path));

    /// <inheritdoc cref="Read(string)"/>
    public static List<EntitySentence> Read(IEnumerable<string> lines)
    {
        var sentences = new List<EntitySentence>();
        var words = new List<(string Form, string Tag)>();
        var article = -1;
        foreach (var line in lines.Append(string.Empty))
        {
            var starts = line.StartsWith("# newdoc", StringComparison.Ordinal);
            if ((line.Length == 0 || starts) && words.Count > 0)
            {
                sentences.Add(new EntitySentence(Math.Max(article, 0), [.. words.Select(w => w.Form)], Spans(words)));
                words.Clear();
            }

            if (starts)
            {
                article++;
            }
            else if (line.LastIndexOf('\t') is var tab and > 0)
            {
                words.Add((line[..tab], line[(tab + 1)..]));
            }
        }

        return sentences;
    }

    private static Entity[] Spans(List<(string Form, string Tag)> words)
    {
        var spans = new List<Entity>();
        for (var i = 0; i < words.Count; i++)
        {
            var tag = words[i].Tag;
            if (tag.Length < 3 || KindOf(tag[2..]) is not { } kind)
            {
                continue;
            }

            var last = i;
            while (last + 1 < words.Count && words[last + 1].Tag == "I-" + tag[2..])
            {
                last++;
            }

            spans.Add(new Entity(i, last, kind));
            i = last;
        }

        return [.. spans];
    }

    private static EntityKind? KindOf(string name) => name switch
    {
        "Person" => EntityKind.Person,
        "Organization" => EntityKind.Organisation,
        "Location" or "Facility" => EntityKind.Place,
        "NORP" => EntityKind.Nationality,
        "Misc" or "Product" => EntityKind.Other,
        _ => null,   // dates and money are found elsewhere
    };
}
