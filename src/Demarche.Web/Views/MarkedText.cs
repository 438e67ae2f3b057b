using System.Collections.Immutable;
using Demarche.Reports;

namespace Demarche.Web.Views;

/// <summary>Something that is shown in a text.</summary>
/// <param name="Span">Where, in UTF-16 units of the text.</param>
/// <param name="Kind">What it is, as the style sheet names it: "actor", "time", "event quad-1".</param>
/// <param name="Says">What a reader is told of it.</param>
public sealed record TextMark(Span Span, string Kind, string Says)
{
    /// <summary>Number and address of the event that ends here, or null.</summary>
    public MarkLink? Link { get; init; }
}

/// <summary>A numbered link behind a mark.</summary>
/// <param name="Number">What is shown.</param>
/// <param name="Address">Where it leads.</param>
public sealed record MarkLink(int Number, string Address);

/// <summary>A run of characters that the same marks cover.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Kinds">Kinds of the marks, or empty.</param>
/// <param name="Says">What they say, the narrowest first, or null.</param>
/// <param name="Links">Links of the marks that end here.</param>
public sealed record TextPiece(string Text, string Kinds, string? Says, ImmutableArray<MarkLink> Links);

/// <summary>A sentence, or what stands between sentences.</summary>
/// <param name="Number">Its number from 0, or null for what is no sentence.</param>
/// <param name="Pieces">Its characters.</param>
public sealed record TextSentence(int? Number, ImmutableArray<TextPiece> Pieces);

/// <summary>A section of a report, or text outside of all.</summary>
/// <param name="Kind">"headline", "caption", "paragraph", "trailer", or "other".</param>
/// <param name="Sentences">Its sentences.</param>
public sealed record TextPart(string Kind, ImmutableArray<TextSentence> Sentences);

/// <summary>Cuts a text at every edge of sections, sentences and marks, so that overlapping marks need no nesting.</summary>
internal static class MarkedText
{
    /// <summary>The parts of a text, in order; blank text outside of sections is left out.</summary>
    public static ImmutableArray<TextPart> Of(string text, IEnumerable<Section> sections, IReadOnlyList<Span> sentences, IEnumerable<TextMark> marks)
    {
        var ordered = marks.Where(m => m.Span.Start >= 0 && m.Span.End <= text.Length && !m.Span.IsEmpty).OrderBy(m => m.Span.Start).ToList();
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        var at = 0;
        foreach (var section in sections.OrderBy(s => s.Span.Start))
        {
            Add("other", new Span(at, Math.Max(at, section.Span.Start)));
            Add(section.Kind.ToString().ToLowerInvariant(), new Span(Math.Max(at, section.Span.Start), Math.Max(at, section.Span.End)));
            at = Math.Max(at, section.Span.End);
        }

        Add("other", new Span(at, text.Length));
        return parts.ToImmutable();

        void Add(string kind, Span span)
        {
            if (!span.In(text).IsWhiteSpace())
            {
                parts.Add(new TextPart(kind, [.. Sentences(text, span, sentences, ordered)]));
            }
        }
    }

    /// <summary>The pieces of one stretch of a text.</summary>
    public static ImmutableArray<TextPiece> Pieces(string text, Span span, IEnumerable<TextMark> marks)
    {
        var covering = marks.Where(m => m.Span.Overlaps(span)).ToList();
        var edges = covering.SelectMany(m => new[] { m.Span.Start, m.Span.End }).Where(e => e > span.Start && e < span.End).Append(span.Start).Append(span.End).Distinct().Order().ToList();
        var pieces = ImmutableArray.CreateBuilder<TextPiece>();
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            var piece = new Span(edges[i], edges[i + 1]);
            var here = covering.Where(m => m.Span.Contains(piece)).OrderBy(m => m.Span.Length).ToList();
            pieces.Add(new TextPiece(
                text[piece.Start..piece.End],
                string.Join(' ', here.Select(m => m.Kind).Distinct(StringComparer.Ordinal)),
                here.Count == 0 ? null : string.Join('\n', here.Select(m => m.Says)),
                [.. here.Where(m => m.Span.End == piece.End).Select(m => m.Link).OfType<MarkLink>().OrderBy(l => l.Number)]));
        }

        return pieces.ToImmutable();
    }

    private static IEnumerable<TextSentence> Sentences(string text, Span part, IReadOnlyList<Span> sentences, List<TextMark> marks)
    {
        var at = part.Start;
        for (var i = FirstIn(sentences, part.Start); i < sentences.Count && sentences[i].Start < part.End; i++)
        {
            var sentence = new Span(Math.Max(at, sentences[i].Start), Math.Min(part.End, sentences[i].End));
            if (sentence.Start > at)
            {
                yield return new TextSentence(null, Pieces(text, new Span(at, sentence.Start), marks));
            }

            if (sentence.End > sentence.Start)
            {
                yield return new TextSentence(i, Pieces(text, sentence, marks));
                at = sentence.End;
            }
        }

        if (at < part.End)
        {
            yield return new TextSentence(null, Pieces(text, new Span(at, part.End), marks));
        }
    }

    // Sentences stand in order and do not overlap.
    private static int FirstIn(IReadOnlyList<Span> sentences, int start)
    {
        var (low, high) = (0, sentences.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sentences[middle].End <= start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
