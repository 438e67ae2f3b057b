using System.Globalization;

namespace Demarche.Language.Words;

/// <summary>What a character is to the tokenizer.</summary>
internal enum CharKind : byte
{
    Space, Lower, Upper, Letter, Digit, Period, Comma, Apostrophe, Hyphen, Dash, Slash, Quote, Open, Close, Colon, Semicolon,
    Exclamation, Currency, At, Underscore, Symbol, Punctuation, Mark, LowSurrogate,
}

/// <summary>Sorts characters into <see cref="CharKind"/>.</summary>
internal static class CharKinds
{
    /// <summary>What <paramref name="c"/> is.</summary>
    public static CharKind Of(char c) => c < 128 ? Ascii(c) : Wide(c);

    /// <summary>Whether a run of such characters is one word.</summary>
    public static bool IsLetter(CharKind kind) => kind is CharKind.Lower or CharKind.Upper or CharKind.Letter;

    private static CharKind Ascii(char c) => c switch
    {
        >= 'a' and <= 'z' => CharKind.Lower,
        >= 'A' and <= 'Z' => CharKind.Upper,
        >= '0' and <= '9' => CharKind.Digit,
        <= ' ' or '\u007f' => CharKind.Space,
        '.' => CharKind.Period,
        ',' => CharKind.Comma,
        '\'' or '`' => CharKind.Apostrophe,
        '-' => CharKind.Hyphen,
        '/' or '\\' => CharKind.Slash,
        '"' => CharKind.Quote,
        '(' or '[' or '{' or '<' => CharKind.Open,
        ')' or ']' or '}' or '>' => CharKind.Close,
        ':' => CharKind.Colon,
        ';' => CharKind.Semicolon,
        '!' or '?' => CharKind.Exclamation,
        '$' => CharKind.Currency,
        '@' => CharKind.At,
        '_' => CharKind.Underscore,
        '%' or '+' or '=' or '^' or '|' or '~' => CharKind.Symbol,
        _ => CharKind.Punctuation,
    };

    private static CharKind Wide(char c)
    {
        switch (c)
        {
            case '\u2019' or '\u2018' or '\u00b4' or '\u02bc': return CharKind.Apostrophe;
            case '\u201c' or '\u201d' or '\u201e' or '\u00ab' or '\u00bb': return CharKind.Quote;
            case '\u2026': return CharKind.Period;
            case '\u2010' or '\u2011': return CharKind.Hyphen;
        }

        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.LowercaseLetter => CharKind.Lower,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => CharKind.Upper,
            UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => CharKind.Letter,
            UnicodeCategory.DecimalDigitNumber => CharKind.Digit,
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control => CharKind.Space,
            UnicodeCategory.DashPunctuation => CharKind.Dash,
            UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation => CharKind.Open,
            UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation => CharKind.Close,
            UnicodeCategory.CurrencySymbol => CharKind.Currency,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => CharKind.Mark,
            UnicodeCategory.Surrogate => char.IsLowSurrogate(c) ? CharKind.LowSurrogate : CharKind.Symbol,
            UnicodeCategory.MathSymbol or UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol => CharKind.Symbol,
            _ => CharKind.Punctuation,
        };
    }
}
