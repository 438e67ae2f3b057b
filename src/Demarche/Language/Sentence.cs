using System.Collections.Immutable;
using Demarche.Language.Clauses;
using Demarche.Reports;

namespace Demarche.Language;

/// <summary>A sentence by the rules of Universal Dependencies English: its words with tags, lemmas and tree. Immutable and thread-safe.</summary>
/// <remarks>
/// The sentence owns its arrays; a <see cref="Token"/> is a readonly view on them. A token is a syntactic word:
/// "don't" gives "do" and "n't", which share one surface word (see <see cref="Multiwords"/>).
/// </remarks>
public sealed class Sentence
{
    private readonly TokenTable _table;
    private readonly int[][] _children;
    private readonly int[] _baseLengths;   // of relations without their subtypes, which are asked for more than anything else
    private FirstKeys? _firstKeys;
    private Clause?[]? _clauses;

    /// <summary>Takes over the arrays of <paramref name="table"/>, which must not be written again.</summary>
    /// <param name="index">Place of the sentence in its report, from 0.</param>
    /// <param name="section">The section that holds it.</param>
    /// <param name="table">One entry a token in each array.</param>
    /// <param name="multiwords">Surface words that hold several tokens, in order.</param>
    public Sentence(int index, Section section, TokenTable table, ImmutableArray<Multiword> multiwords)
    {
        Index = index;
        Section = section;
        Multiwords = multiwords;
        _table = table;
        _children = ChildrenOf(table.Heads);
        _baseLengths = Array.ConvertAll(table.Relations, r => r.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? colon : r.Length);
        Span = table.Spans.Length == 0 ? new Span(section.Span.Start, section.Span.Start) : new Span(table.Spans[0].Start, table.Spans[^1].End);
    }

    /// <summary>Place in the report, from 0.</summary>
    public int Index { get; }

    /// <summary>The section that holds it.</summary>
    public Section Section { get; }

    /// <summary>From its first to its last token, in the report as read.</summary>
    public Span Span { get; }

    /// <summary>Number of tokens.</summary>
    public int Count => _table.Forms.Length;

    /// <summary>Surface words that hold several tokens ("don't"), in order.</summary>
    public ImmutableArray<Multiword> Multiwords { get; }

    /// <summary>Named entities as the trained model found them, in order; they never overlap.</summary>
    public ImmutableArray<Entity> Entities { get; init; } = [];

    /// <summary>The token at <paramref name="index"/>, from 0.</summary>
    public Token this[int index] => new(this, index);

    /// <summary>The token whose head is the sentence itself; the first one where a broken tree has several.</summary>
    public Token Root
    {
        get
        {
            var at = Array.IndexOf(_table.Heads, -1);
            return new Token(this, Math.Max(at, 0));
        }
    }

    internal TokenTable Table => _table;

    /// <summary>Keys by which phrases that start at a token are looked up.</summary>
    internal FirstKeys FirstKeys => _firstKeys ??= new FirstKeys(_table.Forms, _table.Lemmas);   // two threads may both make them, and both make the same

    /// <summary>The clause of a token, read once: rules, statements and coreference ask for it again and again.</summary>
    internal Clause ClauseOf(int index) => (_clauses ??= new Clause?[Count])[index] ??= ClauseReader.Reading(this[index]);   // as above

    internal int[] ChildIndexes(int index) => _children[index];

    internal int BaseLength(int index) => _baseLengths[index];

    private static int[][] ChildrenOf(int[] heads)
    {
        var counts = new int[heads.Length];
        foreach (var head in heads)
        {
            if (head >= 0)
            {
                counts[head]++;
            }
        }

        var children = new int[heads.Length][];
        for (var i = 0; i < heads.Length; i++)
        {
            children[i] = counts[i] == 0 ? [] : new int[counts[i]];
            counts[i] = 0;
        }

        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] >= 0)
            {
                children[heads[i]][counts[heads[i]]++] = i;
            }
        }

        return children;
    }
}

/// <summary>The columns of a sentence, one entry a token.</summary>
/// <param name="Spans">Where each token stands in the report as read.</param>
/// <param name="Forms">Words as mended.</param>
/// <param name="Lemmas">Dictionary forms, as UD English writes them (proper names keep their capital).</param>
/// <param name="Tags">Universal part of speech.</param>
/// <param name="PennTags">Penn Treebank tag (UD's XPOS), which tells tense and number.</param>
/// <param name="Heads">Index of the head token, -1 for the root.</param>
/// <param name="Relations">Relation to the head with its subtype: "nsubj:pass".</param>
public sealed record TokenTable(Span[] Spans, string[] Forms, string[] Lemmas, Upos[] Tags, string[] PennTags, int[] Heads, string[] Relations);

/// <summary>A surface word that holds the tokens <paramref name="First"/> to <paramref name="Last"/>, both included as in CoNLL-U.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">Index of its last token.</param>
/// <param name="Form">The word as mended.</param>
public readonly record struct Multiword(int First, int Last, string Form);

/// <summary>Universal parts of speech, in the order of the Universal Dependencies page.</summary>
public enum Upos : byte
{
#pragma warning disable CS1591 // the names are those of the standard
    X, ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB,
#pragma warning restore CS1591
}
