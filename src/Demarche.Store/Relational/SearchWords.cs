namespace Demarche.Store.Relational;

/// <summary>Words that somebody searches for.</summary>
internal static class SearchWords
{
    private const int Most = 16;   // more words than that are a text, not a search

    /// <summary>The words of a search in small letters, without signs around them, each once.</summary>
    public static IReadOnlyList<string> Of(string? text) =>
    [
        .. (text ?? "").ToLowerInvariant().Split([' ', '\t', '\r', '\n', '-', '–', '—', '/', ',', ';', '"', '“', '”', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Count(c => c == '.') > 1 ? w : w.TrimEnd('.'))
            .Select(w => w.Trim('\'', '’', '‘', '!', '?', ':', '*'))
            .Where(w => w.Any(char.IsLetterOrDigit)).Distinct(StringComparer.Ordinal).Take(Most),
    ];

    /// <summary>SQL for the dictionary forms under which a word may be kept: those that it has had, itself, and itself without the plural's s.</summary>
    public static SqlText Lemmas(string word)
    {
        var singular = word.Length > 3 && word[^1] == 's' ? word[..^1] : word;
        return SqlText.Of($"SELECT lemma FROM word_forms WHERE form = {word} UNION SELECT {word} UNION SELECT {singular}");
    }
}
