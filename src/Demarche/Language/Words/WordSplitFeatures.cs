namespace Demarche.Language.Words;

/// <summary>What the tokenizer sees at a place in a run of characters without white space (a chunk) where a word may end.</summary>
/// <remarks>Every look is bounded, so that a chunk of a million characters takes linear time.</remarks>
internal readonly ref struct WordSplitFeatures
{
    // Longer runs say no more than their last characters do.
    private const int Far = 24;

    private readonly ReadOnlySpan<char> _text;
    private readonly int _start;
    private readonly int _end;
    private readonly uint _address;
    private readonly uint _next;
    private readonly uint _shape;
    private readonly uint _extension;
    private readonly Span _solid;
    private readonly Abbreviations _abbreviations;

    /// <summary>Looks at the chunk of <paramref name="text"/> from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public WordSplitFeatures(ReadOnlySpan<char> text, int start, int end, Abbreviations abbreviations)
    {
        _abbreviations = abbreviations;
        _text = text;
        _start = start;
        _end = end;
        var chunk = text[start..Math.Min(end, start + 200)];
        _address = chunk.Contains("://", StringComparison.Ordinal) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? 1u
            : chunk.IndexOf('@') > 0 ? 2u : chunk[0] == '@' ? 3u : chunk[0] == '#' ? 4u : 0u;
        _solid = Addresses.In(text, start, end);
        _extension = Extension(chunk);
        var next = end;
        while (next < text.Length && CharKinds.Of(text[next]) == CharKind.Space)
        {
            next++;
        }

        _next = next < text.Length ? (uint)CharKinds.Of(text[next]) : 31u;
        _shape = Fingerprint.Empty;
        for (var i = start; i < Math.Min(end, start + Far); i++)
        {
            _shape = Fingerprint.Add(_shape, (char)Kind(i));
        }
    }

    /// <summary>Whether a word may end before <paramref name="at"/> without a list of fused words saying so.</summary>
    public bool IsCandidate(int at)
    {
        CharKind left = Kind(at - 1), right = Kind(at);
        if (right is CharKind.Mark or CharKind.LowSurrogate || (at > _solid.Start && at < _solid.End))
        {
            return false;
        }

        if (!CharKinds.IsLetter(left) || !CharKinds.IsLetter(right))
        {
            return left != CharKind.Digit || right != CharKind.Digit;
        }

        // do|n't, between two letters
        return _text[at] is 'n' or 'N' && at + 2 < _end && Kind(at + 1) == CharKind.Apostrophe && _text[at + 2] is 't' or 'T';
    }

    /// <summary>Adds what is seen before <paramref name="at"/>.</summary>
    /// <param name="at">Where a word may end.</param>
    /// <param name="piece">Start of the word that would end.</param>
    /// <param name="quoted">Whether a single quotation mark was opened earlier in the text.</param>
    /// <param name="features">Takes the features.</param>
    public void Collect(int at, int piece, bool quoted, ref FeatureList features)
    {
        uint near = Kinds(at - 2, 4), left = Char(at - 1), right = Char(at), edge = Kinds(at - 1, 2);
        features.Add(near);
        features.Add(Kinds(at - 3, 6));
        features.Add(Kinds(at - 4, 4));
        features.Add(Kinds(at, 4));
        features.Add(left, right);
        features.Add(left, (uint)Kind(at));
        features.Add((uint)Kind(at - 1), right);
        features.Add(Char(at - 2), left, right);
        features.Add(left, right, Char(at + 1));
        features.Add((Char(at - 2) << 16) | left, right, Char(at + 1));
        features.Add((right << 16) | Char(at + 1), Char(at + 2), Char(at + 3));
        features.Add((left << 16) | Char(at - 2), Char(at - 3), Char(at - 4));
        var leftRun = Hash(Math.Max(piece, at - Far), at);
        var rightRun = Hash(at, RunEnd(at));
        var prefix = Hash(Math.Max(_start, at - Far), at);
        var suffix = Hash(at, Math.Min(_end, at + Far));
        features.Add(leftRun, right);
        features.Add(rightRun, left);
        features.Add(leftRun, rightRun);
        features.Add(prefix, suffix);
        features.Add(suffix, (uint)Kind(at - 1));
        features.Add(prefix, (uint)Kind(at));
        features.Add(near, Near(at - _start), Near(_end - at));
        features.Add(_shape, (uint)Math.Min(at - _start, Far));
        features.Add(edge, _next, Near(_end - at));
        features.Add(leftRun, _next, Near(_end - at));
        features.Add(_address, edge);
        features.Add(_address, right, Near(_end - at));
        features.Add(quoted ? 1u : 0u, (left << 16) | right, Near(_end - at));
        features.Add(Near(at - piece), edge, Kinds(piece, 3));
        features.Add(_extension, edge, Near(_end - at));
        var abbreviation = AbbreviationAt(at, piece);
        features.Add(abbreviation, _next, Near(_end - at));
        features.Add(abbreviation, Near(_end - at));
        features.Add(abbreviation, HasPeriod(piece, at) ? 1u : 0u, Near(_end - at));
        features.Add(1);
    }

    /// <summary>Adds what is seen inside a word of letters that may be two fused ones: "cannot", "its".</summary>
    public void CollectFused(int at, uint word, ref FeatureList features)
    {
        features.Skip(FeatureList.Capacity);
        var before = WordBefore();
        var after = WordAfter();
        var place = (uint)(at - _start);
        features.Add(word, place);
        features.Add(word, before);
        features.Add(word, after);
        features.Add(word, before, after);
        features.Add(place);
    }

    // "doc" of "(agenda.doc)": what follows the last period inside the chunk.
    private static uint Extension(ReadOnlySpan<char> chunk)
    {
        var end = chunk.Length;
        while (end > 0 && !char.IsLetterOrDigit(chunk[end - 1]))
        {
            end--;
        }

        var period = chunk[..end].LastIndexOf('.');
        return period <= 0 || end - period > 6 ? 0 : Fingerprint.OfLower(chunk[(period + 1)..end]);
    }

    // Class of the abbreviation that would end with a period at this place.
    private uint AbbreviationAt(int at, int piece) =>
        Char(at) == '.' && at - piece <= 8 ? 1u + _abbreviations.ClassOf(Hash(piece, at + 1)) : 0;

    private bool HasPeriod(int from, int to) => _text[Math.Max(from, to - Far)..to].Contains('.');

    private uint WordBefore()
    {
        var end = _start;
        while (end > 0 && end > _start - 3 && CharKinds.Of(_text[end - 1]) == CharKind.Space)
        {
            end--;
        }

        var start = end;
        while (start > 0 && start > end - Far && CharKinds.Of(_text[start - 1]) != CharKind.Space)
        {
            start--;
        }

        return Fingerprint.OfLower(_text[start..end]);
    }

    private uint WordAfter()
    {
        var start = _end;
        while (start < _text.Length && start < _end + 3 && CharKinds.Of(_text[start]) == CharKind.Space)
        {
            start++;
        }

        var end = start;
        while (end < _text.Length && end < start + Far && CharKinds.IsLetter(CharKinds.Of(_text[end])))
        {
            end++;
        }

        return Fingerprint.OfLower(_text[start..end]);
    }

    private int RunEnd(int at)
    {
        var end = at;
        var limit = Math.Min(_end, at + Far);
        while (end < limit && (CharKinds.IsLetter(Kind(end)) || Kind(end) == CharKind.Digit))
        {
            end++;
        }

        return end == at ? at + 1 : end;
    }

    private static uint Near(int distance) => (uint)Math.Min(distance, 6);

    private uint Hash(int from, int to) => Fingerprint.OfLower(_text[from..to]);

    private CharKind Kind(int at) => at < _start || at >= _end ? CharKind.Space : CharKinds.Of(_text[at]);

    private uint Char(int at) => at < _start || at >= _end ? 0u : Fingerprint.Lower(_text[at]);

    private uint Kinds(int from, int count)
    {
        var kinds = 0u;
        for (var i = from; i < from + count; i++)
        {
            kinds = (kinds << 5) | (uint)Kind(i);
        }

        return kinds;
    }
}
