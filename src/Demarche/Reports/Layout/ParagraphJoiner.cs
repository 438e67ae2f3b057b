namespace Demarche.Reports.Layout;

/// <summary>Joins lines into paragraphs: a line is one, unless the text was wrapped by hand to a narrow column.</summary>
internal static class ParagraphJoiner
{
    /// <summary>Widest column that text is wrapped to; a longer line is a paragraph of its own.</summary>
    private const int WidestColumn = 130;

    public static List<Span> Join(string text, IReadOnlyList<TextLine> lines)
    {
        var column = Column(text, lines);
        var paragraphs = new List<Span>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0 && !lines[i].OpensBlock && RunsOn(text, lines[i - 1], lines[i], column))
            {
                paragraphs[^1] = paragraphs[^1] with { End = lines[i].Span.End };
            }
            else
            {
                paragraphs.Add(lines[i].Span);
            }
        }

        return paragraphs;
    }

    /// <summary>The column that the text is wrapped to, or 0: most lines end where the next word would not have fitted, and most of those within a sentence.</summary>
    private static int Column(string text, IReadOnlyList<TextLine> lines)
    {
        var widest = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var alone = lines[i].OpensBlock && (i + 1 == lines.Count || lines[i + 1].OpensBlock);
            widest = alone ? widest : Math.Max(widest, lines[i].Span.Length);
        }

        if (widest is 0 or > WidestColumn)
        {
            return 0;
        }

        int breaks = 0, full = 0, midSentence = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            if (!lines[i].OpensBlock)
            {
                breaks++;
                var isFull = IsFull(text, lines[i - 1], lines[i], widest);
                full += isFull ? 1 : 0;
                midSentence += isFull && !EndsSentence(text, lines[i - 1]) ? 1 : 0;
            }
        }

        return full * 2 >= breaks && midSentence * 2 > full ? widest : 0;
    }

    private static bool RunsOn(string text, TextLine line, TextLine next, int column)
    {
        if (char.IsLower(text[next.Span.Start]) && !EndsSentence(text, line))
        {
            return true;
        }

        return column > 0 && next.Indent <= line.Indent && IsFull(text, line, next, column);
    }

    private static bool EndsSentence(string text, TextLine line) => text[line.Span.End - 1] is '.' or '!' or '?' or ':' or '"' or ')' or ']';

    private static bool IsFull(string text, TextLine line, TextLine next, int column)
    {
        var word = text.AsSpan(next.Span.Start, next.Span.Length).IndexOfAny(' ', '\t');
        return line.Span.Length + 1 + (word < 0 ? next.Span.Length : word) > column;
    }
}
