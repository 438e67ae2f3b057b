using System.Text.Json.Nodes;
using Demarche.Reports;
using Demarche.Time;
using NodaTime;
using NodaTime.Text;

namespace Demarche.Eval;

/// <summary>Dates stories without their dates and names, and tells how often the true day lies in the interval given.</summary>
internal static class DatingEval
{
    // Wider intervals count as none.
    private const int NarrowYears = 10;

    public static int Score(string path)
    {
        var (finder, reader) = Load();
        var widths = new List<double>();
        int stories = 0, given = 0, right = 0;
        foreach (var line in File.ReadLines(path))
        {
            var story = JsonNode.Parse(line)!;
            var published = LocalDatePattern.Iso.Parse((string)story["published"]!).Value;
            stories++;
            var report = reader.FromText("story", (string)story["text"]!).Value!;
            if (finder.Date(report) is not { } date)
            {
                Console.WriteLine($"{published} none");
                continue;
            }

            var width = Period.DaysBetween(date.Earliest, date.Latest) / 365.25;
            var holds = date.Earliest <= published && published <= date.Latest;
            Console.WriteLine($"{published} {(width >= NarrowYears ? "wide" : holds ? "right" : "WRONG")} {date.Earliest:uuuu-MM-dd}..{date.Latest:uuuu-MM-dd} {string.Join("; ", date.Evidence.Select(e => (e.Contradicts ? "NOT " : "") + e.What))}");
            if (width < NarrowYears)
            {
                given++;
                right += holds ? 1 : 0;
                widths.Add(width);
            }
        }

        widths.Sort();
        Console.WriteLine($"stories {stories}, narrow {given}, right {right} ({(double)right / Math.Max(given, 1):P1}), median width {(widths.Count > 0 ? widths[widths.Count / 2] : 0):0.00} years");
        return 0;
    }

    public static int Show(string path)
    {
        var (finder, reader) = Load();
        var date = finder.Date(reader.Read(path, File.ReadAllBytes(path)).Value!);
        Console.WriteLine(date is null ? "no date" : $"{date.Earliest:uuuu-MM-dd}..{date.Latest:uuuu-MM-dd}");
        foreach (var evidence in date?.Evidence ?? [])
        {
            Console.WriteLine($"  {(evidence.Contradicts ? "against: " : "")}{evidence.What}");
        }

        return 0;
    }

    private static (TimeFinder Finder, ReportReader Reader) Load()
    {
        var files = CodebookFiles.Shipped();
        return (TimeFinder.Load(files).Value!, ReportReader.Load(files).Value!);
    }
}
