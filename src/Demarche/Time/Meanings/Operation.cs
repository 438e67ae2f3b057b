using System.Collections.Frozen;

namespace Demarche.Time.Meanings;

/// <summary>An operation that the "means" line of a rule can name. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fewest">Fewest arguments.</param>
/// <param name="Most">Most arguments.</param>
/// <param name="Apply">What it does.</param>
internal sealed record Operation(string Name, int Fewest, int Most, Func<Arguments, Setting, Meaning> Apply)
{
    private static readonly FrozenDictionary<string, Operation> All = new Operation[]
    {
        new("value", 1, 1, PlainOperations.Value),
        new("unresolved", 1, 9, PlainOperations.Unresolved),
        new("duration", 2, 2, PlainOperations.Duration),
        new("duration-or-hence", 2, 2, ShiftOperations.DurationOrHence),
        new("vague", 1, 1, PlainOperations.Vague),
        new("same", 1, 1, PlainOperations.Same),
        new("date", 1, 3, DateOperations.Date),
        new("slashed", 3, 3, DateOperations.Slashed),
        new("weekday", 1, 2, DateOperations.Weekday),
        new("weekday-date", 3, 4, DateOperations.WeekdayDate),
        new("day-range", 4, 4, DateOperations.DayRange),
        new("weekday-of-week", 2, 2, DateOperations.WeekdayOfWeek),
        new("each-weekday", 1, 1, PlainOperations.EachWeekday),
        new("each-month", 1, 1, PlainOperations.EachMonth),
        new("each-part-of-day", 1, 1, PlainOperations.EachPartOfDay),
        new("time-on", 2, 2, ClockOperations.TimeOn),
        new("month", 1, 3, DateOperations.RelativeMonth),
        new("decade", 1, 1, DateOperations.Decade),
        new("century", 1, 1, DateOperations.Century),
        new("unit", 2, 3, ShiftOperations.Unit),
        new("shift", 2, 3, ShiftOperations.Shift),
        new("year-before", 0, 1, ShiftOperations.YearBefore),
        new("season", 1, 3, PeriodOperations.Season),
        new("quarter", 1, 3, PeriodOperations.Quarter),
        new("half", 1, 2, PeriodOperations.Half),
        new("quarter-spoken-of", 0, 2, PeriodOperations.QuarterSpokenOf),
        new("weekend", 1, 1, PeriodOperations.Weekend),
        new("holiday", 1, 2, HolidayOperations.Holiday),
        new("part-of", 2, 2, PeriodOperations.PartOf),
        new("clock", 1, 4, ClockOperations.Clock),
        new("part-of-day", 1, 2, ClockOperations.PartOfDay),
    }.ToFrozenDictionary(o => o.Name, StringComparer.Ordinal);

    /// <summary>Names of all operations.</summary>
    public static IEnumerable<string> Names => All.Keys.Order(StringComparer.Ordinal);

    /// <summary>The operation of this name, or null.</summary>
    public static Operation? Named(string name) => All.GetValueOrDefault(name);
}
