using NodaTime;

namespace Demarche.Time.Meanings;

/// <summary>Chooses the year of an expression that names none.</summary>
internal static class YearChoice
{
    /// <summary>
    /// The year whose interval fits best: the nearest to the report's day, where the side that the clause does not speak of counts as
    /// farther away. (A tense can be misread; news seldom names a day so far off without its year.)
    /// </summary>
    /// <param name="setting">Report's day and tense.</param>
    /// <param name="inYear">The interval in a given year, or null where it has none (February 29).</param>
    /// <returns>The year, or null without a report's day.</returns>
    public static int? For(Setting setting, Func<int, DayInterval?> inYear)
    {
        if (setting.Published is not { } day)
        {
            return null;
        }

        int? best = null;
        var bestRank = int.MaxValue;
        for (var year = day.Year + 1; year >= day.Year - 4; year--)
        {
            if (inYear(year) is { } interval && Rank(interval, day, setting.Direction) is var rank && rank < bestRank)
            {
                (best, bestRank) = (year, rank);
            }
        }

        return best;
    }

    // Days between the report and the interval; more where the interval lies on the side that the clause does not speak of.
    private static int Rank(DayInterval interval, LocalDate day, Direction direction)
    {
        const int WrongSide = 200;
        var behind = interval.End is { } end && end < day ? Period.DaysBetween(end, day) : 0;
        var ahead = interval.Start > day ? Period.DaysBetween(day, interval.Start) : 0;
        return direction switch
        {
            Direction.Past => 2 * (behind + ahead + (ahead > 0 ? WrongSide : 0)),
            Direction.Future => 2 * (behind + ahead + (behind > 0 ? WrongSide : 0)),
            _ => 2 * (behind + ahead) + (ahead > 0 ? 1 : 0),
        };
    }
}
