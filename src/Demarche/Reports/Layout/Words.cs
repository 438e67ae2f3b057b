using System.Collections.Frozen;

namespace Demarche.Reports.Layout;

/// <summary>Small questions about the words of a line.</summary>
internal static class Words
{
    public static string[] Of(ReadOnlySpan<char> text) => text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            count += !char.IsWhiteSpace(text[i]) && (i == 0 || char.IsWhiteSpace(text[i - 1])) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether every word opens with a capital or is one of the small words that names hold.</summary>
    public static bool AreNames(IReadOnlyCollection<string> words, FrozenSet<string> joints) =>
        words.Count > 0 && words.All(w => char.IsUpper(w[0]) || joints.Contains(w));

    public static bool AreCapitals(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }

    public static bool StartsWithAny(ReadOnlySpan<char> text, IEnumerable<string> openings)
    {
        foreach (var opening in openings)
        {
            if (text.StartsWith(opening, StringComparison.Ordinal) && !(text.Length > opening.Length && char.IsLetter(opening[^1]) && char.IsLetter(text[opening.Length])))
            {
                return true;
            }
        }

        return false;
    }
}
