namespace Demarche.Time.Meanings;

/// <summary>What an expression says of the day of its report, for a report without one: "last June", "on Saturday, July 5".</summary>
/// <param name="Kind">Which kind of saying.</param>
/// <param name="Month">Month named, or 0.</param>
/// <param name="Day">Day of the month named, or 0.</param>
/// <param name="Weekday">ISO day of the week named, or 0.</param>
internal readonly record struct DateClue(ClueKind Kind, int Month, int Day, int Weekday);

/// <summary>Kinds of <see cref="DateClue"/>.</summary>
internal enum ClueKind
{
    /// <summary>A bare month: "in November".</summary>
    BareMonth,

    /// <summary>The last such month: "last June".</summary>
    LastMonth,

    /// <summary>The next such month: "next June".</summary>
    NextMonth,

    /// <summary>Month and day without a year: "Dec. 4".</summary>
    MonthDay,

    /// <summary>The same with its day of the week: "Saturday, July 5".</summary>
    WeekdayMonthDay,

    /// <summary>A bare day of the week: "on Sunday".</summary>
    Weekday,
}
