using NodaTime;

namespace Demarche.Time.Meanings;

/// <summary>What an expression is resolved against: the report's day, the tense around it, and what was spoken of before.</summary>
/// <remarks>One per report, changed from mention to mention; not shared between threads.</remarks>
internal sealed class Setting
{
    /// <summary>Day of the report, or null where it is not known.</summary>
    public LocalDate? Published { get; init; }

    /// <summary>Whether a slashed date names the day first, as outlets outside the United States write it.</summary>
    public bool DayFirst { get; init; }

    /// <summary>Where the clause of the current mention points.</summary>
    public Direction Direction { get; set; }

    /// <summary>The narrative's current date: the days of the last date that the text named; null before any.</summary>
    public DayInterval? Narrative { get; set; }

    /// <summary>TIMEX value of the narrative's current date.</summary>
    public string? NarrativeValue { get; set; }

    /// <summary>Year and quarter last spoken of, while the text keeps to them.</summary>
    public (int Year, int Quarter)? Quarter { get; set; }

    /// <summary>The day that "then" and "three days later" count from: the narrative's, else the report's.</summary>
    public LocalDate? Anchor => Narrative?.End ?? Narrative?.Start ?? Published;

    /// <summary>The month or year that the narrative is in, where it is over and no day of it was named.</summary>
    public string? NarrativePeriod => Narrative is { End: { } end } told && told.Start < end && end < Published ? NarrativeValue : null;

    /// <summary>The day that "the same day" means: the narrative's where it is one day, else the report's.</summary>
    public LocalDate? NarrativeDay => Narrative is { End: { } end } narrative && narrative.Start == end ? end : Published;
}

/// <summary>Where a clause points in time, seen from the report.</summary>
internal enum Direction
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>What was.</summary>
    Past,

    /// <summary>What is to come.</summary>
    Future,
}
