using Demarche.Language.Conllu;
using Demarche.Language.Words;

namespace Demarche.Training.Words;

/// <summary>A paragraph of a treebank as the tokenizer should find it.</summary>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="Pieces">Its words.</param>
/// <param name="Starts">Indexes of the words that start a sentence.</param>
internal sealed record GoldParagraph(Span Span, List<WordPiece> Pieces, HashSet<int> Starts)
{
    /// <summary>The paragraphs of a treebank, in order.</summary>
    public static IEnumerable<GoldParagraph> In(ConlluText treebank)
    {
        foreach (var section in treebank.Sentences.GroupBy(s => s.Words.Section))
        {
            var pieces = new List<WordPiece>();
            var starts = new HashSet<int>();
            foreach (var sentence in section)
            {
                starts.Add(pieces.Count);
                Append(sentence, pieces);
            }

            yield return new GoldParagraph(section.Key.Span, pieces, starts);
        }
    }

    private static void Append(ConlluSentence sentence, List<WordPiece> pieces)
    {
        var spans = sentence.Words.Spans;
        var fused = new bool[spans.Length];
        foreach (var multiword in sentence.Words.Multiwords)
        {
            fused.AsSpan(multiword.First + 1, multiword.Last - multiword.First).Fill(true);
        }

        for (var i = 0; i < spans.Length; i++)
        {
            // Where the words of a surface word do not add up to it, it is kept whole.
            if (!fused[i] || spans[i].Start != spans[i - 1].Start)
            {
                pieces.Add(new WordPiece(spans[i].Start, spans[i].End, fused[i]));
            }
        }
    }
}
