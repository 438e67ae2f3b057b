namespace Demarche.Language.Words;

/// <summary>Looks at the words of a section for the sentence splitter. Immutable and thread-safe.</summary>
internal sealed class SightReader(Abbreviations abbreviations)
{
    // Nobody wraps lines at more than this: a longer line is a paragraph of its own.
    private const int WidestWrap = 120;

    /// <summary>Appends what is seen of each word.</summary>
    /// <param name="text">The whole mended text.</param>
    /// <param name="section">The section's part of it.</param>
    /// <param name="pieces">The section's words.</param>
    /// <param name="sights">Takes one entry a word.</param>
    public void Look(ReadOnlySpan<char> text, Span section, ReadOnlySpan<WordPiece> pieces, List<WordSight> sights)
    {
        var width = WrapWidth(text[section.Start..section.End]);
        var lineStart = section.Start;
        for (var i = 0; i < pieces.Length; i++)
        {
            var piece = pieces[i];
            var word = text[piece.Start..piece.End];
            var gap = WordGap.Blank;
            if (piece.Fused)
            {
                gap = WordGap.Fused;
            }
            else if (i > 0)
            {
                var between = text[pieces[i - 1].End..piece.Start];
                if (between.IsEmpty)
                {
                    gap = WordGap.None;
                }
                else if (between.IndexOfAny('\n', '\r') >= 0)
                {
                    var line = pieces[i - 1].End - lineStart;
                    gap = line + 1 + FirstWord(text[piece.Start..section.End]) <= width ? WordGap.Line : WordGap.Blank;
                    lineStart = piece.Start;
                }
            }

            var lower = Fingerprint.OfLower(word);
            sights.Add(new WordSight(
                Fingerprint.Of(word), lower, WordShape.Of(word), gap, abbreviations.ClassOf(lower), (byte)Math.Min(word.Length, 255)));
        }
    }

    // Width at which the lines of a section were wrapped; more than any line has where each line's end was meant.
    private static int WrapWidth(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('\n', '\r') < 0)
        {
            return int.MaxValue;
        }

        var widest = 0;
        foreach (var line in text.EnumerateLines())
        {
            widest = Math.Max(widest, line.TrimEnd().Length);
        }

        int ends = 0, meant = 0, previous = -1;
        foreach (var line in text.EnumerateLines())
        {
            if (previous >= 0)
            {
                ends++;
                meant += previous + 1 + FirstWord(line) <= widest ? 1 : 0;
            }

            previous = line.TrimEnd().Length;
        }

        return widest > WidestWrap || meant * 3 >= ends ? int.MaxValue : widest;
    }

    private static int FirstWord(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length && i <= WidestWrap && CharKinds.Of(text[i]) != CharKind.Space)
        {
            i++;
        }

        return i;
    }
}
