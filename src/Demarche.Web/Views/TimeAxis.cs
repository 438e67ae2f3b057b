using System.Collections.Immutable;
using System.Globalization;
using Demarche.Store;
using NodaTime;
using NodaTime.Text;

namespace Demarche.Web.Views;

/// <summary>One column of a time axis.</summary>
/// <param name="Start">Its first day, as charts want it.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day, included.</param>
/// <param name="Events">How many events begin in it.</param>
public sealed record TimePoint(DateTime Start, LocalDate First, LocalDate Last, long Events);

/// <summary>The columns of one kind of event.</summary>
/// <param name="Name">The kind, as the record has it.</param>
/// <param name="Title">The kind, for people.</param>
/// <param name="Colour">A CSS value.</param>
/// <param name="Points">One for each period, also those without any.</param>
public sealed record TimeLine(string Name, string Title, string Colour, IReadOnlyList<TimePoint> Points);

/// <summary>Events over time, counted in the store by the period that suits their extent. Immutable.</summary>
/// <param name="Period">Day, week, month or year.</param>
/// <param name="Extent">How many events, from when to when.</param>
/// <param name="Lines">The kinds.</param>
/// <param name="Undated">How many events have no day.</param>
public sealed record TimeAxis(EventField Period, EventExtent Extent, ImmutableArray<TimeLine> Lines, long Undated)
{
    private const int MostDays = 100;
    private const int MostWeeks = 3 * 53;
    private const int MostMonths = 30 * 12;
    private const int MostKinds = 8;   // more colours cannot be told apart
    private const string Other = "other";

    /// <summary>"day", "week", "month" or "year".</summary>
    public string PeriodName => Period.ToString().ToLowerInvariant();

    /// <summary>Counts the events of a view.</summary>
    public static async Task<TimeAxis> OfAsync(IEventStore store, EventView view, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(view);
        var extent = await store.ExtentAsync(view.Query, cancellation);
        if (extent is not { First: { } first, Last: { } last })
        {
            return new TimeAxis(EventField.Day, extent, [], extent.Events);
        }

        var period = PeriodOf(first, last);
        var counts = new Dictionary<(LocalDate Start, string Kind), long>();
        var undated = 0L;
        await foreach (var cell in store.CrossAsync(view.Query, period, FieldOf(view.Split), cancellation))
        {
            if (cell.Row is null)
            {
                undated += cell.Events;
            }
            else
            {
                counts[(LocalDatePattern.Iso.Parse(cell.Row).Value, cell.Column ?? Other)] = cell.Events;
            }
        }

        var totals = counts.GroupBy(c => c.Key.Kind, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(c => c.Value), StringComparer.Ordinal);
        var kinds = KindsOf(view.Split, totals);
        var starts = Starts(period, first, last).ToList();
        return new TimeAxis(period, extent, [.. kinds.Select((kind, at) => Line(kind, at))], undated);

        TimeLine Line(string kind, int at) => new(
            kind, TitleOf(view.Split, kind), ColourOf(view.Split, kind, at),
            [.. starts.Select(start => new TimePoint(start.ToDateTimeUnspecified(), start, Next(period, start).PlusDays(-1), CountOf(start, kind)))]);

        long CountOf(LocalDate start, string kind) =>
            kind == Other ? totals.Keys.Except(kinds).Sum(k => counts.GetValueOrDefault((start, k))) : counts.GetValueOrDefault((start, kind));
    }

    private static EventField FieldOf(string split) => split switch { "type" => EventField.Type, "status" => EventField.Status, _ => EventField.Quad };

    private static EventField PeriodOf(LocalDate first, LocalDate last) => (NodaTime.Period.DaysBetween(first, last) + 1) switch
    {
        <= MostDays => EventField.Day,
        <= MostWeeks * 7 => EventField.Week,
        <= MostMonths * 31 => EventField.Month,
        _ => EventField.Year,
    };

    private static IEnumerable<LocalDate> Starts(EventField period, LocalDate first, LocalDate last)
    {
        var start = period switch
        {
            EventField.Week => first.PlusDays(1 - (int)first.DayOfWeek),
            EventField.Month => new LocalDate(first.Year, first.Month, 1),
            EventField.Year => new LocalDate(first.Year, 1, 1),
            _ => first,
        };
        for (; start <= last; start = Next(period, start))
        {
            yield return start;
        }
    }

    private static LocalDate Next(EventField period, LocalDate start) => period switch
    {
        EventField.Week => start.PlusDays(7),
        EventField.Month => start.PlusMonths(1),
        EventField.Year => start.PlusYears(1),
        _ => start.PlusDays(1),
    };

    private static List<string> KindsOf(string split, Dictionary<string, long> totals) => split switch
    {
        "quad" => ["2", "1", "3", "4"],   // deeds outside, words inside
        "status" => [.. Parts.EventWords.Statuses.Where(totals.ContainsKey)],
        _ when totals.Count <= MostKinds => [.. totals.OrderByDescending(t => t.Value).Select(t => t.Key)],
        _ => [.. totals.OrderByDescending(t => t.Value).Take(MostKinds - 1).Select(t => t.Key), Other],
    };

    private static string TitleOf(string split, string kind) => split switch
    {
        "quad" => Parts.EventWords.Quad(int.Parse(kind, CultureInfo.InvariantCulture)),
        "status" => Parts.EventWords.Status(kind),
        _ => kind,
    };

    private static string ColourOf(string split, string kind, int at) => split == "quad" ? $"var(--quad-{kind})" : $"var(--kind-{at + 1})";
}
