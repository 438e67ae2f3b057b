using System.Text;
using System.Text.Json;
using Demarche.Language;
using Demarche.Reports;

namespace Demarche.Training.Data;

/// <summary>Texts that nobody annotated: a teacher splits them into sentences and words and finds their names; it draws their trees later.</summary>
public static class TaughtTexts
{
    private const int LeastWords = 4;

    /// <summary>The sentences of JSON lines with a "text" each, an article a line.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="reader">Tells body from headline and trailer.</param>
    /// <param name="teacher">Who reads them.</param>
    public static IEnumerable<EntitySentence> Read(IEnumerable<string> paths, ReportReader reader, LanguageModel teacher) =>
        from path in paths
        from line in File.ReadLines(path)
        where line.Length > 0
        from sentence in teacher.Parse(reader.Read(path, Encoding.UTF8.GetBytes(Text(line))).Value!).Sentences
        where sentence.Count >= LeastWords
        select new EntitySentence(0, [.. Enumerable.Range(0, sentence.Count).Select(i => sentence[i].Form)], [.. sentence.Entities]);

    private static string Text(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("text").GetString() ?? "";
    }
}
