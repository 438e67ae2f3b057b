using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Demarche.Language;
using Demarche.Reports;
using Demarche.Time;
using NodaTime.Text;

namespace Demarche.Eval;

/// <summary>Writes the time expressions of texts for tools/score.py timex, and measures their speed.</summary>
internal static class TimesEval
{
    public static int Write(string path)
    {
        var finder = Load();
        foreach (var line in File.ReadLines(path))
        {
            var story = JsonNode.Parse(line)!;
            var published = LocalDatePattern.Iso.Parse((string)story["published"]!).Value;
            var text = (string)story["text"]!;
            var times = new JsonArray();
            foreach (var found in finder.Find(text, published))
            {
                times.Add(new JsonObject
                {
                    ["start"] = CodePoints(text, found.Span.Start),
                    ["end"] = CodePoints(text, found.Span.End),
                    ["type"] = found.Kind.ToString().ToUpperInvariant(),
                    ["value"] = found.Value,
                    ["rule"] = found.Rule,
                    ["direction"] = found.Direction.ToString(),
                });
            }

            Console.WriteLine(new JsonObject { ["id"] = (string)story["id"]!, ["times"] = times }.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        }

        return 0;
    }

    /// <summary>The same with parsed sentences, so that tense comes from the tree.</summary>
    public static int WriteParsed(string path)
    {
        var finder = Load();
        var model = LanguageModel.Load().Value!;
        foreach (var line in File.ReadLines(path))
        {
            var story = JsonNode.Parse(line)!;
            var text = (string)story["text"]!;
            var report = new Report("story", text, RepairedText.Untouched(text), [new Section(SectionKind.Paragraph, new Span(0, text.Length))])
            {
                Published = LocalDatePattern.Iso.Parse((string)story["published"]!).Value,
            };
            var times = new JsonArray();
            foreach (var found in finder.Find(model.Parse(report)).All)
            {
                times.Add(new JsonObject
                {
                    ["start"] = CodePoints(text, found.Span.Start),
                    ["end"] = CodePoints(text, found.Span.End),
                    ["type"] = found.Kind.ToString().ToUpperInvariant(),
                    ["value"] = found.Value,
                    ["rule"] = found.Rule,
                    ["direction"] = "-",
                });
            }

            Console.WriteLine(new JsonObject { ["id"] = (string)story["id"]!, ["times"] = times }.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        }

        return 0;
    }

    public static int Speed(string path)
    {
        var start = Stopwatch.StartNew();
        var files = CodebookFiles.Shipped();
        var read = start.ElapsedMilliseconds;
        var finder = TimeFinder.Load(files).Value!;
        Console.WriteLine($"files {read} ms, load {start.ElapsedMilliseconds - read} ms");
        var texts = File.ReadLines(path).Select(l => (string)JsonNode.Parse(l)!["text"]!).ToArray();
        var words = texts.Sum(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        for (var round = 0; round < 5; round++)
        {
            var watch = Stopwatch.StartNew();
            var found = texts.Sum(t => finder.Find(t, new NodaTime.LocalDate(1998, 3, 2)).Length);
            Console.WriteLine($"{words} words, {found} expressions, {words / watch.Elapsed.TotalSeconds:0} words/s");
        }

        return 0;
    }

    private static TimeFinder Load()
    {
        var finder = TimeFinder.Load(CodebookFiles.Shipped());
        return finder.Value ?? throw new InvalidOperationException(finder.Failure!.ToString());
    }

    private static int CodePoints(string text, int to)
    {
        var count = to;
        for (var i = 0; i + 1 < to; i++)
        {
            count -= char.IsSurrogatePair(text[i], text[i + 1]) ? 1 : 0;
        }

        return count;
    }
}
