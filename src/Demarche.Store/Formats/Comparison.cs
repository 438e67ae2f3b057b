using System.Collections.Immutable;
using Demarche.Coding.Records;
using NodaTime;

namespace Demarche.Store.Formats;

/// <summary>Two sets of events, laid beside each other. Immutable.</summary>
/// <param name="Months">Each dyad and month with how many events each side has, the most of both first.</param>
/// <param name="Matched">Events of the first that have one of the second on the same day, between the same two, in the same quad; each is matched once.</param>
/// <param name="OnlyFirst">The first's without a match.</param>
/// <param name="OnlySecond">The second's without a match.</param>
/// <param name="Correlation">Pearson's r over the months of all dyads that either side has; null where one side does not vary.</param>
public sealed record Comparison(ImmutableArray<DyadMonth> Months, int Matched, ImmutableArray<EventRecord> OnlyFirst, ImmutableArray<EventRecord> OnlySecond, double? Correlation)
{
    /// <summary>Compares; an event without a day or without two known codes takes no part.</summary>
    public static Comparison Of(IEnumerable<EventRecord> first, IEnumerable<EventRecord> second)
    {
        var (a, b) = (Keyed(first), Keyed(second));
        var waiting = b.GroupBy(k => k.Key).ToDictionary(g => g.Key, g => new Queue<EventRecord>(g.Select(k => k.Event)));
        var only = ImmutableArray.CreateBuilder<EventRecord>();
        var matched = 0;
        foreach (var (key, one) in a)
        {
            if (waiting.TryGetValue(key, out var same) && same.TryDequeue(out _))
            {
                matched++;
            }
            else
            {
                only.Add(one);
            }
        }

        var months = MonthsOf(a, b);
        return new Comparison(months, matched, only.ToImmutable(), [.. waiting.Values.SelectMany(w => w)], Pearson(months));
    }

    // The two in alphabetical order: a meeting has no direction, and coders differ on whose visit it is.
    private static List<(Key Key, EventRecord Event)> Keyed(IEnumerable<EventRecord> events)
    {
        var keyed = new List<(Key, EventRecord)>();
        var sides = new OtherSides();
        foreach (var one in events.Where(e => e.Date is not null && e.IsDone()))
        {
            var pairs = EventPairs.Of(one).Where(p => p.Actor.Code is not null && p.Recipient?.Code is not null && p.Actor.Code != p.Recipient.Code)
                .Select(p => string.CompareOrdinal(p.Actor.Code, p.Recipient!.Code) < 0 ? (p.Actor.Code!, p.Recipient.Code!) : (p.Recipient.Code!, p.Actor.Code!)).Distinct();
            keyed.AddRange(pairs.Where(_ => !sides.Take(one)).Select(p => (new Key(one.Date!.Value, p.Item1, p.Item2, one.Quad), one)));
        }

        return keyed;
    }

    private static ImmutableArray<DyadMonth> MonthsOf(List<(Key Key, EventRecord Event)> a, List<(Key Key, EventRecord Event)> b)
    {
        var counts = new Dictionary<(string, string, YearMonth), (int First, int Second)>();
        Count(a, (1, 0));
        Count(b, (0, 1));
        return [.. counts.Select(c => new DyadMonth(c.Key.Item1, c.Key.Item2, c.Key.Item3, c.Value.First, c.Value.Second))
            .OrderByDescending(m => m.First + m.Second).ThenBy(m => m.One, StringComparer.Ordinal).ThenBy(m => m.Other, StringComparer.Ordinal)
            .ThenBy(m => m.Month.ToString("uuuu-MM", null), StringComparer.Ordinal)];

        void Count(List<(Key Key, EventRecord Event)> side, (int First, int Second) add)
        {
            foreach (var (key, _) in side)
            {
                var at = (key.One, key.Other, key.Day.ToYearMonth());
                var was = counts.GetValueOrDefault(at);
                counts[at] = (was.First + add.First, was.Second + add.Second);
            }
        }
    }

    private static double? Pearson(ImmutableArray<DyadMonth> months)
    {
        if (months.Length < 2)
        {
            return null;
        }

        double x = months.Average(m => m.First), y = months.Average(m => m.Second);
        double xx = months.Sum(m => (m.First - x) * (m.First - x)), yy = months.Sum(m => (m.Second - y) * (m.Second - y));
        return xx == 0 || yy == 0 ? null : months.Sum(m => (m.First - x) * (m.Second - y)) / Math.Sqrt(xx * yy);
    }

    private readonly record struct Key(LocalDate Day, string One, string Other, int Quad);
}

/// <summary>How many events of two who deal with each other each side has in a month.</summary>
/// <param name="One">The first of the two codes in alphabetical order.</param>
/// <param name="Other">The second.</param>
/// <param name="Month">The month.</param>
/// <param name="First">Events of the first side.</param>
/// <param name="Second">Events of the second side.</param>
public sealed record DyadMonth(string One, string Other, YearMonth Month, int First, int Second);
