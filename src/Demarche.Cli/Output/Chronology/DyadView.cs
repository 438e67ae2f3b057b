using System.Globalization;
using Demarche.Chronology;
using NodaTime;
using Spectre.Console;

namespace Demarche.Cli.Output.Chronology;

/// <summary>A dyad's series, for people and for programs.</summary>
internal static class DyadView
{
    public static void WriteRows(DyadSeries series, TextWriter output)
    {
        CsvText.Row(["start", "end", "events", "cooperation", "conflict", "mean_score", "change"], output);
        foreach (var period in series.Periods)
        {
            CsvText.Row(
            [
                IsoDay.Text(period.Start), IsoDay.Text(period.End), Number(period.Events), Number(period.Cooperation), Number(period.Conflict), period.MeanScore is { } score ? Number(Math.Round(score, 3)) : null,
                string.Join(';', series.Changes.Where(c => c.From == period.Start).Select(c => c.Measure)),
            ], output);
        }
    }

    public static void WriteTable(string title, DyadSeries series, TextWriter output)
    {
        var console = Consoles.Of(output);
        if (series.Periods.IsEmpty)
        {
            console.WriteLine($"{title}: no event that took place is known");
            return;
        }

        var all = series.Periods.Sum(p => p.Events);
        console.WriteLine($"{title}: {all} act{(all == 1 ? "" : "s")}, {series.Periods.Sum(p => p.Cooperation)} of cooperation and {series.Periods.Sum(p => p.Conflict)} of conflict, "
            + $"mean score {Score(series.Periods.Sum(p => (p.MeanScore ?? 0) * p.Events) / all)}");
        var width = Math.Max(20, console.Profile.Width - 14);
        foreach (var stretch in series.Periods.Chunk(width))
        {
            console.WriteLine($"{Name(stretch[0].Start, series.By)} – {Name(stretch[^1].Start, series.By)}");
            console.WriteLine("  events  " + Sparkline.Of([.. stretch.Select(p => (double?)p.Events)], 0, series.Periods.Max(p => p.Events)));
            console.WriteLine("  score   " + Sparkline.Of([.. stretch.Select(p => p.MeanScore)], -10, 10));
        }

        var grid = new Grid().AddColumns(5);
        grid.AddRow("period", "events", "cooperation", "conflict", "mean score");
        foreach (var period in series.Periods.Where(p => p.Events > 0))
        {
            grid.AddRow(Name(period.Start, series.By), Number(period.Events), Number(period.Cooperation), Number(period.Conflict), Score(period.MeanScore!.Value));
        }

        console.Write(grid);
        foreach (var change in series.Changes)
        {
            console.WriteLine(change.Measure == "events"
                ? $"change from {Name(change.From, series.By)}: {change.Before.ToString("0.0", CultureInfo.InvariantCulture)} acts a {series.By.ToString().ToLowerInvariant()} before, {change.After.ToString("0.0", CultureInfo.InvariantCulture)} after"
                : $"change from {Name(change.From, series.By)}: mean score {Score(change.Before)} before, {Score(change.After)} after");
        }

        if (series.Changes.IsEmpty)
        {
            console.WriteLine("no change of level is sure");
        }

        if (series.LeftOut > 0)
        {
            console.WriteLine($"{series.LeftOut} more that took place on days not known well enough");
        }
    }

    private static string Name(LocalDate start, SeriesPeriod by) => by == SeriesPeriod.Month ? start.ToString("MMM yyyy", CultureInfo.InvariantCulture) : IsoDay.Text(start);

    private static string Score(double score) => score.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
