namespace Demarche.Time.Expressions;

/// <summary>The smallest piece that a pattern sees: a word, a run of digits or one mark. "15-year" is three, "Nov." is one.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands in the report as read.</param>
/// <param name="Token">Index of the token of the sentence that holds it; 0 in plain text.</param>
/// <param name="Spaced">Whether white space stands before it.</param>
/// <param name="Capital">Whether it starts with a capital letter.</param>
/// <param name="Word">What the codebook knows of the word, or null.</param>
/// <param name="Number">Value of a run of digits.</param>
/// <param name="Digits">Count of digits of a plain run; 0 where it has a decimal point or thousands separator, and for words.</param>
internal readonly record struct Atom(AtomKind Kind, Span Span, int Token, bool Spaced, bool Capital, LexicalWord? Word, double Number, int Digits)
{
    /// <summary>Index of the sentence that holds it; 0 in plain text.</summary>
    public int Sentence { get; init; }

    /// <summary>Whether the word ends as a regular past tense does.</summary>
    public bool EndsInEd { get; init; }
}

/// <summary>Kinds of <see cref="Atom"/>.</summary>
internal enum AtomKind : byte
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>Digits.</summary>
    Digits,

    /// <summary>One mark.</summary>
    Mark,

    /// <summary>A blank line or the end of a sentence; no pattern reaches over it.</summary>
    Break,
}
