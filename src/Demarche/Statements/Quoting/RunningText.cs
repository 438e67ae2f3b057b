using System.Collections;
using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Language.Words;
using Demarche.Time;

namespace Demarche.Statements.Quoting;

/// <summary>A range of tokens of a report, both ends included.</summary>
/// <param name="First">Place of the first token in the report.</param>
/// <param name="Last">Place of the last.</param>
internal readonly record struct Stretch(int First, int Last)
{
    public int Length => Last - First + 1;

    public bool Contains(int place) => First <= place && place <= Last;
}

/// <summary>Places of tokens of one sentence; walking it allocates nothing.</summary>
/// <param name="indexes">Where they stand in the sentence.</param>
/// <param name="start">Place of the sentence's first token.</param>
internal readonly struct PlaceList(int[] indexes, int start) : IEnumerable<int>
{
    private readonly int[] _indexes = indexes;
    private readonly int _start = start;

    public Enumerator GetEnumerator() => new(_indexes, _start);

    IEnumerator<int> IEnumerable<int>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks a <see cref="PlaceList"/>.</summary>
    public struct Enumerator(int[] indexes, int start) : IEnumerator<int>
    {
        private int _at = -1;

        public readonly int Current => start + indexes[_at];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++_at < indexes.Length;

        public void Reset() => _at = -1;

        public readonly void Dispose()
        {
        }
    }
}

/// <summary>The tokens of a report in one row, with what the attribution models ask of each. Built once a report; immutable afterwards.</summary>
internal sealed class RunningText
{
    private readonly Token[] _tokens;
    private readonly int[] _starts;
    private readonly int[] _left;
    private readonly int[] _right;

    public RunningText(ParsedReport parsed, WordClusters clusters, TimeMentions? times = null)
    {
        Report = parsed;
        _starts = new int[parsed.Sentences.Length + 1];
        for (var s = 0; s < parsed.Sentences.Length; s++)
        {
            _starts[s + 1] = _starts[s] + parsed.Sentences[s].Count;
        }

        var count = _starts[^1];
        (_tokens, _left, _right) = (new Token[count], new int[count], new int[count]);
        (Lemmas, Forms, Relations, Penn, Kinds, Clusters) = (new uint[count], new uint[count], new uint[count], new uint[count], new byte[count], new WordCluster[count]);
        foreach (var sentence in parsed.Sentences)
        {
            Fill(sentence, _starts[sentence.Index], clusters);
        }

        IsTime = new bool[count];
        foreach (var time in times?.All ?? [])
        {
            IsTime.AsSpan(_starts[time.Sentence.Index] + time.First, time.Last - time.First + 1).Fill(true);
        }

        (Passages, PassageOf) = QuotedPassages.Find(this);
    }

    /// <summary>The report.</summary>
    public ParsedReport Report { get; }

    /// <summary>Number of tokens.</summary>
    public int Count => _tokens.Length;

    /// <summary>Hash of each token's lemma in lower case.</summary>
    public uint[] Lemmas { get; }

    /// <summary>Hash of each token's form in lower case.</summary>
    public uint[] Forms { get; }

    /// <summary>Hash of each token's relation.</summary>
    public uint[] Relations { get; }

    /// <summary>Hash of each token's Penn tag.</summary>
    public uint[] Penn { get; }

    /// <summary>0, or 1 + the kind of the entity that a token stands in.</summary>
    public byte[] Kinds { get; }

    /// <summary>Whether each token stands in a time expression; never where times are not known.</summary>
    public bool[] IsTime { get; }

    /// <summary>The classes of meaning that each token's lemma falls in.</summary>
    public WordCluster[] Clusters { get; }

    /// <summary>What stands between quotation marks, marks included, in order; none crosses the end of its paragraph.</summary>
    public ImmutableArray<Passage> Passages { get; }

    /// <summary>The passage that each token stands in, or -1.</summary>
    public int[] PassageOf { get; }

    public Token this[int place] => _tokens[place];

    /// <summary>Place of a token's head, or -1 for a root.</summary>
    public int Head(int place) => _tokens[place].HeadIndex is var head && head < 0 ? -1 : StartOf(place) + head;

    /// <summary>Place of a token in the row.</summary>
    public int PlaceOf(Token token) => _starts[token.Sentence.Index] + token.Index;

    /// <summary>Where the sentence of a token starts.</summary>
    public int StartOf(int place) => _starts[_tokens[place].Sentence.Index];

    /// <summary>The last token of its sentence.</summary>
    public int EndOf(int place) => _starts[_tokens[place].Sentence.Index + 1] - 1;

    /// <summary>From the first to the last word that hangs on a token, itself included.</summary>
    public Stretch Yield(int place) => new(_left[place], _right[place]);

    /// <summary>The words that hang on a token, in order.</summary>
    public PlaceList Children(int place) => new(_tokens[place].Sentence.ChildIndexes(_tokens[place].Index), StartOf(place));

    /// <summary>Whether two tokens stand in the same paragraph.</summary>
    public bool SameParagraph(int one, int other) => _tokens[one].Sentence.Section.Span == _tokens[other].Sentence.Section.Span;   // sections do not overlap

    /// <summary>Characters that a stretch covers in the report as read.</summary>
    public Span SpanOf(Stretch stretch) => new(_tokens[stretch.First].Span.Start, Math.Max(_tokens[stretch.Last].Span.End, _tokens[stretch.First].Span.End));

    private void Fill(Sentence sentence, int start, WordClusters clusters)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            var (at, token) = (start + i, sentence[i]);
            _tokens[at] = token;
            (_left[at], _right[at]) = (at, at);
            Lemmas[at] = Fingerprint.OfLower(token.Lemma);
            Forms[at] = Fingerprint.OfLower(token.Form);
            Relations[at] = Fingerprint.Of(token.Relation);
            Penn[at] = Fingerprint.Of(token.PennTag);
            Clusters[at] = token.Tag is Upos.VERB or Upos.NOUN or Upos.ADJ or Upos.ADV ? clusters.Of(Lemmas[at]) : default;
        }

        foreach (var entity in sentence.Entities)
        {
            Kinds.AsSpan(start + entity.First, entity.Last - entity.First + 1).Fill((byte)(1 + (int)entity.Kind));
        }

        for (var i = 0; i < sentence.Count; i++)
        {
            for (var up = sentence[i].HeadIndex; up >= 0; up = sentence[up].HeadIndex)
            {
                _left[start + up] = Math.Min(_left[start + up], start + i);
                _right[start + up] = Math.Max(_right[start + up], start + i);
            }
        }
    }
}
