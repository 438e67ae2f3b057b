namespace Demarche.Language.Words;

/// <summary>What the splitter sees between two words where a sentence may end.</summary>
/// <param name="words">The words of one section.</param>
internal readonly ref struct SentenceFeatures(ReadOnlySpan<WordSight> words)
{
    private readonly ReadOnlySpan<WordSight> _words = words;

    /// <summary>Whether a sentence may start at the word <paramref name="at"/>.</summary>
    public bool IsCandidate(int at)
    {
        var left = _words[at - 1];
        var right = _words[at];
        if (right.Gap == WordGap.Fused)
        {
            return false;
        }

        return right.Gap == WordGap.None ? IsSign(left.Shape) && !IsOpening(left.Shape)
            : right.Shape != WordShape.Lower || MayEnd(left.Shape);
    }

    /// <summary>Adds what is seen before the word <paramref name="at"/>.</summary>
    /// <param name="at">The word that may start a sentence.</param>
    /// <param name="start">First word of the sentence so far.</param>
    /// <param name="state">Open quotes and brackets before the word.</param>
    /// <param name="features">Takes the features.</param>
    public void Collect(int at, int start, OpenMarks state, ref FeatureList features)
    {
        state &= Opens(at) ? ~OpenMarks.Quote : ~OpenMarks.None;   // the closing mark of the quotation before was lost
        WordSight a = _words[at - 1], b = _words[at], aa = At(at - 2), bb = At(at + 1), aaa = At(at - 3), bbb = At(at + 2);
        var first = _words[start];
        var shapes = ((uint)a.Shape << 8) | b.Shape;
        var wide = ((uint)aa.Shape << 24) | (shapes << 8) | bb.Shape;
        var gap = (uint)b.Gap;
        features.Add(shapes);
        features.Add(wide);
        features.Add(wide, aaa.Shape, bbb.Shape);
        features.Add(shapes, gap);
        features.Add(shapes, aa.Shape);
        features.Add(shapes, bb.Shape);
        features.Add(a.Lower, b.Shape);
        features.Add(a.Exact, b.Shape, bb.Shape);
        features.Add(a.Lower, b.Lower);
        features.Add(a.Shape, b.Exact);
        features.Add(a.Shape, b.Exact, aa.Shape);
        features.Add(a.Shape, b.Exact, bb.Shape);
        features.Add(b.Lower);
        features.Add(a.Lower);
        features.Add(b.Lower, bb.Lower);
        features.Add(a.Shape, bb.Lower, b.Shape);
        features.Add(aa.Lower, a.Lower);
        features.Add(aa.Lower, shapes);
        features.Add(aa.Lower, a.Lower, b.Shape);
        features.Add(a.Shape, b.Shape, bbb.Lower);
        features.Add(a.Abbreviation, b.Shape);
        features.Add(a.Abbreviation, b.Lower);
        features.Add(aa.Abbreviation, shapes);
        features.Add(shapes, Bucket(at - start));
        features.Add(b.Exact, Bucket(at - start));
        features.Add(shapes, Bucket(_words.Length - at));
        features.Add(shapes, Bucket(at - start), Bucket(_words.Length - at));
        features.Add(shapes, Bucket(Rest(at)));
        features.Add(shapes, (uint)state);
        features.Add(shapes, (uint)state, bb.Shape);
        features.Add(shapes, (uint)state, aa.Shape);
        features.Add(shapes, first.Shape);
        features.Add(shapes, first.Exact);
        features.Add(shapes, first.Exact == b.Exact ? 1u : 0u);
        features.Add(shapes, first.Shape, Bucket(at - start));
        features.Add(shapes, _words[^1].Shape);
        features.Add(shapes, _words[^1].Shape, Bucket(_words.Length));
        features.Add(shapes, a.Length, b.Length);
        features.Add(bb.Shape, b.Exact, bbb.Shape);
        features.Add(1);
    }

    /// <summary>The place of a start that the layout allows: no sentence ends with a quotation mark that opens one, and none starts with one that closes it.</summary>
    public int Beside(int at) => Opens(at - 1) ? at - 1 : Closes(at) ? at + 1 : at;

    /// <summary>The state after the word <paramref name="at"/>.</summary>
    public OpenMarks After(int at, OpenMarks state) => _words[at].Shape switch
    {
        (byte)'"' => Opens(at) ? state | OpenMarks.Quote : Closes(at) ? state & ~OpenMarks.Quote : state ^ OpenMarks.Quote,
        WordShape.OpenQuote => state | OpenMarks.Quote,
        WordShape.CloseQuote => state & ~OpenMarks.Quote,
        (byte)'(' or (byte)'[' => state | OpenMarks.Bracket,
        (byte)')' or (byte)']' => state & ~OpenMarks.Bracket,
        _ => state,
    };

    // A double mark before a word and behind a blank.
    private bool Opens(int at) => IsDouble(at) && At(at + 1).Gap == WordGap.None && At(at + 1).Shape != WordShape.Edge && (at == 0 || _words[at].Gap is WordGap.Blank or WordGap.Line);

    // A double mark behind a word and before a blank.
    private bool Closes(int at) => IsDouble(at) && at > 0 && _words[at].Gap == WordGap.None && At(at + 1).Gap is WordGap.Blank or WordGap.Line;

    private bool IsDouble(int at) => At(at).Shape == (byte)'"';

    // Words to the next sign that may end a sentence: short where a heading runs into the text.
    private int Rest(int at)
    {
        var limit = Math.Min(_words.Length, at + 20);
        var i = at;
        while (i < limit && _words[i].Shape is not ((byte)'.' or (byte)'?' or (byte)'!' or (byte)':'))
        {
            i++;
        }

        return i - at;
    }

    private WordSight At(int at) => at < 0 || at >= _words.Length ? default : _words[at];

    private static bool IsSign(byte shape) => shape is < 128 or >= WordShape.Ellipsis and <= WordShape.Symbol or WordShape.Abbreviation;

    private static bool IsOpening(byte shape) => shape is (byte)'(' or (byte)'[' or (byte)'$' or (byte)'#' or WordShape.OpenQuote;

    private static bool MayEnd(byte shape) =>
        IsSign(shape) && shape is not ((byte)',' or (byte)'-' or (byte)'/' or (byte)'(' or (byte)'&' or (byte)'%' or (byte)'$');

    private static uint Bucket(int n) => (uint)(n < 8 ? n : n < 12 ? 8 : n < 18 ? 9 : n < 26 ? 10 : n < 40 ? 11 : n < 70 ? 12 : 13);
}

/// <summary>Marks that were opened and not closed yet.</summary>
[Flags]
internal enum OpenMarks : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A double quotation mark.</summary>
    Quote = 1,

    /// <summary>A bracket.</summary>
    Bracket = 2,
}
