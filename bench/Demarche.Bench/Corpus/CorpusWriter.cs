using System.Globalization;
using System.Text.Json;

namespace Demarche.Bench.Corpus;

/// <summary>Writes made-up stories, a JSON object a line. The same number of stories and seed give the same file.</summary>
internal static class CorpusWriter
{
    internal static int Run(int stories, string path, int seed)
    {
        var files = CodebookFiles.Shipped();
        var (pool, states) = (SentencePool.Read(files), StateNames.Of(files));
        using var output = new StreamWriter(path);
        var words = 0L;
        for (var number = 0; number < stories; number++)
        {
            var (day, text) = Story.Tell(pool, states, seed, number);
            words += text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            output.Write(JsonSerializer.Serialize(new { published = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), outlet = "Sample Wire", text }));
            output.Write('\n');
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stories} stories, {words} words, from {pool.News.Length} sentences of news and {pool.Background.Length} of background, {states.Count} states: {path}"));
        return 0;
    }
}
