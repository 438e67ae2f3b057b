using System.Collections.Frozen;
using NodaTime;

namespace Demarche.Reports.Layout;

/// <summary>Finds the day that a report prints of itself: "2020-07-04", "June 30", "26 July 2022", "Jun 10 2022", "17-04-2022".</summary>
/// <param name="months">Names of months, whole and cut, with their numbers.</param>
internal sealed class DayReader(FrozenDictionary<string, int> months)
{
    private const int IsoLength = 10;
    private const int LeapYear = 2000;   // the 29th of February needs one
    private const int MonthsOfYear = 12;
    private const int FirstYear = 1900;  // an earlier year is history

    /// <summary>The first day that is printed in <paramref name="words"/>, or null.</summary>
    public PrintedDay? Read(ReadOnlySpan<char> words)
    {
        var pieces = Pieces(words);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (Iso(words[pieces[i].Start..]) is { } date)
            {
                return new PrintedDay(new Span(pieces[i].Start, pieces[i].Start + IsoLength), date.Year, new AnnualDate(date.Month, date.Day));
            }

            if (i + 2 < pieces.Count && InFigures(words, pieces[i], pieces[i + 1], pieces[i + 2]) is { } figures)
            {
                return new PrintedDay(new Span(pieces[i].Start, pieces[i + 2].End), figures.Year, new AnnualDate(figures.Month, figures.Day));
            }

            if (!months.TryGetValue(words[pieces[i].Start..pieces[i].End].ToString(), out var month))
            {
                continue;
            }

            var (first, last, day) = (i, i, 0);
            if (i > 0 && Figure(words, pieces[i - 1], most: 2) is { } before && !IsHour(words, pieces[i - 1], pieces[i]))
            {
                (first, day) = (i - 1, before);
            }
            else if (i + 1 < pieces.Count && Figure(words, pieces[i + 1], most: 2) is { } after)
            {
                (last, day) = (i + 1, after);
            }

            int? year = last + 1 < pieces.Count && Figure(words, pieces[last + 1], most: 4) is { } figure and >= FirstYear ? figure : null;
            last += year is null ? 0 : 1;
            return day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(LeapYear, month)
                ? new PrintedDay(new Span(pieces[first].Start, pieces[last].End), year, new AnnualDate(month, day))
                : null;
        }

        return null;
    }

    /// <summary>The words and figures of a line.</summary>
    public static List<Span> Pieces(ReadOnlySpan<char> words)
    {
        var pieces = new List<Span>();
        for (var at = 0; at < words.Length; at++)
        {
            var start = at;
            while (at < words.Length && char.IsLetterOrDigit(words[at]))
            {
                at++;
            }

            if (at > start)
            {
                pieces.Add(new Span(start, at));
            }
        }

        return pieces;
    }

    // "10:40, October 21": the figure before the month ends a time of day.
    private static bool IsHour(ReadOnlySpan<char> words, Span figure, Span month) =>
        (figure.Start > 0 && words[figure.Start - 1] == ':') || words[figure.End..month.Start].Contains(',');

    private static LocalDate? Iso(ReadOnlySpan<char> words) =>
        words.Length >= IsoLength && words[4] == '-' ? IsoDay.Read(words[..IsoLength].ToString()) : null;

    // "17-04-2022", "04/17/2022": figures alone, where only one of the first two can be the month.
    private static LocalDate? InFigures(ReadOnlySpan<char> words, Span first, Span second, Span third)
    {
        if (words[first.End..second.Start] is not ("-" or "/" or ".") || !words[first.End..second.Start].SequenceEqual(words[second.End..third.Start])
            || Figure(words, first, most: 2) is not { } one || Figure(words, second, most: 2) is not { } two || Figure(words, third, most: 4) is not { } year || year < FirstYear)
        {
            return null;
        }

        var (day, month) = one > MonthsOfYear ? (one, two) : two > MonthsOfYear ? (two, one) : one == two ? (one, two) : (0, 0);
        return day >= 1 && month is >= 1 and <= MonthsOfYear && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
    }

    // "4", "04", "4th", "2020".
    private static int? Figure(ReadOnlySpan<char> words, Span piece, int most)
    {
        var figure = words[piece.Start..piece.End];
        if (most == 2 && figure.Length > 2 && figure[^2..] is "st" or "nd" or "rd" or "th")
        {
            figure = figure[..^2];
        }

        var fits = most == 2 ? figure.Length <= 2 : figure.Length == most;
        return fits && figure.IndexOfAnyExceptInRange('0', '9') < 0 ? int.Parse(figure, System.Globalization.CultureInfo.InvariantCulture) : null;
    }
}
