namespace Demarche.Time.Meanings;

/// <summary>What a time expression was found to mean.</summary>
/// <param name="Kind">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value, or null where it cannot be told.</param>
/// <param name="Reason">How it was reached.</param>
internal sealed record Meaning(TimeKind Kind, string? Value, string Reason)
{
    private readonly DayInterval? _interval;
    private readonly bool _narrowed;

    /// <summary>The days meant: those of the value, unless narrowed ("early June") or withheld (a flagged date).</summary>
    public DayInterval? Interval
    {
        get => _narrowed ? _interval : TimexValue.Interval(Value);
        init
        {
            _interval = value;
            _narrowed = true;
        }
    }

    /// <summary>Whether the narrative goes on from it; a year of comparison is only looked back to.</summary>
    public bool MovesNarrative { get; init; } = true;

    /// <summary>What it says of a report's date when the report's date is not known; null for none.</summary>
    public DateClue? Clue { get; init; }

    /// <summary>A meaning that cannot be told, with why.</summary>
    public static Meaning Unresolved(TimeKind kind, string reason) => new(kind, null, reason);

    /// <summary>A date.</summary>
    public static Meaning Date(string? value, string reason) => new(TimeKind.Date, value, reason);
}
