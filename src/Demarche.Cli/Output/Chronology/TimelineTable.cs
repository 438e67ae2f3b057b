using Demarche.Chronology;
using Demarche.Coding;
using Spectre.Console;

namespace Demarche.Cli.Output.Chronology;

/// <summary>A chronology for people: a line an act with date, who, what, status and sources; below it the sentence, and what sources differ in.</summary>
internal static class TimelineTable
{
    private const int NarrowestUseful = 80;
    private const int Indent = 4;
    private static readonly string[] Heads = ["date", "who", "what", "status", "sources"];
    private static readonly int[] Shares = [15, 43, 22, 13, 7];   // per cent of the width: date, who, what, status, sources

    public static void Write(IReadOnlyList<EventCluster> clusters, TextWriter output)
    {
        var console = Consoles.Of(output);
        var width = Math.Max(NarrowestUseful, console.Profile.Width);
        console.Profile.Width = width;
        if (clusters.Count == 0)
        {
            console.WriteLine("no event is known");
            return;
        }

        console.Write(Row(width, [.. Heads.Select(h => new Text(h, new Style(decoration: Decoration.Dim)))]));
        foreach (var one in clusters)
        {
            console.Write(Row(
                width,
                new Text(ClusterWords.Days(one)),
                new Text(ClusterWords.Who(one), new Style(decoration: Decoration.Bold)),
                new Text(ClusterWords.What(one.Act) + (one.Place is { } place ? $", {place.Name}" : ""), new Style(EventColours.Of((Quad)one.Act.Quad))),
                new Text(one.Status),
                new Text(one.Sources.ToString())));
            if (ClusterWords.Quote(one) is { Length: > 0 } quote)
            {
                console.Write(Indented(new Text(quote)));
            }

            console.Write(Indented(new Text(SourcesOf(one), new Style(decoration: Decoration.Italic))));
            foreach (var difference in one.Disagreements)
            {
                console.Write(Indented(new Text($"{difference.Aspect} differs: {string.Join("; ", difference.Values)}", new Style(Color.Yellow))));
            }
        }

        console.WriteLine();
        console.WriteLine($"{clusters.Count} act{(clusters.Count == 1 ? "" : "s")}");
    }

    // "happened: Reuters, AP · planned: AP"; the status is left out where there is one alone.
    private static string SourcesOf(EventCluster one) => string.Join(" · ", one.Statuses.Select(s => one.Statuses.Length == 1 ? string.Join(", ", s.Sources) : s.ToString()));

    private static Padder Indented(Text line) => new(line, new Padding(Indent, 0, 0, 0));

    private static Grid Row(int width, params Text[] cells)
    {
        var grid = new Grid();
        foreach (var share in Shares)
        {
            grid.AddColumn(new GridColumn { Width = (width * share / 100) - 1, Padding = new Padding(0, 0, 1, 0) });
        }

        grid.AddRow([.. cells]);
        return grid;
    }
}
