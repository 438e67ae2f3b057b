namespace Demarche.Reports.Layout;

/// <summary>What a title line looks like: short, opened by a capital, without a sentence's end, above something longer.</summary>
internal static class HeadlineShape
{
    /// <summary>A title and the line below it.</summary>
    public const int MostHeadlines = 2;

    private const int MostCharacters = 130;
    private const int MostWords = 22;
    private const int MostWordsOfQuestion = 14;

    public static bool Fits(string text, Span line, Span below)
    {
        var words = Words.Count(line.In(text));
        if (line.Length > MostCharacters || words is < 2 or > MostWords || line.In(text).ContainsAny('\n', '\r'))
        {
            return false;
        }

        var first = text[line.Start];
        var last = text[line.End - 1];
        if (!char.IsUpper(first) && !char.IsDigit(first) && first is not ('"' or '\''))
        {
            return false;
        }

        var open = char.IsLetterOrDigit(last) || last is '\'' or ')' or '%' || (last is '"' && text[line.End - 2] is not ('.' or ',' or '!' or '?'));
        return below.Length > line.Length && (open || (last is '?' or '!' && words <= MostWordsOfQuestion && below.Length > 2 * line.Length));
    }
}
