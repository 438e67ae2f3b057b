using System.Runtime.InteropServices;
using Demarche.Language.Conllu;
using Demarche.Language.Words;

namespace Demarche.Training.Words;

/// <summary>Trains the tokenizer's part of the model from treebanks.</summary>
internal sealed class TokenizerTrainer(int seed)
{
    private const int WordBits = 17;
    private const int SentenceBits = 18;
    private const int Passes = 12;
    private const float Rate = 0.05f;
    private const float Decay = 1e-5f;

    // A word is asked about only where the treebanks fuse it at least so often, and in so large a share.
    private const int FewestFused = 2;
    private const double LeastFusedShare = 0.04;

    /// <summary>Trains and gives the bytes of the part.</summary>
    public byte[] Train(IReadOnlyList<ConlluText> treebanks, Abbreviations abbreviations)
    {
        var fused = FusedIn(treebanks);
        var words = new HashedTrainer(3, WordBits, seed);
        var sentences = new HashedTrainer(2, SentenceBits, seed);
        var sights = new SightReader(abbreviations);
        foreach (var treebank in treebanks)
        {
            foreach (var paragraph in GoldParagraph.In(treebank))
            {
                CollectWords(treebank.Report.Text, paragraph, fused, abbreviations, words);
                CollectSentences(treebank.Report.Text, paragraph, sights, sentences);
            }
        }

        using var part = new MemoryStream();
        fused.Write(part);
        words.Train(Passes, Rate, Decay, 0.2).Write(part);
        abbreviations.Write(part);
        sentences.Train(Passes, Rate, Decay, 0.1).Write(part);
        Console.Error.WriteLine($"tokenizer: {words.Count} places in words, {sentences.Count} between words");
        return part.ToArray();
    }

    private static FusedWords FusedIn(IReadOnlyList<ConlluText> treebanks)
    {
        var counts = new Dictionary<uint, (ushort Breaks, int Fused, int Whole)>();
        foreach (var treebank in treebanks)
        {
            foreach (var paragraph in GoldParagraph.In(treebank))
            {
                var pieces = paragraph.Pieces;
                for (var i = 0; i < pieces.Count;)
                {
                    var end = i + 1;
                    ushort breaks = 0;
                    while (end < pieces.Count && pieces[end].Fused)
                    {
                        breaks |= FusedWords.BreakAt(pieces[end].Start - pieces[i].Start);
                        end++;
                    }

                    var word = treebank.Report.Text.AsSpan(pieces[i].Start, pieces[end - 1].End - pieces[i].Start);
                    if (IsLetters(word))
                    {
                        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, Fingerprint.OfLower(word), out _);
                        entry = ((ushort)(entry.Breaks | breaks), entry.Fused + (breaks != 0 ? 1 : 0), entry.Whole + (breaks == 0 ? 1 : 0));
                    }

                    i = end;
                }
            }
        }

        return FusedWords.Of(counts
            .Where(c => c.Value.Fused >= FewestFused && c.Value.Fused >= LeastFusedShare * (c.Value.Fused + c.Value.Whole))
            .Select(c => (c.Key, c.Value.Breaks)));
    }

    private static void CollectWords(string text, GoldParagraph paragraph, FusedWords fused, Abbreviations abbreviations, HashedTrainer words)
    {
        var section = text.AsSpan(paragraph.Span.Start, paragraph.Span.Length);
        var labels = new Dictionary<int, int>();
        foreach (var piece in paragraph.Pieces)
        {
            labels[piece.Start - paragraph.Span.Start] = piece.Fused ? WordSplitter.Fused : WordSplitter.Between;
        }

        Span<uint> buffer = stackalloc uint[FeatureList.Capacity];
        var quoted = false;
        for (var at = 0; at < section.Length;)
        {
            if (CharKinds.Of(section[at]) == CharKind.Space)
            {
                at++;
                continue;
            }

            var end = at;
            while (end < section.Length && CharKinds.Of(section[end]) != CharKind.Space)
            {
                end++;
            }

            var view = new WordSplitFeatures(section, at, end, abbreviations);
            var word = Fingerprint.OfLower(section[at..end]);
            var letters = IsLetters(section[at..end]);
            var breaks = letters ? fused.BreaksOf(word, end - at) : (ushort)0;
            var piece = at;
            for (var i = at + 1; i < end; i++)
            {
                var features = new FeatureList(buffer);
                if (letters && (breaks & FusedWords.BreakAt(i - at)) != 0)
                {
                    view.CollectFused(i, word, ref features);
                }
                else if (!letters && view.IsCandidate(i))
                {
                    view.Collect(i, piece, quoted, ref features);
                }
                else
                {
                    continue;
                }

                var label = labels.GetValueOrDefault(i);
                words.Add(features.All, label);
                piece = label == 0 ? piece : i;
            }

            quoted |= CharKinds.Of(section[at]) == CharKind.Apostrophe;
            at = end;
        }
    }

    private static void CollectSentences(string text, GoldParagraph paragraph, SightReader reader, HashedTrainer sentences)
    {
        var sights = new List<WordSight>();
        reader.Look(text, paragraph.Span, CollectionsMarshal.AsSpan(paragraph.Pieces), sights);
        var view = new SentenceFeatures(CollectionsMarshal.AsSpan(sights));
        Span<uint> buffer = stackalloc uint[FeatureList.Capacity];
        var start = 0;
        var state = OpenMarks.None;
        for (var at = 1; at < sights.Count; at++)
        {
            state = view.After(at - 1, state);
            var starts = paragraph.Starts.Contains(at);
            if (view.IsCandidate(at))
            {
                var features = new FeatureList(buffer);
                view.Collect(at, start, state, ref features);
                sentences.Add(features.All, starts ? 1 : 0);
            }

            if (starts)
            {
                start = at;
                state &= OpenMarks.Quote;
            }
        }
    }

    private static bool IsLetters(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!CharKinds.IsLetter(CharKinds.Of(c)))
            {
                return false;
            }
        }

        return true;
    }
}
