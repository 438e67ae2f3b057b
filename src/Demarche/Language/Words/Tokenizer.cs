using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Demarche.Language.Trained;
using Demarche.Reports;

namespace Demarche.Language.Words;

/// <summary>Splits a report into sentences and words by the rules of Universal Dependencies English. Immutable and thread-safe.</summary>
/// <remarks>Time and memory are linear in the text, whatever it holds.</remarks>
public sealed class Tokenizer
{
    /// <summary>Name of its part of a <see cref="ModelFile"/>.</summary>
    public const string PartName = "tokenizer";

    private readonly WordSplitter _words;
    private readonly SentenceSplitter _sentences;
    private readonly SightReader _sights;
    private readonly FormPool _forms = new();

    internal Tokenizer(WordSplitter words, SentenceSplitter sentences, SightReader sights)
    {
        _words = words;
        _sentences = sentences;
        _sights = sights;
    }

    /// <summary>The tokenizer of a model, or why there is none.</summary>
    public static Outcome<Tokenizer> Load(ModelFile model)
    {
        if (model.Part(PartName) is not { } part)
        {
            return Diagnostics.BadModel(PartName, "has no part of that name");
        }

        var at = 0;
        var bytes = part.Span;
        return FusedWords.Read(bytes, ref at) is { } fused
            && HashedClassifier.Read(bytes, ref at) is { Classes: 3 } words
            && Abbreviations.Read(bytes, ref at) is { } abbreviations
            && HashedClassifier.Read(bytes, ref at) is { Classes: 2 } sentences
            ? new Tokenizer(new WordSplitter(words, fused, abbreviations), new SentenceSplitter(sentences), new SightReader(abbreviations))
            : Diagnostics.BadModel(PartName, "has a part that cannot be read");
    }

    /// <summary>The sentences of headline, caption and paragraphs, in reading order; trailers are left out.</summary>
    /// <param name="report">The report.</param>
    /// <param name="notes">Takes a note for each section with a sentence that was cut for its length.</param>
    public ImmutableArray<TokenizedSentence> Split(Report report, ICollection<Diagnostic> notes)
    {
        var sentences = ImmutableArray.CreateBuilder<TokenizedSentence>();
        var pieces = new List<WordPiece>();
        var sights = new List<WordSight>();
        var starts = new List<int>();
        foreach (var section in report.Sections)
        {
            if (section.Kind == SectionKind.Trailer)
            {
                continue;
            }

            var mended = report.Repaired.ToMended(section.Span);
            pieces.Clear();
            sights.Clear();
            starts.Clear();
            _words.Split(report.Repaired.Text.AsSpan(mended.Start, mended.Length), mended.Start, pieces);
            var found = CollectionsMarshal.AsSpan(pieces);
            _sights.Look(report.Repaired.Text, mended, found, sights);
            var seen = CollectionsMarshal.AsSpan(sights);
            var cuts = _sentences.Split(seen, starts);
            if (cuts > 0)
            {
                notes.Add(Diagnostics.LongSentence(report.Name, section.Span, SentenceSplitter.LongestSentence, cuts));
            }

            for (var i = 0; i < starts.Count; i++)
            {
                var end = i + 1 < starts.Count ? starts[i + 1] : found.Length;
                sentences.Add(Sentence(report, section, found[starts[i]..end], seen[starts[i]..end]));
            }
        }

        return sentences.ToImmutable();
    }

    private TokenizedSentence Sentence(Report report, Section section, ReadOnlySpan<WordPiece> pieces, ReadOnlySpan<WordSight> sights)
    {
        var spans = new Span[pieces.Length];
        var forms = new string[pieces.Length];
        ImmutableArray<Multiword>.Builder? multiwords = null;
        var text = report.Repaired.Text;
        for (var i = 0; i < pieces.Length; i++)
        {
            var piece = pieces[i];
            spans[i] = report.Repaired.ToOriginal(new Span(piece.Start, piece.End));
            forms[i] = _forms.Get(text.AsSpan(piece.Start, piece.End - piece.Start), sights[i].Exact);
            if (piece.Fused && i > 0 && !(i + 1 < pieces.Length && pieces[i + 1].Fused))
            {
                var first = i - 1;
                while (first > 0 && pieces[first].Fused)
                {
                    first--;
                }

                multiwords ??= ImmutableArray.CreateBuilder<Multiword>();
                multiwords.Add(new Multiword(first, i, text[pieces[first].Start..piece.End]));
            }
        }

        return new TokenizedSentence(section, spans, forms, multiwords?.ToImmutable() ?? []);
    }
}
