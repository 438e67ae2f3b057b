using Demarche.Language;
using Demarche.Language.Conllu;
using Demarche.Language.Words;

namespace Demarche.Training.Words;

/// <summary>Learns the lemmatizer's part of the model: endings and words with what becomes of them.</summary>
internal static class LemmaTrainer
{
    private const int LongestForm = 60;

    /// <summary>Learns and gives the bytes of the part.</summary>
    public static byte[] Train(IReadOnlyList<ConlluText> treebanks)
    {
        var edits = new Dictionary<LemmaEdit, ushort> { [new LemmaEdit(0, "")] = 0 };
        var ends = new SuffixLearner();
        var cases = new SuffixLearner();
        foreach (var sentence in treebanks.SelectMany(t => t.Sentences))
        {
            var columns = sentence.Columns;
            for (var i = 0; i < columns.Forms.Length; i++)
            {
                var (form, lemma) = (columns.Forms[i], columns.Lemmas[i]);
                if (form.Length > LongestForm || lemma.Length == 0 || (lemma == "_" && form != "_"))
                {
                    continue;
                }

                var lower = Lowered(form);
                var edit = LemmaEdit.Between(lower, Lowered(lemma));
                if (!edits.TryGetValue(edit, out var number))
                {
                    edits[edit] = number = (ushort)edits.Count;
                }

                var tag = Lemmatizer.TagKey(columns.Tags[i], columns.PennTags[i]);
                // A misspelt word and a piece of a word tell of themselves alone.
                var regular = columns.PennTags[i] is not ("GW" or "AFX") && !sentence.Misc[i].Contains("CorrectForm", StringComparison.Ordinal);
                ends.Add(lower, tag, number, regular);
                if (CaseOf(form, lemma, columns.Tags[i]) is { } style)
                {
                    cases.Add(lower, Lemmatizer.CaseKey(tag, form), (ushort)style, regular);
                }
            }
        }

        foreach (var (form, lemma, penn) in VerbForms.All())
        {
            var edit = LemmaEdit.Between(form, lemma);
            if (!edits.TryGetValue(edit, out var number))
            {
                edits[edit] = number = (ushort)edits.Count;
            }

            ends.Add(form, Lemmatizer.TagKey(Upos.VERB, penn), number, true);
        }

        var lemmatizer = new Lemmatizer([.. edits.OrderBy(e => e.Value).Select(e => e.Key)], ends.Learn(0), cases.Learn((ushort)LemmaCase.AsWritten));
        using var part = new MemoryStream();
        lemmatizer.Write(part);
        Console.Error.WriteLine($"lemmas: {edits.Count} edits, {part.Length} bytes");
        return part.ToArray();
    }

    private static LemmaCase? CaseOf(string form, string lemma, Upos tag)
    {
        var shared = Lowered(form).AsSpan().CommonPrefixLength(Lowered(lemma));
        var written = shared > 0 && lemma.AsSpan(0, shared).SequenceEqual(form.AsSpan(0, shared));
        if (!lemma.Any(char.IsLetter))
        {
            return null;
        }

        var lower = lemma == Lowered(lemma);
        // Where both hold ("talks"), the commoner reason for the tag is taken, so that other forms of the word follow it.
        return written && lower ? (tag == Upos.PROPN ? LemmaCase.AsWritten : LemmaCase.Lower)
            : lower ? LemmaCase.Lower
            : written ? LemmaCase.AsWritten
            : !lemma.Any(char.IsLower) ? LemmaCase.Capitals
            : char.IsUpper(lemma[0]) && lemma[1..] == Lowered(lemma[1..]) ? LemmaCase.Title : null;
    }

    private static string Lowered(string text)
    {
        var lower = new char[text.Length];
        Lemmatizer.Lowered(text, lower);
        return new string(lower);
    }
}
