using System.Globalization;
using System.Text.Json;
using Demarche.Coding;
using Demarche.Coding.Records;
using Demarche.Reports;
using Demarche.Training.Ranker;
using NodaTime.Text;

namespace Demarche.Training.Events;

/// <summary>Fits <c>codebook/confidence.yaml</c> on events that somebody has read and found right or wrong.</summary>
/// <remarks>
/// <c>events --verdicts FILE.tsv [--folds FILE.jsonl] REPORT…</c>, each a file of JSON lines or a text. A verdict is a line: id of an event as <c>demarche code</c> writes it, a tab, 1 or 0.
/// Events that have no verdict do not count. With <c>--folds</c> it writes each event's confidence by weights that were fitted on the other reports.
/// </remarks>
internal static class EventsCommand
{
    private const int Folds = 10;
    private const float Ridge = 3;   // some hundred events are few for seven weights

    public static int Run(string[] args)
    {
        if (args is not ["--verdicts", var verdicts, ..])
        {
            Console.Error.WriteLine("use: events --verdicts FILE.tsv [--folds FILE.jsonl] REPORT…");
            return 2;
        }

        var rest = args is [_, _, "--folds", _, ..] ? args[4..] : args[2..];
        var right = File.ReadLines(verdicts).Select(l => l.Split('\t')).ToDictionary(c => c[0], c => c[1] == "1", StringComparer.Ordinal);
        var pipeline = Pipeline.Load(CodebookFiles.Of(CodebookFiles.Shipped().All.Where(f => f.Path != "confidence.yaml"))).Value!;
        var read = rest.SelectMany(path => Reports(pipeline, path))
            .AsParallel().AsOrdered().SelectMany(r => Coded(pipeline, r)).Where(e => right.ContainsKey(e.Id)).ToList();
        Console.WriteLine($"{right.Count} verdicts, {read.Count} of these events are still coded, {read.Count(e => right[e.Id])} of them right");
        var labels = read.ConvertAll(e => right[e.Id]);
        Console.WriteLine("events:");
        foreach (var (name, weight) in ReadEvents.Weights.Zip(Fit(read, labels)))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {weight:0.00}"));
        }

        if (rest.Length < args.Length - 2)
        {
            var reports = read.Select(e => e.Report).Distinct().Order(StringComparer.Ordinal).ToList();
            var folds = read.ConvertAll(e => reports.IndexOf(e.Report) % Folds);
            File.WriteAllLines(args[3], Held(read, labels, folds).Zip(read, (confidence, e) => JsonSerializer.Serialize(new { id = e.Id, confidence = Math.Round(confidence, 3), right = right[e.Id] })));
        }

        return 0;
    }

    private static float[] Fit(List<ReadEvent> events, List<bool> labels) => Logistic.Fit(events.ConvertAll(Row), labels, [], Ridge);

    private static float[] Row(ReadEvent one) => [1, .. EventSigns.Of(one.Event.Confidence, one.Event).Select(v => (float)v)];

    private static double[] Held(List<ReadEvent> events, List<bool> labels, List<int> folds)
    {
        var confidences = new double[events.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            List<int> others = [.. Enumerable.Range(0, events.Count).Where(i => folds[i] != fold)];
            var weights = Fit(others.ConvertAll(i => events[i]), others.ConvertAll(i => labels[i]));
            for (var i = 0; i < events.Count; i++)
            {
                confidences[i] = folds[i] == fold ? Logistic.Of(weights, Row(events[i])) : confidences[i];
            }
        }

        return confidences;
    }

    // A file of JSON lines, or one report as plain text.
    private static IEnumerable<Report> Reports(Pipeline pipeline, string path) => Path.GetExtension(path) == ".jsonl"
        ? File.ReadLines(path).Select((line, i) => Line(pipeline, $"{path}#{i + 1}", line))
        : [pipeline.Reader.FromPlainText(path, File.ReadAllText(path)).Value!];

    private static Report Line(Pipeline pipeline, string name, string line)
    {
        using var json = JsonDocument.Parse(line);
        var report = pipeline.Reader.FromText(name, json.RootElement.GetProperty("text").GetString()!).Value!;
        return json.RootElement.TryGetProperty("published", out var day) && LocalDatePattern.Iso.Parse(day.GetString() ?? "") is { Success: true } published
            ? report with { Published = published.Value }
            : report;
    }

    private static List<ReadEvent> Coded(Pipeline pipeline, Report report)
    {
        var ids = new EventIds(report);
        return [.. pipeline.Code(report).Events.Select(e => new ReadEvent(ids.Next(e), report.Name, e))];
    }

    private sealed record ReadEvent(string Id, string Report, CodedEvent Event);
}
