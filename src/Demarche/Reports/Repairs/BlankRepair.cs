namespace Demarche.Reports.Repairs;

/// <summary>Finds blanks that stand doubled, and sentences and clauses that lost the blank between them.</summary>
internal static class BlankRepair
{
    private const int LongestAddress = 200;

    /// <summary>Runs of blanks and tabs inside a line; indents stay, for they open paragraphs.</summary>
    public static List<Edit> FindDoubled(string text)
    {
        var edits = new List<Edit>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not (' ' or '\t'))
            {
                continue;
            }

            var end = at;
            while (end < text.Length && text[end] is ' ' or '\t')
            {
                end++;
            }

            var inside = at > 0 && text[at - 1] is not ('\n' or '\r') && end < text.Length && text[end] is not ('\n' or '\r');
            if (inside && (end - at > 1 || text[at] == '\t'))
            {
                edits.Add(new Edit(new Span(at, end), " ", RepairKind.DoubledBlank));
            }

            at = end;
        }

        return edits;
    }

    /// <summary>Line ends inside a section, with the blanks around them.</summary>
    public static void FindLineEnds(string text, Span section, List<Edit> edits)
    {
        for (var at = section.Start; at < section.End; at++)
        {
            if (text[at] is not ('\n' or '\r'))
            {
                continue;
            }

            var (start, end) = (at, at);
            while (start > section.Start && char.IsWhiteSpace(text[start - 1]))
            {
                start--;
            }

            while (end < section.End && char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            edits.Add(new Edit(new Span(start, end), " ", RepairKind.LineEnd));
            at = end;
        }
    }

    /// <summary>"talks.The envoy" and "talks,which": a sign between two words that keeps no blank.</summary>
    /// <remarks>Not in addresses, nor between figures ("1,000"), nor in abbreviations ("U.S.A", "a.m.").</remarks>
    public static void FindMissing(string text, Span section, List<Edit> edits)
    {
        for (var at = section.Start + 1; at < section.End - 1; at++)
        {
            if (text[at] is '.' or ',' or ';' or '?' or '!' && IsMissing(text, at, section))
            {
                edits.Add(new Edit(new Span(at + 1, at + 1), " ", RepairKind.MissingSpace));
            }
        }
    }

    private static bool IsMissing(string text, int at, Span section)
    {
        var next = text[at + 1];
        if (!char.IsLetter(next) || !IsWordBefore(text, at, section.Start))
        {
            return false;
        }

        if (text[at] is ',' or ';')
        {
            return !InAddress(text, at, section);
        }

        // A sentence opens with a capital that a small letter or a blank follows: "The", "A".
        var opens = char.IsUpper(next) && (at + 2 >= section.End || char.IsLower(text[at + 2]) || (text[at + 2] == ' ' && next is 'A' or 'I'));
        return opens && !InAddress(text, at, section);
    }

    /// <summary>Two letters of a word, a figure before a sentence, or a closing bracket; a lone letter belongs to an abbreviation or initial.</summary>
    private static bool IsWordBefore(string text, int at, int start)
    {
        var before = text[at - 1];
        return before == ')'
            || (char.IsDigit(before) && text[at] != ',')
            || (char.IsLower(before) && at - 2 >= start && char.IsLetter(text[at - 2]))
            || (char.IsUpper(before) && text[at] == '.' && at - 2 >= start && text[at - 2] == '.' && IsLongWord(text, at + 1));
    }

    private static bool IsLongWord(string text, int at) => at + 2 < text.Length && char.IsLower(text[at + 1]) && char.IsLower(text[at + 2]);

    private static bool InAddress(string text, int at, Span section)
    {
        // No address that is looked for is longer; without the limit a text without blanks would take for ever.
        var (first, last) = (Math.Max(section.Start, at - LongestAddress), Math.Min(section.End, at + LongestAddress));
        var (start, end) = (at, at);
        while (start > first && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        while (end < last && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        var word = text.AsSpan(start, end - start);
        return word.ContainsAny('@', '/', '#') || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || word.TrimEnd(".,;:!?)\"'").EndsWith(".com", StringComparison.OrdinalIgnoreCase);
    }
}
