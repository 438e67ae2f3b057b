using System.Text;

namespace Demarche.Training.Words;

/// <summary>The forms of the verbs of verbs.txt, by the rules of English spelling.</summary>
internal static class VerbForms
{
    /// <summary>Form, lemma and Penn tag, one after the other.</summary>
    public static IEnumerable<(string Form, string Lemma, string PennTag)> All()
    {
        using var stream = typeof(VerbForms).Assembly.GetManifestResourceStream("verbs.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var words = line.Split(' ');
            var verb = words[0].TrimEnd('*');
            foreach (var (form, tag) in Of(verb, words[0].Length - verb.Length, words[1..]))
            {
                yield return (form, verb, tag);
            }
        }
    }

    private static IEnumerable<(string Form, string PennTag)> Of(string verb, int doubling, string[] irregular)
    {
        var last = verb[^1];
        var vowelBefore = verb.Length > 1 && verb[^2] is 'a' or 'e' or 'i' or 'o' or 'u';
        yield return (verb, "VB");
        yield return (verb, "VBP");
        yield return (last == 'y' && !vowelBefore ? verb[..^1] + "ies" : last is 's' or 'x' or 'z' or 'o' || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) ? verb + "es" : verb + "s", "VBZ");
        foreach (var stem in doubling == 0 ? [verb] : doubling == 1 ? [verb + last] : new[] { verb, verb + last })
        {
            yield return (verb.EndsWith("ie", StringComparison.Ordinal) ? verb[..^2] + "ying" : last == 'e' && !verb.EndsWith("ee", StringComparison.Ordinal) ? verb[..^1] + "ing" : stem + "ing", "VBG");
            if (irregular.Length == 0)
            {
                var past = last == 'e' ? verb + "d" : last == 'y' && !vowelBefore ? verb[..^1] + "ied" : stem + "ed";
                yield return (past, "VBD");
                yield return (past, "VBN");
            }
        }

        if (irregular.Length == 2)
        {
            yield return (irregular[0], "VBD");
            yield return (irregular[1], "VBN");
        }
    }
}
