using System.Globalization;

namespace Demarche.Time.Meanings;

/// <summary>Operations that need no calendar.</summary>
internal static class PlainOperations
{
    /// <summary>value X: the TIMEX value X as it stands.</summary>
    public static Meaning Value(Arguments args, Setting setting)
    {
        var value = args.Text(0);
        var kind = value[0] == 'P' && value is not ("PRESENT_REF" or "PAST_REF") ? TimeKind.Duration : TimeKind.Date;
        var meaning = new Meaning(kind, value, "as the words say");
        return value == "PRESENT_REF" && setting.Published is { } day ? meaning with { Interval = new DayInterval(day, day) } : meaning;
    }

    /// <summary>unresolved WORDS: kept as written, with the note.</summary>
    public static Meaning Unresolved(Arguments args, Setting setting) =>
        Meaning.Unresolved(TimeKind.Date, string.Join(' ', Enumerable.Range(0, 9).Where(args.Has).Select(args.Text)));

    /// <summary>duration NUMBER UNIT: "P3D", "PT4H".</summary>
    public static Meaning Duration(Arguments args, Setting setting)
    {
        if (args.Number(0) is not { } number || number is < 0 or >= 1_000_000)
        {
            return Meaning.Unresolved(TimeKind.Duration, "no such length of time");
        }

        return new Meaning(TimeKind.Duration, Length(number.ToString("0.###", CultureInfo.InvariantCulture), Units.Code(args.Text(1))), "a length of time");
    }

    /// <summary>vague UNIT: "PXD", a length that nobody counted.</summary>
    public static Meaning Vague(Arguments args, Setting setting) => new(TimeKind.Duration, Length("X", Units.Code(args.Text(0))), "a length of time that is not counted");

    /// <summary>same PART: what the part means.</summary>
    public static Meaning Same(Arguments args, Setting setting) => args.Part(0) ?? Meaning.Unresolved(TimeKind.Date, "nothing is named");

    /// <summary>each-weekday WEEKDAY.</summary>
    public static Meaning EachWeekday(Arguments args, Setting setting) => new(TimeKind.Set, $"XXXX-WXX-{args.Text(0)}", "each week");

    /// <summary>each-month MONTH.</summary>
    public static Meaning EachMonth(Arguments args, Setting setting) => new(TimeKind.Set, $"XXXX-{args.Text(0)}", "each year");

    /// <summary>each-part-of-day MO|AF|EV|NI.</summary>
    public static Meaning EachPartOfDay(Arguments args, Setting setting) => new(TimeKind.Set, $"XXXX-XX-XXT{args.Text(0)}", "each day");

    private static string Length(string number, string unit) => unit switch
    {
        "H" => $"PT{number}H",
        "MIN" => $"PT{number}M",
        "S" => $"PT{number}S",
        "FN" => double.TryParse(number, CultureInfo.InvariantCulture, out var fortnights) ? $"P{2 * fortnights}W" : "PXW",
        _ => $"P{number}{unit}",
    };
}
