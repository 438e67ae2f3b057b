using System.Buffers;

namespace Demarche.Language.Words;

/// <summary>Finds web and mail addresses, which are one word each.</summary>
internal static class Addresses
{
    // No address that a reader types is longer; the rest of a longer chunk is split like any other text.
    private const int Longest = 2000;
    private static readonly SearchValues<char> Tail = SearchValues.Create(".,;:!?)]}>'\"*");
    private static readonly SearchValues<char> Enclosing = SearchValues.Create("<>()[]\"");

    /// <summary>The address in a chunk, or an empty span.</summary>
    public static Span In(ReadOnlySpan<char> text, int start, int end)
    {
        var chunk = text[start..Math.Min(end, start + Longest)];
        var found = Web(chunk);
        found = found.IsEmpty ? Mail(chunk) : found;
        return found.IsEmpty ? default : new Span(start + found.Start, start + found.End);
    }

    private static Span Web(ReadOnlySpan<char> chunk)
    {
        var at = chunk.IndexOf("://", StringComparison.Ordinal);
        if (at > 0)
        {
            while (at > 0 && char.IsAsciiLetter(chunk[at - 1]))
            {
                at--;
            }
        }
        else if ((at = chunk.IndexOf("www.", StringComparison.OrdinalIgnoreCase)) < 0 || (at > 0 && char.IsLetterOrDigit(chunk[at - 1])))
        {
            return default;
        }

        var enclosed = chunk[at..].IndexOfAny(Enclosing);
        var address = enclosed < 0 ? chunk[at..] : chunk.Slice(at, enclosed);
        return new Span(at, at + address.TrimEnd(Tail).Length);
    }

    private static Span Mail(ReadOnlySpan<char> chunk)
    {
        var sign = chunk.IndexOf('@');
        if (sign <= 0)
        {
            return default;
        }

        int from = sign, to = sign + 1;
        while (from > 0 && IsMailCharacter(chunk[from - 1]))
        {
            from--;
        }

        while (to < chunk.Length && IsMailCharacter(chunk[to]))
        {
            to++;
        }

        var domain = chunk[(sign + 1)..to].TrimEnd(Tail);
        return from == sign || !domain.Contains('.') ? default : new Span(from, sign + 1 + domain.Length);
    }

    private static bool IsMailCharacter(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+';

    private static ReadOnlySpan<char> TrimEnd(this ReadOnlySpan<char> text, SearchValues<char> any)
    {
        var last = text.LastIndexOfAnyExcept(any);
        return text[..(last + 1)];
    }
}
