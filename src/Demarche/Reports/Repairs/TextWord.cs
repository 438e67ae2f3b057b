namespace Demarche.Reports.Repairs;

/// <summary>A word of a section: letters, figures and the hyphens between them.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Text">The word.</param>
/// <param name="OpensSentence">Whether a sentence, a quote or the section starts with it.</param>
/// <param name="Follows">Whether nothing but blanks, or an opening quote, parts it from the word before.</param>
internal readonly record struct TextWord(Span At, string Text, bool OpensSentence, bool Follows)
{
    public bool IsCapital => char.IsUpper(Text[0]);

    /// <summary>The words of a section in order.</summary>
    public static List<TextWord> Of(string text, Span section)
    {
        var words = new List<TextWord>(section.Length / 5);
        var last = section.Start;
        for (var at = section.Start; at < section.End;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < section.End && (char.IsLetterOrDigit(text[end]) || (text[end] is '-' && end + 1 < section.End && char.IsLetterOrDigit(text[end + 1]))))
            {
                end++;
            }

            var between = text.AsSpan(last, at - last);
            var opens = words.Count == 0 || between.ContainsAny(".!?:\"");
            words.Add(new TextWord(new Span(at, end), text[at..end], opens, words.Count > 0 && IsGap(between)));
            (last, at) = (end, end);
        }

        return words;
    }

    private static bool IsGap(ReadOnlySpan<char> between) => !between.IsEmpty && between[0] == ' ' && between.TrimEnd('"').Trim(' ').IsEmpty;
}
