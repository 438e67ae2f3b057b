using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding.Records;
using NodaTime;

namespace Demarche.Chronology;

/// <summary>Parts of a merged event in words for people.</summary>
public static class ClusterWords
{
    private const int LongestQuote = 320;

    /// <summary>"12 Jun 2018", "Jun 2018", "2006", "3 – 5 May 2020", or "no day" where nothing tells.</summary>
    public static string Days(EventCluster one) => one?.Date is { } start ? Days(start, one.EndDate ?? start) : "no day";

    /// <summary>The days from one to another, as short as may be.</summary>
    public static string Days(LocalDate start, LocalDate end) =>
        start == end ? Day(start)
        : start is { Month: 1, Day: 1 } && end is { Month: 12, Day: 31 } ? start.Year == end.Year ? Number(start.Year) : $"{start.Year} – {end.Year}"
        : start.Day == 1 && end == start.PlusMonths(1).PlusDays(-1) ? start.ToString("MMM yyyy", CultureInfo.InvariantCulture)
        : start.Year == end.Year && start.Month == end.Month ? $"{start.Day} – {Day(end)}"
        : $"{Day(start)} – {Day(end)}";

    /// <summary>"Donald Trump (USA), Kim Jong-un (PRK)".</summary>
    public static string Names(ImmutableArray<ParticipantRecord> all) =>
        string.Join(", ", all.Select(p => p.Code is null ? p.Name : $"{p.Name} ({p.Code})").Distinct(StringComparer.Ordinal));

    /// <summary>"Turkey (TUR) → Israel (ISR)".</summary>
    public static string Who(EventCluster one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one.Recipients.IsEmpty ? Names(one.Actors) : $"{Names(one.Actors)} → {Names(one.Recipients)}";
    }

    /// <summary>"THREATEN restrict (SANCTION)".</summary>
    public static string What(ActRecord act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var words = act.Mode is { } mode ? $"{act.Type} {mode}" : act.Type;
        return act.Content is { } content && content.Type != act.Type ? $"{words} ({What(content)})" : words;
    }

    /// <summary>The sentence of the member that the head fields come from, on one line and no longer than a few lines.</summary>
    public static string Quote(EventCluster one)
    {
        ArgumentNullException.ThrowIfNull(one);
        var lead = one.Evidence.FirstOrDefault(e => ReferenceEquals(e.Told.Act, one.Act)) ?? one.Evidence.First();
        var text = string.Join(' ', lead.Told.Event.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= LongestQuote ? text : text[..text.LastIndexOf(' ', LongestQuote)] + " …";
    }

    /// <summary>Who says so, each once, the reports' own words aside.</summary>
    public static ImmutableArray<string> Speakers(EventCluster one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return [.. one.Evidence.Select(e => e.Speaker).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    internal static string Day(LocalDate day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Number(int year) => year.ToString(CultureInfo.InvariantCulture);
}
