using System.Globalization;
using Demarche.Chronology;

namespace Demarche.Cli.Output.Chronology;

/// <summary>A chronology as CSV (RFC 4180): an act a row, several values in one cell joined by ";".</summary>
internal static class TimelineRows
{
    private static readonly string[] Columns =
    [
        "id", "date", "enddate", "actor", "actor_code", "recipient", "recipient_code", "event", "mode", "content", "quad_code", "event_scale", "place", "status",
        "statuses", "disagreements", "sources", "tellings", "outlets", "said_by", "text", "urls",
    ];

    public static void Write(IEnumerable<EventCluster> clusters, TextWriter output)
    {
        CsvText.Row(Columns, output);
        foreach (var one in clusters)
        {
            CsvText.Row(
            [
                one.Id, IsoDay.Text(one.Date), IsoDay.Text(one.EndDate), Joined(one.Actors.Select(a => a.Name)), Joined(one.Actors.Select(a => a.Code)), Joined(one.Recipients.Select(a => a.Name)),
                Joined(one.Recipients.Select(a => a.Code)), one.Act.Type, one.Act.Mode, one.Act.Content is { } content ? ClusterWords.What(content) : null,
                Number(one.Act.Quad), Number(one.Act.Scale), one.Place?.Name, one.Status, one.Statuses.Length > 1 ? Joined(one.Statuses.Select(s => s.ToString())) : null,
                Joined(one.Disagreements.Select(d => $"{d.Aspect} {string.Join(" / ", d.Values)}")), Number(one.Sources), Number(one.Evidence.Length),
                Joined(one.Evidence.Select(e => e.Outlet)), Joined(ClusterWords.Speakers(one)), ClusterWords.Quote(one), Joined(one.Evidence.Select(e => e.Told.Event.Citation.Url)),
            ], output);
        }
    }

    private static string Joined(IEnumerable<string?> values) => string.Join(';', values.OfType<string>().Distinct(StringComparer.Ordinal));

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
