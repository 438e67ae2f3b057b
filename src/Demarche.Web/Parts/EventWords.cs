using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Demarche.Chronology;
using Demarche.Coding.Records;

namespace Demarche.Web.Parts;

/// <summary>Parts of an event in words for people.</summary>
internal static class EventWords
{
    /// <summary>"12 Jun 2018", or "no day".</summary>
    public static string Days(ActRecord act) => act.Date is { } start ? ClusterWords.Days(start, act.EndDate ?? start) : "no day";

    /// <summary>"Donald Trump, Kim Jong Un".</summary>
    public static string Names(ImmutableArray<ParticipantRecord> all) => string.Join(", ", all.Select(p => p.Name).Distinct(StringComparer.Ordinal));

    /// <summary>"REJECT meet (CONSULT)".</summary>
    public static string What(ActRecord act) => ClusterWords.What(act);

    /// <summary>"verbal cooperation".</summary>
    public static string Quad(int quad) => quad switch
    {
        1 => "verbal cooperation",
        2 => "material cooperation",
        3 => "verbal conflict",
        4 => "material conflict",
        _ => "no class",
    };

    /// <summary>Every status, by its name in the record.</summary>
    public static IReadOnlyList<string> Statuses { get; } = Demarche.Statements.StatusNames.All.Split(", ");

    /// <summary>"did not happen".</summary>
    public static string Status(string status) => status.Replace('-', ' ');

    /// <summary>"John Bolton in an interview, according to CBS (reportedly)"; the report itself where nobody else says so.</summary>
    public static string SaidBy(EventRecord one)
    {
        var said = new StringBuilder();
        foreach (var link in one.Attribution.Where(a => a is not { Name: null, Text: null }))
        {
            said.Append(said.Length == 0 ? "" : ", according to ").Append(link.Name ?? link.Text);
            if (link.Medium is { } medium)
            {
                said.Append(CultureInfo.InvariantCulture, $" in {("aeiou".Contains(medium[0], StringComparison.Ordinal) ? "an" : "a")} {medium}");
            }

            if (link.Outlet is { } outlet)
            {
                said.Append(CultureInfo.InvariantCulture, $", carried by {outlet}");
            }

            if (link.Date is { } day)
            {
                said.Append(CultureInfo.InvariantCulture, $" on {ClusterWords.Days(day, day)}");
            }
        }

        if (said.Length == 0)
        {
            said.Append(one.Citation.Agency ?? one.Citation.Publication ?? "the report");
            said.Append(one.Citation.Agency is null ? "" : $", carried by {one.Citation.Publication}");
        }

        return one.Attribution.Select(a => a.Hedge).FirstOrDefault(h => h is not null) is { } hedge ? said.Append(CultureInfo.InvariantCulture, $" ({hedge})").ToString() : said.ToString();
    }

    /// <summary>On one line.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A number of things: "1,204 events".</summary>
    public static string Count(long count, string one, string? many = null) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many ?? one + "s")}";
}
