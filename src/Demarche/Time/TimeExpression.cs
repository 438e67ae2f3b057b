namespace Demarche.Time;

/// <summary>A time expression in a text.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value, or null where it cannot be told.</param>
/// <param name="Interval">The days meant, where they can be told.</param>
/// <param name="Reason">How the value was reached, or why there is none.</param>
/// <param name="Signal">The word before it that says how it bounds.</param>
/// <param name="Rule">Id of the rule that found it.</param>
public sealed record TimeExpression(Span Span, TimeKind Kind, string? Value, DayInterval? Interval, string Reason, TimeSignal Signal, string Rule)
{
    /// <summary>What it says of the day of its report.</summary>
    internal Meanings.DateClue? Clue { get; init; }

    /// <summary>Where its clause points.</summary>
    internal Meanings.Direction Direction { get; init; }

    /// <summary>First and last token of the sentence, where it was found in one.</summary>
    internal (int First, int Last) Tokens { get; init; }

    /// <summary>Index of that sentence.</summary>
    internal int Sentence { get; init; }
}

/// <summary>How a time expression bounds what happens.</summary>
public enum TimeSignal
{
    /// <summary>In, on, at, or no word: at that time.</summary>
    At,

    /// <summary>Since, ever since: from then on.</summary>
    Since,

    /// <summary>From, starting, beginning: from then, perhaps to an end.</summary>
    From,

    /// <summary>Until, till, through, to: up to then.</summary>
    Until,

    /// <summary>Before, ahead of, prior to.</summary>
    Before,

    /// <summary>After, following.</summary>
    After,

    /// <summary>By, no later than.</summary>
    By,

    /// <summary>During, throughout, over.</summary>
    During,
}
