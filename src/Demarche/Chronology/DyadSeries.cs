using System.Collections.Immutable;
using NodaTime;

namespace Demarche.Chronology;

/// <summary>The dealings of two by week or month: how many, how friendly, and where that changed. Immutable.</summary>
/// <param name="By">Length of a period.</param>
/// <param name="Periods">Every period from the first to the last with an event, also those without any.</param>
/// <param name="Changes">Where the number of events or their mean score changed, by day.</param>
/// <param name="LeftOut">Events that took place but whose days are not known to a period.</param>
public sealed record DyadSeries(SeriesPeriod By, ImmutableArray<DyadPeriod> Periods, ImmutableArray<SeriesChange> Changes, int LeftOut)
{
    private const int Widest = 31;           // days; what is vaguer belongs to no period
    private const double CountVariance = 1;  // of a Poisson count after Anscombe's transformation
    private const double ScoreVariance = 1;  // on a scale of 20 points

    /// <summary>Counts merged events: what happened or lasts, each act once however many reports tell of it.</summary>
    /// <param name="clusters">The events of the dyad, in any order.</param>
    /// <param name="by">Length of a period; weeks begin on Monday.</param>
    public static DyadSeries Of(IEnumerable<EventCluster> clusters, SeriesPeriod by)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        var happened = clusters.Where(c => c.Status is "happened" or "ongoing").ToList();
        var known = happened.Where(c => c.Date is { } day && Period.DaysBetween(day, c.EndDate ?? day) < (by == SeriesPeriod.Week ? 7 : Widest)).ToLookup(c => StartOf(c.Date!.Value, by));
        if (known.Count == 0)
        {
            return new DyadSeries(by, [], [], happened.Count);
        }

        var periods = ImmutableArray.CreateBuilder<DyadPeriod>();
        var last = known.Max(g => g.Key);
        for (var start = known.Min(g => g.Key); start <= last; start = Next(start, by))
        {
            var events = known[start].ToList();
            periods.Add(new DyadPeriod(start, Next(start, by).PlusDays(-1), events.Count, events.Count(e => e.Act.Quad is 1 or 2), events.Count(e => e.Act.Quad is 3 or 4),
                events.Count == 0 ? null : events.Average(e => e.Act.Scale)));
        }

        return OfPeriods(by, periods.ToImmutable(), happened.Count - known.Sum(g => g.Count()));
    }

    /// <summary>Finds the changes in periods that were counted elsewhere, in a database.</summary>
    /// <param name="by">Length of a period.</param>
    /// <param name="periods">Every period from the first to the last with an event, also those without any.</param>
    /// <param name="leftOut">Events that took place but whose days are not known to a period.</param>
    public static DyadSeries OfPeriods(SeriesPeriod by, ImmutableArray<DyadPeriod> periods, int leftOut) => new(by, periods, [.. Changed(periods)], leftOut);

    private static IEnumerable<SeriesChange> Changed(ImmutableArray<DyadPeriod> periods)
    {
        // Anscombe (1948): makes the variance of counts the same whatever their mean.
        var counts = Cut([.. periods], [.. periods.Select(p => 2 * Math.Sqrt(p.Events + 0.375))], [.. periods.Select(_ => 1.0)], CountVariance, "events", all => all.Average(p => p.Events));
        DyadPeriod[] scored = [.. periods.Where(p => p.MeanScore is not null)];
        var scores = Cut(scored, [.. scored.Select(p => p.MeanScore!.Value)], [.. scored.Select(p => (double)p.Events)], ScoreVariance, "score",
            all => all.Sum(p => p.MeanScore!.Value * p.Events) / all.Sum(p => p.Events));
        return counts.Concat(scores).OrderBy(c => c.From).ThenBy(c => c.Measure, StringComparer.Ordinal);
    }

    private static IEnumerable<SeriesChange> Cut(
        DyadPeriod[] periods, double[] values, double[] weights, double variance, string measure, Func<IEnumerable<DyadPeriod>, double> mean)
    {
        var cuts = ChangePoints.Find(values, weights, variance);
        for (var i = 0; i < cuts.Count; i++)
        {
            var (before, end) = (i == 0 ? 0 : cuts[i - 1], i + 1 < cuts.Count ? cuts[i + 1] : periods.Length);
            yield return new SeriesChange(periods[cuts[i]].Start, measure, mean(periods[before..cuts[i]]), mean(periods[cuts[i]..end]));
        }
    }

    private static LocalDate StartOf(LocalDate day, SeriesPeriod by) =>
        by == SeriesPeriod.Month ? new LocalDate(day.Year, day.Month, 1) : day.PlusDays(1 - (int)day.DayOfWeek);

    private static LocalDate Next(LocalDate start, SeriesPeriod by) => by == SeriesPeriod.Month ? start.PlusMonths(1) : start.PlusDays(7);
}

/// <summary>Lengths of a period.</summary>
public enum SeriesPeriod
{
    /// <summary>Seven days from Monday on.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,
}

/// <summary>One period of a dyad.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day, included.</param>
/// <param name="Events">How many acts.</param>
/// <param name="Cooperation">How many of them verbal or material cooperation.</param>
/// <param name="Conflict">How many of them verbal or material conflict.</param>
/// <param name="MeanScore">Their mean on PLOVER's scale, −10 to 10; null where there are none.</param>
public sealed record DyadPeriod(LocalDate Start, LocalDate End, int Events, int Cooperation, int Conflict, double? MeanScore);

/// <summary>Where a dyad's dealings changed.</summary>
/// <param name="From">First day of the first period that differs.</param>
/// <param name="Measure">events, or score.</param>
/// <param name="Before">The mean a period before, back to the change before.</param>
/// <param name="After">The mean a period from then on, up to the next change.</param>
public sealed record SeriesChange(LocalDate From, string Measure, double Before, double After);
