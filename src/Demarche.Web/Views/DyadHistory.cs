using System.Collections.Immutable;
using Demarche.Chronology;
using Demarche.Store;
using Demarche.Store.Formats;
using NodaTime;
using NodaTime.Text;

namespace Demarche.Web.Views;

/// <summary>What two did to each other over time, each act counted once, and in each direction. Immutable.</summary>
/// <param name="Both">Dealings either way, with their changes.</param>
/// <param name="Forth">What the first did to the second.</param>
/// <param name="Back">What the second did to the first.</param>
public sealed record DyadHistory(DyadSeries Both, DyadSeries Forth, DyadSeries Back)
{
    private const int MostWeeks = 160;

    /// <summary>Counts the dealings of the two whom a view names.</summary>
    /// <param name="store">The record.</param>
    /// <param name="view">Names both, and the days.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<DyadHistory> OfAsync(IEventStore store, EventView view, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(view);
        var asked = view.Query with { Limit = null, After = null, OnePerCluster = true, Statuses = view.Statuses.IsEmpty ? [.. EventFormats.Done] : view.Statuses };
        var extent = await store.ExtentAsync(asked, cancellation);
        var weeks = extent is { First: { } first, Last: { } last } ? Period.DaysBetween(first, last) / 7 : 0;
        var by = weeks <= MostWeeks ? SeriesPeriod.Week : SeriesPeriod.Month;
        return new DyadHistory(
            await CountedAsync(store, asked, by, cancellation),
            await CountedAsync(store, asked with { Between = null, Actor = view.Actor, Recipient = view.With }, by, cancellation),
            await CountedAsync(store, asked with { Between = null, Actor = view.With, Recipient = view.Actor }, by, cancellation));
    }

    private static async Task<DyadSeries> CountedAsync(IEventStore store, EventQuery query, SeriesPeriod by, CancellationToken cancellation)
    {
        var found = new SortedDictionary<LocalDate, EventTally>();
        var undated = 0L;
        await foreach (var tally in store.TallyAsync(query, by == SeriesPeriod.Week ? EventField.Week : EventField.Month, cancellation))
        {
            if (tally.Value is { } start)
            {
                found[LocalDatePattern.Iso.Parse(start).Value] = tally;
            }
            else
            {
                undated = tally.Events;
            }
        }

        var periods = ImmutableArray.CreateBuilder<DyadPeriod>();
        if (found.Count > 0)
        {
            var last = found.Keys.Last();
            for (var start = found.Keys.First(); start <= last; start = Next(start))
            {
                var tally = found.GetValueOrDefault(start);
                periods.Add(new DyadPeriod(start, Next(start).PlusDays(-1), (int)(tally?.Events ?? 0), (int)(tally?.Cooperation ?? 0), (int)(tally?.Conflict ?? 0), tally?.Scale));
            }
        }

        return DyadSeries.OfPeriods(by, periods.ToImmutable(), (int)undated);

        LocalDate Next(LocalDate start) => by == SeriesPeriod.Week ? start.PlusDays(7) : start.PlusMonths(1);
    }
}
