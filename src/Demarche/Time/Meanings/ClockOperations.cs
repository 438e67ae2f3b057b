using System.Globalization;

namespace Demarche.Time.Meanings;

/// <summary>Operations for times of day.</summary>
internal static class ClockOperations
{
    /// <summary>clock HOUR MINUTE [am|pm] [DAY].</summary>
    public static Meaning Clock(Arguments args, Setting setting)
    {
        var hour = args.Whole(0) ?? -1;
        var minute = args.Whole(1) ?? 0;
        if (args.Number(0) is { } dotted && dotted != Math.Floor(dotted))
        {
            // "5.30 pm"
            minute = (int)Math.Round((dotted - Math.Floor(dotted)) * 100);
        }

        hour = args.Text(2) switch { "pm" when hour is >= 1 and < 12 => hour + 12, "am" when hour == 12 => 0, _ => hour };
        if (hour is < 0 or > 24 || minute is < 0 or > 59)
        {
            return Meaning.Unresolved(TimeKind.Time, $"there is no time {args.Text(0)}:{args.Text(1)}");
        }

        var time = string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}");
        return new Meaning(TimeKind.Time, DayOf(args, 3, setting) + time, "a time of day");
    }

    /// <summary>part-of-day MO|AF|EV|NI|DT [DAY]: a morning, afternoon, evening, night; DAY is a part, or a count of days from the report.</summary>
    public static Meaning PartOfDay(Arguments args, Setting setting) =>
        new(TimeKind.Time, $"{DayOf(args, 1, setting)}T{args.Text(0)}", "a part of the day");

    /// <summary>time-on TIME DAY: a time of day on a day that stands beside it.</summary>
    public static Meaning TimeOn(Arguments args, Setting setting)
    {
        var time = args.Part(0)?.Value is { } value && value.IndexOf('T', StringComparison.Ordinal) is >= 0 and var at ? value[at..] : null;
        return time is null || args.Part(1)?.Value is null
            ? Meaning.Unresolved(TimeKind.Time, args.Part(1)?.Reason ?? "no such time")
            : new Meaning(TimeKind.Time, DayOf(args, 1, setting) + time, "a time of day and its day");
    }

    private static string DayOf(Arguments args, int place, Setting setting)
    {
        if (args.Part(place) is { } part)
        {
            return part.Value is { Length: >= 10 } value ? value[..10] : part.Value ?? "XXXX-XX-XX";
        }

        if (args.Has(place))
        {
            return setting.Published is { } report && ShiftOperations.Moved(report, args.Whole(place) ?? 0, "D") is { } moved ? TimexValue.Day(moved) : "XXXX-XX-XX";
        }

        var day = setting.NarrativeDay;
        return day is { } known ? TimexValue.Day(known) : "XXXX-XX-XX";
    }
}
