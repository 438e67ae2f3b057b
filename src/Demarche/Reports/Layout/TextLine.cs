namespace Demarche.Reports.Layout;

/// <summary>A line that holds something, without the white space around it.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Indent">Number of blanks before it.</param>
/// <param name="OpensBlock">Whether an empty line, or the start of the text, stands before it.</param>
internal readonly record struct TextLine(Span Span, int Indent, bool OpensBlock)
{
    /// <summary>The lines of a text that are not empty; a line ends at LF, CR LF or a lone CR.</summary>
    public static List<TextLine> Of(string text)
    {
        var lines = new List<TextLine>();
        var opensBlock = true;
        for (var start = 0; start <= text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            var line = Trim(text, new Span(start, end));
            if (!line.IsEmpty)
            {
                lines.Add(new TextLine(line, line.Start - start, opensBlock));
            }

            opensBlock = line.IsEmpty;
            start = end + 1;
            if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n')
            {
                start++;
            }
        }

        return lines;
    }

    /// <summary>The range without the white space at its ends.</summary>
    public static Span Trim(string text, Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new Span(start, end);
    }
}
