using System.Collections.Immutable;
using System.Reflection;

namespace Demarche.Training.Data;

/// <summary>Copies of treebank sentences in which a plain name of a person gives way to one with a hyphen: the treebanks hold few of those, the news many.</summary>
public static class HyphenatedNames
{
    // One sentence with a plain name in so many is copied.
    private const int Rarity = 3;

    /// <summary>The copies, the same ones each time.</summary>
    public static IEnumerable<TreebankSentence> Copies(IReadOnlyList<TreebankSentence> sentences)
    {
        var names = Read();
        var dice = new Network.Dice(names.Length);
        foreach (var sentence in sentences)
        {
            var at = PlainName(sentence);
            if (at >= 0 && dice.Index(Rarity) == 0)
            {
                yield return Renamed(sentence, at, names[dice.Index(names.Length)]);
            }
        }
    }

    /// <summary>The sentence with the two words of a name from <paramref name="at"/> replaced.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">Index of the first word of the name, the head of the second.</param>
    /// <param name="name">Words before the hyphen, and words behind it.</param>
    public static TreebankSentence Renamed(TreebankSentence sentence, int at, (string[] Before, string[] Behind) name)
    {
        string[] words = [.. name.Before, "-", .. name.Behind];
        var hyphen = at + name.Before.Length;
        var grown = words.Length - 2;
        int Moved(int head) => head > at + 1 ? head + grown : head;
        int HeadOf(int i) => i == at ? Moved(sentence.Heads[at]) : i == hyphen ? hyphen + 1 : at;
        int[] own = [.. Enumerable.Range(at, words.Length)];
        return new TreebankSentence(
            Spliced(sentence.Forms, at, words),
            Spliced(sentence.Tags, at, [.. own.Select(i => i == hyphen ? "PUNCT" : "PROPN")]),
            Spliced(sentence.PennTags, at, [.. own.Select(i => i == hyphen ? "HYPH" : "NNP")]),
            [.. sentence.Heads[..at].Select(Moved), .. own.Select(HeadOf), .. sentence.Heads[(at + 2)..].Select(Moved)],
            Spliced(sentence.Relations, at, [.. own.Select(i => i == at ? sentence.Relations[at] : i == hyphen ? "punct" : "flat")]));
    }

    private static string[] Spliced(string[] column, int at, string[] put) => [.. column[..at], .. put, .. column[(at + 2)..]];

    // Two capitalised words of which the second hangs on the first as part of its name, with nothing else on the second.
    private static int PlainName(TreebankSentence sentence)
    {
        for (var i = 0; i + 1 < sentence.Forms.Length; i++)
        {
            if (sentence.Relations[i + 1] == "flat" && sentence.Heads[i + 1] == i && sentence.Relations[i] is "nsubj" or "obj" or "obl" or "nmod" or "appos" or "nmod:poss" or "conj"
                && IsName(sentence.Forms[i]) && IsName(sentence.Forms[i + 1]) && sentence.PennTags[i] == "NNP" && sentence.PennTags[i + 1] == "NNP"
                && !sentence.Heads.Contains(i + 1) && !(i + 2 < sentence.Forms.Length && sentence.Relations[i + 2] == "flat"))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsName(string form) => form.Length > 2 && char.IsUpper(form[0]) && form.Skip(1).All(char.IsLower);

    private static ImmutableArray<(string[] Before, string[] Behind)> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("hyphenated-names.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => l[0] != '#')
            .Select(l => l.Split('|')).Select(p => (p[0].Split(' '), p[1].Split(' ')))];
    }
}
