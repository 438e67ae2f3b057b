using Demarche.Language;
using Demarche.Language.Conllu;

namespace Demarche.Tests.Language;

/// <summary>Sentences with trees of our own, for tests that need no model.</summary>
internal static class Sentences
{
    /// <summary>A report of one paragraph per string; a word is "form/lemma/TAG/PENN/head/relation", head from 1, 0 for the root; "+" before a form fuses it with the word before.</summary>
    public static ParsedReport Report(params string[] sentences)
    {
        var lines = new List<string>();
        foreach (var sentence in sentences)
        {
            var words = sentence.Split(' ').Select(w => w.Split('/')).ToList();
            for (var i = 0; i < words.Count; i++)
            {
                var last = i;
                while (last + 1 < words.Count && words[last + 1][0].StartsWith('+'))
                {
                    last++;
                }

                if (last > i && !words[i][0].StartsWith('+'))
                {
                    lines.Add($"{i + 1}-{last + 1}\t{string.Concat(words[i..(last + 1)].Select(w => w[0].TrimStart('+')))}\t_\t_\t_\t_\t_\t_\t_\t_");
                }

                var w = words[i];
                lines.Add($"{i + 1}\t{w[0].TrimStart('+')}\t{w[1]}\t{w[2]}\t{w[3]}\t_\t{w[4]}\t{w[5]}\t_\t_");
            }

            lines.Add("");
        }

        return Parsed(ConlluReader.Read("test", string.Join('\n', lines)).Value!);
    }

    /// <summary>A file's own columns, taken as a parse.</summary>
    public static ParsedReport Parsed(ConlluText text) =>
        new(text.Report, [.. text.Sentences.Select((s, i) => new Sentence(i, s.Words.Section, s.Columns, s.Words.Multiwords))], []);
}
