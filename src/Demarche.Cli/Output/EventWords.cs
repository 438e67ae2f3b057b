using System.Globalization;
using System.Text;
using Demarche.Coding;
using Demarche.Statements;
using Demarche.Time;
using NodaTime;

namespace Demarche.Cli.Output;

/// <summary>Parts of an event in words for people.</summary>
internal static class EventWords
{
    /// <summary>The report's name, outlet and day: "samples/summit.txt · AP · 12 June 2018".</summary>
    public static string Title(CodedReport report)
    {
        var title = report.Report.Name;
        if (report.Report.Outlet is { } outlet)
        {
            title += " · " + outlet;
        }

        if (report.Report.Agency is { } agency)
        {
            title += ", filed by " + agency;
        }

        return report.Report.Published is { } day ? $"{title} · {Day(day)}"
            : report.Stated.Mentioned.Times.Written is { IsNarrow: true } written ? $"{title} · written {Interval(new DayInterval(written.Earliest, written.Latest))}"
            : title;
    }

    /// <summary>"12 Jun 2018", "Jun 2018", "2006 – ongoing", or "–" where nothing tells.</summary>
    public static string Date(CodedEvent coded) => coded.Date is { } date ? Interval(date.Interval) : "–";

    /// <summary>"Donald Trump (USA), North Korea".</summary>
    public static string Names(IEnumerable<Participant> participants) => string.Join(", ", participants.Select(Name).Distinct(StringComparer.Ordinal));

    /// <summary>"REJECT meet".</summary>
    public static string Event(CodedEvent coded)
    {
        var words = coded.Mode is { } mode ? $"{coded.Type.Name} {mode}" : coded.Type.Name;
        return coded.Content is { } content && content.Type.Name != coded.Type.Name ? $"{words} ({Event(content)})" : words;
    }

    /// <summary>"possible, says John Bolton in an interview on Thursday".</summary>
    public static string Says(CodedEvent coded, CodedReport report)
    {
        var said = new StringBuilder(StatusNames.Of(coded.Statement.Status));
        if (coded.Statement.Hedge is { } hedge)
        {
            said.Append(CultureInfo.InvariantCulture, $" ({hedge})");
        }

        if (coded.Statement.Attribution.IsEmpty)
        {
            said.Append(", says ").Append(report.Report.Agency ?? report.Report.Outlet ?? "the report");
            return report.Report.Agency is null ? said.ToString() : said.Append(", carried by ").Append(report.Report.Outlet).ToString();
        }

        foreach (var link in coded.Statement.Attribution)
        {
            // The nearest says it; those further out say that he does.
            var says = link == coded.Statement.Attribution[0] ? "says" : "according to";
            said.Append(CultureInfo.InvariantCulture, $", {says} {link.Speaker?.Actor.Name ?? link.SpeakerText ?? "somebody"}");
            if (link.Medium is { } medium)
            {
                said.Append(CultureInfo.InvariantCulture, $" in {("aeiou".Contains(medium[0], StringComparison.Ordinal) ? "an" : "a")} {medium}");
            }

            if (link.Carrier is { } carrier)
            {
                said.Append(CultureInfo.InvariantCulture, $" carried by {carrier}");
            }

            if (link.Said?.Interval is { } day)
            {
                said.Append(CultureInfo.InvariantCulture, $" on {Interval(day)}");
            }
            else if (link.Said is { Kind: TimeKind.Date, Value: not ("PAST_REF" or "PRESENT_REF" or "FUTURE_REF") } time)
            {
                said.Append(CultureInfo.InvariantCulture, $", {report.Report.Text[time.Span.Start..time.Span.End]}");
            }
        }

        return said.ToString();
    }

    private static string Name(Participant participant) => Name(participant.Actor);

    /// <summary>"Donald Trump (USA GOV)".</summary>
    public static string Name(Demarche.Actors.Actor actor)
    {
        var tags = actor.Code is null ? string.Join(' ', actor.Sectors) : string.Join(' ', new[] { actor.Code }.Concat(actor.Sectors.Take(1)));
        return tags.Length == 0 ? actor.Name : $"{actor.Name} ({tags})";
    }

    /// <summary>"12 Jun 2018", "Jun 2018", "2006 – ongoing".</summary>
    public static string Interval(DayInterval days) => days.End switch
    {
        null => $"{Day(days.Start)} – ongoing",
        { } end when end == days.Start => Day(days.Start),
        { } end when IsWholeYear(days.Start, end) => days.Start.Year.ToString(CultureInfo.InvariantCulture),
        { } end when IsWholeMonth(days.Start, end) => days.Start.ToString("MMM yyyy", CultureInfo.InvariantCulture),
        { } end => $"{Day(days.Start)} – {Day(end)}",
    };

    private static bool IsWholeYear(LocalDate start, LocalDate end) => start is { Month: 1, Day: 1 } && end == start.PlusYears(1).PlusDays(-1);

    private static bool IsWholeMonth(LocalDate start, LocalDate end) => start.Day == 1 && end == start.PlusMonths(1).PlusDays(-1);

    private static string Day(LocalDate day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
