using CsCheck;
using Demarche.Chronology;
using NodaTime;

namespace Demarche.Tests.Chronology;

/// <summary>Counts, scores and their changes.</summary>
public class DyadSeriesTests
{
    private static readonly LocalDate Start = new(2015, 1, 1);

    [Fact]
    public void Every_month_from_the_first_to_the_last_event_is_there()
    {
        var series = DyadSeries.Of([Cluster(0, 4), Cluster(2, -9), Cluster(70, -5), Cluster(71, 4) with { Status = "planned" }], SeriesPeriod.Month);
        Assert.Equal([2, 0, 1], series.Periods.Select(p => p.Events));
        Assert.Equal([1, 0, 0], series.Periods.Select(p => p.Cooperation));
        Assert.Equal([-2.5, null, -5], series.Periods.Select(p => p.MeanScore));
        Assert.Empty(series.Changes);
    }

    [Fact]
    public void Weeks_begin_on_Monday() =>
        Assert.Equal(IsoDayOfWeek.Monday, DyadSeries.Of([Cluster(3, 1)], SeriesPeriod.Week).Periods[0].Start.DayOfWeek);

    [Fact]
    public void What_is_known_to_a_year_only_is_left_out_and_counted()
    {
        var series = DyadSeries.Of([Cluster(0, 4), Cluster(0, 4) with { EndDate = Start.PlusYears(1) }], SeriesPeriod.Month);
        Assert.Equal((1, 1), (series.Periods.Sum(p => p.Events), series.LeftOut));
    }

    [Fact]
    public void A_turn_from_talks_to_blows_is_found_in_its_month()
    {
        var clusters = Enumerable.Range(0, 36).SelectMany(m => Enumerable.Range(0, 5).Select(i => Cluster(0, m < 20 ? 4 + (i % 3) : -7 - (i % 3)) with { Date = Start.PlusMonths(m), EndDate = Start.PlusMonths(m) }));
        var change = Assert.Single(DyadSeries.Of(clusters, SeriesPeriod.Month).Changes);
        Assert.Equal(("score", Start.PlusMonths(20)), (change.Measure, change.From));
        Assert.True(change.Before > 3 && change.After < -6);
    }

    [Fact]
    public void A_surge_of_events_is_found() =>
        Assert.Contains(DyadSeries.Of(Enumerable.Range(0, 40).SelectMany(w => Enumerable.Range(0, w < 25 ? 1 : 12).Select(_ => Cluster(w * 7, 1))), SeriesPeriod.Week).Changes,
            c => c.Measure == "events" && Period.DaysBetween(Start, c.From) is >= 165 and <= 180);

    // Seeds are fixed, so that a rare false alarm is either always here or never.
    [Fact]
    public void Stationary_noise_raises_no_alarm()
    {
        var alarms = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            var n = random.Next(8, 400);
            var spread = Math.Exp((random.NextDouble() * 6) - 3);
            double[] noise = [.. Enumerable.Range(0, n).Select(_ => spread * Normal(random))];
            double[] weights = [.. Enumerable.Range(0, n).Select(_ => 1.0)];
            alarms += ChangePoints.Find(noise, weights, 0).Count;
            var mean = Math.Exp((random.NextDouble() * 6) - 2);
            double[] counts = [.. Enumerable.Range(0, n).Select(_ => 2 * Math.Sqrt(Poisson(random, mean) + 0.375))];
            alarms += ChangePoints.Find(counts, weights, 1).Count;
        }

        Assert.InRange(alarms, 0, 2);
    }

    [Fact]
    public void Segments_are_never_shorter_than_four() => Gen.Double[-10, 10].Array[0, 120].Sample(values =>
    {
        var cuts = ChangePoints.Find(values, Enumerable.Repeat(1.0, values.Length).ToArray(), 1e-6);
        var all = cuts.Prepend(0).Append(values.Length).ToList();
        return cuts.Count == 0 || all.Zip(all.Skip(1)).All(p => p.Second - p.First >= 4);
    });

    private static EventCluster Cluster(int day, double scale) => new()
    {
        Id = "x",
        Date = Start.PlusDays(day),
        EndDate = Start.PlusDays(day),
        Status = "happened",
        Evidence = [],
        Act = Acts.Event("a@1:X", "USA", "PRK", "CONSULT", Start) with { Scale = scale, Quad = scale > 0 ? 1 : 4 },
    };

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static int Poisson(Random random, double mean)
    {
        var (count, product, least) = (0, random.NextDouble(), Math.Exp(-mean));
        for (; product > least; count++)
        {
            product *= random.NextDouble();
        }

        return count;
    }
}
