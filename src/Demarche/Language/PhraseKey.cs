namespace Demarche.Language;

/// <summary>Which capitals a phrase asks for.</summary>
internal enum PhraseCase : byte
{
    /// <summary>Any.</summary>
    Any,

    /// <summary>Its first word starts with one.</summary>
    Capital,

    /// <summary>All of its letters are capitals.</summary>
    Capitals,
}

/// <summary>Keys by which phrases are compared: a 64-bit FNV-1a hash of their letters and digits, small and without accents.</summary>
internal static class PhraseKey
{
    /// <summary>The key of no letters.</summary>
    public const ulong Empty = 14695981039346656037;

    private const ulong Prime = 1099511628211;
    private const int LongestAcronym = 6;   // longer words in capitals are headlines

    // Latin-1 supplement and Latin extended A from U+00C0, each as its plain small letter.
    private const string Plain =
        "aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnoooooxouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>The key of a text that goes on with more characters.</summary>
    public static ulong Extend(ulong key, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            var letter = Fold(c);
            if (letter != '\0')
            {
                key = (key ^ letter) * Prime;
            }
        }

        return key;
    }

    /// <summary>The key of a text up to its first blank, hyphen or apostrophe.</summary>
    public static ulong FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && text[end] is not (' ' or '-' or '\'' or '’' or '/' or '&'))
        {
            end++;
        }

        return Extend(Empty, text[..end]);
    }

    /// <summary>The most tokens that a phrase can be cut into.</summary>
    public static int MostTokens(ReadOnlySpan<char> phrase)
    {
        var count = 1;
        foreach (var c in phrase)
        {
            count += c is '-' or '/' or '&' or ',' or '.' ? 2 : c is ' ' or '\'' or '’' ? 1 : 0;
        }

        return count;
    }

    /// <summary>The phrase without "the" in front.</summary>
    public static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> phrase) =>
        phrase.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? phrase[4..] : phrase;

    /// <summary>Which capitals a phrase asks for.</summary>
    public static PhraseCase CaseOf(ReadOnlySpan<char> phrase)
    {
        int letters = 0, small = 0;
        foreach (var c in phrase)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            small += char.IsLower(c) ? 1 : 0;
        }

        return letters is > 1 and <= LongestAcronym && small == 0 ? PhraseCase.Capitals
            : phrase.Length > 0 && char.IsUpper(phrase[0]) ? PhraseCase.Capital
            : PhraseCase.Any;
    }

    /// <summary>Whether tokens have the capitals that a phrase asks for.</summary>
    public static bool Fits(PhraseCase wanted, Sentence sentence, int at, int length)
    {
        switch (wanted)
        {
            case PhraseCase.Capital:
                return sentence[at].Form is { Length: > 0 } form && (char.IsUpper(form[0]) || char.IsDigit(form[0]) || (form[0] == '\'' && form.Length > 1 && char.IsUpper(form[1])));
            case PhraseCase.Capitals:
                for (var i = at; i < at + length; i++)
                {
                    var word = sentence[i].Form.AsSpan();
                    foreach (var c in word.Length > 2 && word[^1] == 's' ? word[..^1] : word)   // "NGOs"
                    {
                        if (char.IsLower(c))
                        {
                            return false;
                        }
                    }
                }

                return true;
            default:
                return true;
        }
    }

    private static char Fold(char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => c,
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        < '\u00C0' => '\0',
        _ when c - '\u00C0' < Plain.Length => Plain[c - '\u00C0'],
        'ș' or 'Ș' => 's',
        'ț' or 'Ț' => 't',
        _ => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '\0',
    };
}
