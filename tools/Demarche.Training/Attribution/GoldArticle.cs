using System.Text.Json;
using Demarche.Language;
using Demarche.Reports;

namespace Demarche.Training.Attribution;

/// <summary>An attribution as annotators marked it, in characters of the text as read.</summary>
internal sealed record GoldAttribution(Span[] Source, Span[] Cue, Span[] Content);

/// <summary>An annotated article with its parse.</summary>
internal sealed record GoldArticle(ParsedReport Parsed, IReadOnlyList<GoldAttribution> Attributions)
{
    /// <summary>Reads and parses a file of articles.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reader">Reads them.</param>
    /// <param name="language">Parses them.</param>
    /// <param name="cache">File that keeps the parses between runs; null for none.</param>
    public static IReadOnlyList<GoldArticle> Read(string path, ReportReader reader, LanguageModel language, string? cache)
    {
        var lines = File.ReadAllLines(path);
        var articles = new GoldArticle[lines.Length];
        if (cache is not null && File.Exists(cache))
        {
            using var from = new BinaryReader(File.OpenRead(cache));
            for (var i = 0; i < lines.Length; i++)
            {
                articles[i] = Of(lines[i], reader, report => ParseCache.Read(from, report));
            }

            return articles;
        }

        Parallel.For(0, lines.Length, i => articles[i] = Of(lines[i], reader, language.Parse));
        if (cache is not null)
        {
            using var to = new BinaryWriter(File.Create(cache));
            foreach (var article in articles)
            {
                ParseCache.Write(to, article.Parsed);
            }
        }

        return articles;
    }

    private static GoldArticle Of(string line, ReportReader reader, Func<Report, ParsedReport> parse)
    {
        using var json = JsonDocument.Parse(line);
        var text = json.RootElement.GetProperty("text").GetString()!;
        var report = reader.FromText(json.RootElement.GetProperty("id").GetString()!, text).Value!;
        var units = Units(text);
        Span[] Spans(JsonElement of) => [.. of.EnumerateArray().Select(s => new Span(units[s[0].GetInt32()], units[s[1].GetInt32()]))];
        var gold = json.RootElement.GetProperty("attributions").EnumerateArray()
            .Select(a => new GoldAttribution(Spans(a.GetProperty("source")), Spans(a.GetProperty("cue")), Spans(a.GetProperty("content")))).ToList();
        return new GoldArticle(parse(report), gold);
    }

    // The files count code points.
    private static int[] Units(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLowSurrogate(text[i]))
            {
                units.Add(i);
            }
        }

        units.Add(text.Length);
        return [.. units];
    }
}
