namespace Demarche.Language.Words;

/// <summary>What the sentence splitter sees of one word.</summary>
/// <param name="Exact">Hash of the word as written.</param>
/// <param name="Lower">Hash of the word in lower case.</param>
/// <param name="Shape">Its <see cref="WordShape"/>, or the character itself for one ASCII sign.</param>
/// <param name="Gap">What stands before it.</param>
/// <param name="Abbreviation">Class of abbreviation, 0 for other words.</param>
/// <param name="Length">Its length, at most 255.</param>
internal readonly record struct WordSight(uint Exact, uint Lower, byte Shape, WordGap Gap, byte Abbreviation, byte Length);

/// <summary>What stands between two words.</summary>
internal enum WordGap : byte
{
    /// <summary>Nothing: "(" and the word after it.</summary>
    None,

    /// <summary>The two are one surface word: "do" and "n't".</summary>
    Fused,

    /// <summary>A blank, or a line's end that wraps a paragraph.</summary>
    Blank,

    /// <summary>A line's end that somebody meant: the next word would have fitted on the line.</summary>
    Line,
}

/// <summary>Shapes of words above the ASCII signs, which are their own shape.</summary>
internal static class WordShape
{
    /// <summary>No word: the edge of a section.</summary>
    public const byte Edge = 0;

    /// <summary>The names of the shapes.</summary>
    public const byte Lower = 128, Title = 129, Capitals = 130, Capital = 131, Digits = 132, Number = 133, Mixed = 134, Abbreviation = 135,
        Alphanumeric = 136, Ellipsis = 137, Dashes = 138, Exclamations = 139, Address = 140, Signs = 141, OpenQuote = 142, CloseQuote = 143,
        Symbol = 144, Clitic = 145, Foreign = 146;

    /// <summary>The shape of a word of at least one character.</summary>
    public static byte Of(ReadOnlySpan<char> word)
    {
        var first = CharKinds.Of(word[0]);
        if (word.Length == 1)
        {
            return OfCharacter(word[0], first);
        }

        int letters = 0, lower = 0, upper = 0, digits = 0, periods = 0, dashes = 0, exclamations = 0;
        foreach (var c in word[..Math.Min(word.Length, 40)])
        {
            var kind = CharKinds.Of(c);
            letters += CharKinds.IsLetter(kind) ? 1 : 0;
            lower += kind == CharKind.Lower ? 1 : 0;
            upper += kind == CharKind.Upper ? 1 : 0;
            digits += kind == CharKind.Digit ? 1 : 0;
            periods += kind == CharKind.Period ? 1 : 0;
            dashes += kind is CharKind.Hyphen or CharKind.Dash ? 1 : 0;
            exclamations += kind == CharKind.Exclamation ? 1 : 0;
        }

        var length = Math.Min(word.Length, 40);
        if (lower == length)
        {
            return Lower;
        }

        if (letters == 0)
        {
            return digits == length ? Digits : digits > 0 ? Number : periods == length ? Ellipsis : dashes == length ? Dashes
                : exclamations > 0 ? Exclamations : word is "''" ? CloseQuote : word is "``" ? OpenQuote : Signs;
        }

        if (word.Contains("://", StringComparison.Ordinal) || word.Contains('@') || word.StartsWith("www.", StringComparison.Ordinal))
        {
            return Address;
        }

        if (first == CharKind.Apostrophe || (word.Length == 3 && CharKinds.Of(word[1]) == CharKind.Apostrophe))
        {
            return Clitic;
        }

        return word[^1] == '.' ? Abbreviation : digits > 0 ? Alphanumeric : letters - lower - upper > 0 ? Foreign
            : upper == length ? Capitals : first == CharKind.Upper && upper == 1 ? Title : Mixed;
    }

    private static byte OfCharacter(char c, CharKind kind) => kind switch
    {
        CharKind.Lower => Lower,
        CharKind.Upper => Capital,
        CharKind.Digit => Digits,
        _ when c < 128 => (byte)Math.Max(c, (char)1),
        CharKind.Letter => Foreign,
        CharKind.Period => Ellipsis,
        CharKind.Dash or CharKind.Hyphen => Dashes,
        _ when c is '\u2018' or '\u201c' or '\u00ab' => OpenQuote,
        _ when c is '\u2019' or '\u201d' or '\u00bb' => CloseQuote,
        _ => Symbol,
    };
}
