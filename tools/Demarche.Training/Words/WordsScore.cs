using Demarche.Language.Conllu;
using Demarche.Language.Trained;
using Demarche.Language.Words;
using Demarche.Reports;

namespace Demarche.Training.Words;

/// <summary>Scores of the tokenizer and, with gold tags, of the lemmatizer.</summary>
/// <param name="Sentences">F1 of sentences by exact span.</param>
/// <param name="Words">F1 of words by exact span.</param>
/// <param name="Lemmas">Accuracy of lemmas, given the gold words and tags.</param>
public readonly record struct WordsScore(double Sentences, double Words, double Lemmas)
{
    /// <summary>Scores a model on a treebank that it has not seen.</summary>
    public static WordsScore Of(ModelFile model, ConlluText gold, TextWriter? errors = null)
    {
        var tokenizer = Tokenizer.Load(model).Value!;
        var lemmatizer = Lemmatizer.Load(model).Value!;
        var found = tokenizer.Split(gold.Report, []);
        var goldWords = gold.Sentences.SelectMany(s => s.Words.Spans).ToHashSet();
        var foundWords = found.SelectMany(s => s.Spans).ToHashSet();
        var goldSentences = gold.Sentences.Select(s => Cover(s.Words)).ToHashSet();
        var foundSentences = found.Select(Cover).ToHashSet();
        int lemmas = 0, total = 0;
        foreach (var sentence in gold.Sentences)
        {
            for (var i = 0; i < sentence.Words.Forms.Length; i++, total++)
            {
                var lemma = lemmatizer.Lemma(sentence.Words.Forms[i], sentence.Columns.Tags[i], sentence.Columns.PennTags[i]);
                var right = lemma == sentence.Columns.Lemmas[i];
                lemmas += right ? 1 : 0;
                if (!right)
                {
                    errors?.WriteLine($"lemma\t{sentence.Words.Forms[i]}\t{sentence.Columns.PennTags[i]}\t{lemma}\tnot\t{sentence.Columns.Lemmas[i]}");
                }
            }
        }

        Differences("word", gold.Report, goldWords, foundWords, errors);
        Differences("sentence", gold.Report, [.. goldSentences.Select(s => new Span(s.End, s.End))], [.. foundSentences.Select(s => new Span(s.End, s.End))], errors);
        return new WordsScore(F1(goldSentences, foundSentences), F1(goldWords, foundWords), lemmas / (double)total);
    }

    private static Span Cover(Language.TokenizedSentence sentence) => new(sentence.Spans[0].Start, sentence.Spans[^1].End);

    private static double F1(HashSet<Span> gold, HashSet<Span> found) => 2.0 * gold.Count(found.Contains) / (gold.Count + found.Count);

    private static void Differences(string what, Report report, HashSet<Span> gold, HashSet<Span> found, TextWriter? errors)
    {
        foreach (var (span, kind) in gold.Except(found).Select(s => (s, "missed")).Concat(found.Except(gold).Select(s => (s, "wrong"))).Order())
        {
            var before = report.Text[Math.Max(0, span.Start - 30)..span.Start];
            var after = report.Text[span.End..Math.Min(report.Text.Length, span.End + 30)];
            errors?.WriteLine($"{what}\t{kind}\t{before.ReplaceLineEndings("¶")}⟦{span.In(report.Text)}⟧{after.ReplaceLineEndings("¶")}");
        }
    }
}
