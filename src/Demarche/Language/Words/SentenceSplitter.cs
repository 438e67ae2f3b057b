namespace Demarche.Language.Words;

/// <summary>Finds where sentences start among the words of a section, by a trained classifier. Immutable and thread-safe.</summary>
internal sealed class SentenceSplitter(HashedClassifier classifier)
{
    /// <summary>A longer sentence is cut: the parser's cost and its errors grow with length, and no prose needs more.</summary>
    public const int LongestSentence = 300;

    // A cut looks back this far for a sign to cut at.
    private const int CutReach = 120;

    /// <summary>Appends the index of the first word of each sentence.</summary>
    /// <param name="words">The words of one section.</param>
    /// <param name="starts">Takes the indexes, in order.</param>
    /// <returns>How many sentences were cut for their length.</returns>
    public int Split(ReadOnlySpan<WordSight> words, List<int> starts)
    {
        if (words.IsEmpty)
        {
            return 0;
        }

        Span<uint> buffer = stackalloc uint[FeatureList.Capacity];
        var view = new SentenceFeatures(words);
        var start = 0;
        var cuts = 0;
        var state = OpenMarks.None;
        starts.Add(0);
        for (var at = 1; at < words.Length; at++)
        {
            state = view.After(at - 1, state);
            if (at - start >= LongestSentence)
            {
                start = CutPlace(words, start, at);
                starts.Add(start);
                cuts++;
            }

            if (StartsHere(view, words, at, start, state, buffer))
            {
                var first = view.Beside(at);
                if (first > start && first < words.Length)
                {
                    start = first;
                    starts.Add(first);
                    state &= OpenMarks.Quote;
                }
            }
        }

        return cuts;
    }

    private bool StartsHere(SentenceFeatures view, ReadOnlySpan<WordSight> words, int at, int start, OpenMarks state, Span<uint> buffer)
    {
        if (at <= start || !view.IsCandidate(at))
        {
            return false;
        }

        if (words[at].Gap == WordGap.Line && words[at].Shape != WordShape.Lower && words[at - 1].Shape != ',')
        {
            return true;
        }

        var features = new FeatureList(buffer);
        view.Collect(at, start, state, ref features);
        return classifier.Score(features.All) > 0;
    }

    private static int CutPlace(ReadOnlySpan<WordSight> words, int start, int at)
    {
        var floor = Math.Max(start + 1, at - CutReach);
        var comma = -1;
        for (var i = at; i >= floor; i--)
        {
            var left = words[i - 1].Shape;
            if (left is (byte)';' or (byte)':' or (byte)'.' or (byte)'!' or (byte)'?' or WordShape.Dashes or WordShape.Ellipsis)
            {
                return i;
            }

            comma = comma < 0 && left == ',' ? i : comma;
        }

        if (comma > 0)
        {
            return comma;
        }

        while (at > floor && words[at].Gap == WordGap.Fused)
        {
            at--;
        }

        return at;
    }
}
