using Demarche.Chronology;
using Demarche.Coding;
using Spectre.Console;

namespace Demarche.Cli.Output.Chronology;

/// <summary>A chronology for people: a line an act with date, who, what, status and sources; below it the sentence, and what sources differ in.</summary>
internal static class TimelineTable
{
    private static readonly string[] Heads = ["date", "who", "what", "status", "sources"];
    private static readonly int[] Shares = [15, 43, 22, 13, 7];   // per cent of the width: date, who, what, status, sources

    public static void Write(IReadOnlyList<EventCluster> clusters, TextWriter output)
    {
        var console = Consoles.Of(output);
        var width = console.Profile.Width;
        if (clusters.Count == 0)
        {
            console.WriteLine("no event is known");
            return;
        }

        console.Write(PrintedRow.Of(width, Shares, Heads.Select(h => new WrappedText(h, new Style(decoration: Decoration.Dim)))));
        foreach (var one in clusters)
        {
            console.Write(PrintedRow.Of(width, Shares,
            [
                new WrappedText(ClusterWords.Days(one)),
                new WrappedText(ClusterWords.Who(one), new Style(decoration: Decoration.Bold)),
                new WrappedText(ClusterWords.What(one.Act) + (one.Place is { } place ? $", {place.Name}" : ""), new Style(EventColours.Of((Quad)one.Act.Quad))),
                new WrappedText(one.Status),
                new WrappedText(one.Sources.ToString()),
            ]));
            if (ClusterWords.Quote(one) is { Length: > 0 } quote)
            {
                console.Write(PrintedRow.Indented(width, new WrappedText(quote)));
            }

            console.Write(PrintedRow.Indented(width, new WrappedText(SourcesOf(one), new Style(decoration: Decoration.Italic))));
            foreach (var difference in one.Disagreements)
            {
                console.Write(PrintedRow.Indented(width, new WrappedText($"{difference.Aspect} differs: {string.Join("; ", difference.Values)}", new Style(Color.Yellow))));
            }
        }

        console.WriteLine();
        console.WriteLine($"{clusters.Count} act{(clusters.Count == 1 ? "" : "s")}");
    }

    // "happened: Reuters, AP · planned: AP"; the status is left out where there is one alone.
    private static string SourcesOf(EventCluster one) => string.Join(" · ", one.Statuses.Select(s => one.Statuses.Length == 1 ? string.Join(", ", s.Sources) : s.ToString()));
}
