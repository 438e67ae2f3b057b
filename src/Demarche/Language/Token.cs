namespace Demarche.Language;

/// <summary>A readonly view on one word of a <see cref="Sentence"/>.</summary>
/// <param name="Sentence">The sentence that owns the word.</param>
/// <param name="Index">Place in the sentence, from 0.</param>
public readonly record struct Token(Sentence Sentence, int Index)
{
    /// <summary>Where it stands in the report as read.</summary>
    public Span Span => Sentence.Table.Spans[Index];

    /// <summary>The word as mended.</summary>
    public string Form => Sentence.Table.Forms[Index];

    /// <summary>Dictionary form.</summary>
    public string Lemma => Sentence.Table.Lemmas[Index];

    /// <summary>Universal part of speech.</summary>
    public Upos Tag => Sentence.Table.Tags[Index];

    /// <summary>Penn Treebank tag.</summary>
    public string PennTag => Sentence.Table.PennTags[Index];

    /// <summary>Relation to the head, with its subtype.</summary>
    public string Relation => Sentence.Table.Relations[Index];

    /// <summary>Relation to the head without its subtype: "nsubj" for "nsubj:pass".</summary>
    public ReadOnlySpan<char> BaseRelation => Relation.AsSpan(0, Sentence.BaseLength(Index));

    /// <summary>Index of the head, -1 for the root.</summary>
    public int HeadIndex => Sentence.Table.Heads[Index];

    /// <summary>Whether this is the root of the tree.</summary>
    public bool IsRoot => HeadIndex < 0;

    /// <summary>The head, or null for the root.</summary>
    public Token? Head => HeadIndex < 0 ? null : Sentence[HeadIndex];

    /// <summary>The words that hang directly on this one, in order.</summary>
    public TokenList Children => new(Sentence, Sentence.ChildIndexes(Index));

    /// <summary>The first child with exactly this relation, or null.</summary>
    public Token? Child(string relation)
    {
        foreach (var child in Children)
        {
            if (child.Relation == relation)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>Whether this is the word above, or hangs on it through others.</summary>
    internal bool IsWithin(Token above)
    {
        for (Token? at = this; at is { } token; at = token.Head)
        {
            if (token == above)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Form}/{Tag}/{Relation}";
}

/// <summary>A readonly list of tokens of one sentence that allocates nothing.</summary>
public readonly struct TokenList
{
    private readonly Sentence _sentence;
    private readonly int[] _indexes;

    internal TokenList(Sentence sentence, int[] indexes)
    {
        _sentence = sentence;
        _indexes = indexes;
    }

    /// <summary>Number of tokens.</summary>
    public int Count => _indexes.Length;

    /// <summary>The n-th token.</summary>
    public Token this[int at] => _sentence[_indexes[at]];

    /// <summary>Walks the tokens in order.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks a <see cref="TokenList"/>.</summary>
    public struct Enumerator
    {
        private readonly TokenList _list;
        private int _at;

        internal Enumerator(TokenList list)
        {
            _list = list;
            _at = -1;
        }

        /// <summary>The token that the walk stands on.</summary>
        public readonly Token Current => _list[_at];

        /// <summary>Steps on; false at the end.</summary>
        public bool MoveNext() => ++_at < _list.Count;
    }
}
