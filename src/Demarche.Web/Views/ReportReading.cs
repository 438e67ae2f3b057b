using System.Collections.Concurrent;
using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Statements;
using Demarche.Store;
using Demarche.Time;
using Demarche.Web.Parts;

namespace Demarche.Web.Views;

/// <summary>A report as Demarche reads it, for showing. Immutable.</summary>
/// <param name="Stated">What was found in it; null where it is too long to be read again for a page.</param>
/// <param name="Marks">Actors, places, times and quotations.</param>
public sealed record ReportReading(StatedReport? Stated, ImmutableArray<TextMark> Marks)
{
    /// <summary>What is seen in a report.</summary>
    public static ReportReading Seen(StatedReport stated) => new(stated, [.. MarksOf(stated)]);

    private static IEnumerable<TextMark> MarksOf(StatedReport stated)
    {
        var mentioned = stated.Mentioned;
        var text = mentioned.Parsed.Report.Text;
        foreach (var quoted in stated.Quoted)
        {
            var source = string.Join(" … ", quoted.Source.Select(s => EventWords.OneLine(text[s.Start..s.End])));
            foreach (var span in quoted.Content)
            {
                yield return new TextMark(span, "quote", source.Length == 0 ? "said by somebody" : $"said by {source}");
            }
        }

        foreach (var actor in mentioned.Actors.All)
        {
            var sectors = actor.Actor.Sectors.IsEmpty ? "" : " " + string.Join(' ', actor.Actor.Sectors);
            var who = actor.Actor.Code is null && sectors.Length == 0 ? actor.Actor.Name : $"{actor.Actor.Name} ({actor.Actor.Code}{sectors})";
            yield return new TextMark(actor.Span, "actor", $"actor: {who}{(actor.Actor.Office is { } office ? ", " + office : "")}; {actor.Reason}");
        }

        // "Chile has demanded" names who acts; a place is told where the same words do not.
        var acting = mentioned.Actors.All.Where(a => a.Use != MentionUse.Place).Select(a => a.Span).ToArray();
        foreach (var place in mentioned.Places.All.Where(p => p.Place is not null && !acting.Any(a => a.Contains(p.Span))))
        {
            yield return new TextMark(place.Span, "place", $"place: {place.Place!.Name}{(place.Place.Country is { } country ? $" ({country})" : "")}; {place.Reason}");
        }

        foreach (var time in mentioned.Times.All)
        {
            yield return new TextMark(time.Span, "time", $"time: {time.Value ?? "cannot be told"}{Days(time.Interval)}; {time.Reason}");
        }
    }

    private static string Days(DayInterval? interval) => interval is not { } days ? ""
        : days.End is { } end ? end == days.Start ? $", {IsoDay.Text(days.Start)}" : $", {IsoDay.Text(days.Start)} to {IsoDay.Text(end)}"
        : $", from {IsoDay.Text(days.Start)} on";
}

/// <summary>Reads kept reports again, since the record holds events but not everything that was seen. Thread-safe; the last few are remembered.</summary>
public sealed class ReportReadings(Pipeline pipeline)
{
    /// <summary>Characters; a longer report is shown without marks.</summary>
    public const int Longest = 200_000;

    private const int MostKept = 32;
    private readonly ConcurrentDictionary<string, Lazy<ReportReading>> _read = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>A kept report, read.</summary>
    public Task<ReportReading> OfAsync(StoredReport report) => Task.Run(() => _read.GetOrAdd(report.Hash, hash =>
    {
        _order.Enqueue(hash);
        if (_order.Count > MostKept && _order.TryDequeue(out var oldest))
        {
            _read.TryRemove(oldest, out _);
        }

        return new Lazy<ReportReading>(() => Read(report));
    }).Value);

    private ReportReading Read(StoredReport kept) =>
        kept.Text.Length <= Longest && pipeline.Reader.FromText(kept.Name, kept.Text).Value is { } report
            ? ReportReading.Seen(pipeline.State(report with { Published = kept.Published ?? report.Published, Outlet = kept.Outlet ?? report.Outlet }))
            : new ReportReading(null, []);
}
