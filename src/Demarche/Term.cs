using NodaTime;

namespace Demarche;

/// <summary>The days between which an office was held or a state existed; both ends are included, and a null end is open.</summary>
/// <param name="Start">First day, or null where it was always so.</param>
/// <param name="End">Last day, or null where it still is so.</param>
public readonly record struct Term(LocalDate? Start, LocalDate? End)
{
    /// <summary>Whether the day lies in the term.</summary>
    public bool Covers(LocalDate day) => (Start is not { } start || day >= start) && (End is not { } end || day <= end);

    /// <summary>Whether the term was over before the day.</summary>
    public bool IsOverBefore(LocalDate day) => End is { } end && end < day;

    /// <summary>Whether it ends before it starts.</summary>
    public bool IsReversed => Start is { } start && End is { } end && end < start;

    /// <summary>Whether the two share a day.</summary>
    public bool Overlaps(Term other) =>
        (Start is not { } start || other.End is not { } otherEnd || start <= otherEnd) && (other.Start is not { } otherStart || End is not { } end || otherStart <= end);

    /// <summary>Reads "2019", "2019-05" or "2019-05-03"; a shorter date stands for its first day as a start and its last as an end.</summary>
    /// <returns>False where a text is no date.</returns>
    public static bool TryRead(ReadOnlySpan<char> start, ReadOnlySpan<char> end, out Term term)
    {
        term = default;
        if (!TryDay(start, last: false, out var first) || !TryDay(end, last: true, out var final))
        {
            return false;
        }

        term = new Term(first, final);
        return true;
    }

    private static bool TryDay(ReadOnlySpan<char> text, bool last, out LocalDate? day)
    {
        day = null;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text.Length is not (4 or 7 or 10) || !int.TryParse(text[..4], out var year) || year is < 1 or > 9999)
        {
            return false;
        }

        var month = last ? 12 : 1;
        if (text.Length >= 7 && (text[4] != '-' || !int.TryParse(text[5..7], out month) || month is < 1 or > 12))
        {
            return false;
        }

        var days = CalendarSystem.Iso.GetDaysInMonth(year, month);
        var number = last ? days : 1;
        if (text.Length == 10 && (text[7] != '-' || !int.TryParse(text[8..10], out number) || number < 1 || number > days))
        {
            return false;
        }

        day = new LocalDate(year, month, number);
        return true;
    }
}
