using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Demarche.Coding;
using Demarche.Statements;

namespace Demarche.Bench.Corpus;

/// <summary>Sentences of our own: the examples of the codebook and the ranker's sentences tell news, the background tells what stands around it.</summary>
/// <param name="News">Sentences with acts, most of them coded.</param>
/// <param name="Background">Sentences with blanks to fill.</param>
internal sealed partial record SentencePool(ImmutableArray<string> News, ImmutableArray<string> Background)
{
    private const int ShortestNews = 6;   // words

    /// <summary>Reads the sentences.</summary>
    public static SentencePool Read(CodebookFiles files)
    {
        var rules = Codebook.Read(files, []) ?? throw new InvalidDataException("the shipped codebook has a fault");
        IEnumerable<string> news =
        [
            .. rules.Rules.SelectMany(r => r.Examples).Select(e => e.Text),
            .. StatementFinder.Load(files).Value!.Examples.Select(e => e.Text),
            .. Lines("sentences.tsv").Skip(1).Select(l => l.Split('\t')[2]),
            .. Lines("varied.tsv").Skip(1).Select(l => l.Split('\t')[3]),
        ];
        return new SentencePool(
            [.. news.Select(n => Marks().Replace(n, "").Trim('"')).Where(n => n.Split(' ').Length >= ShortestNews && n[^1] is '.' or '?' or '"').Distinct(StringComparer.Ordinal)],
            [.. Lines("background.txt").Where(l => l[0] != '#')]);
    }

    private static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(SentencePool).Assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    [GeneratedRegex("</?[st]>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
