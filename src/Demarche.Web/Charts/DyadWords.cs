using System.Globalization;
using Demarche.Chronology;

namespace Demarche.Web.Charts;

/// <summary>Changes of a dyad in words.</summary>
internal static class DyadWords
{
    /// <summary>"From 1 May 2018: mean scale 2.1 instead of −3.0".</summary>
    public static string Change(SeriesChange change, SeriesPeriod by) => string.Create(
        CultureInfo.InvariantCulture,
        $"From {ClusterWords.Days(change.From, change.From)}: {(change.Measure == "events" ? $"{change.After:0.#} events a {(by == SeriesPeriod.Week ? "week" : "month")} instead of {change.Before:0.#}" : $"mean scale {change.After:0.0} instead of {change.Before:0.0}")}");
}
