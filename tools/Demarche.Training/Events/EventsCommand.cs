using System.Globalization;
using System.Text.Json;
using Demarche.Coding;
using Demarche.Coding.Records;
using Demarche.Training.Ranker;
using NodaTime.Text;

namespace Demarche.Training.Events;

/// <summary>Fits <c>codebook/confidence.yaml</c> on events that somebody has read and found right or wrong.</summary>
/// <remarks>
/// <c>events --verdicts FILE.tsv [--folds FILE.jsonl] REPORTS.jsonl…</c>. A verdict is a line: id of an event as <c>demarche code</c> writes it, a tab, 1 or 0.
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
            Console.Error.WriteLine("use: events --verdicts FILE.tsv [--folds FILE.jsonl] REPORTS.jsonl…");
            return 2;
        }

        var rest = args is [_, _, "--folds", _, ..] ? args[4..] : args[2..];
        var right = File.ReadLines(verdicts).Select(l => l.Split('\t')).ToDictionary(c => c[0], c => c[1] == "1", StringComparer.Ordinal);
        var pipeline = Pipeline.Load(CodebookFiles.Of(CodebookFiles.Shipped().All.Where(f => f.Path != "confidence.yaml"))).Value!;
        var read = rest.SelectMany(path => File.ReadLines(path).Select((line, i) => (Name: $"{path}#{i + 1}", Line: line)))
            .AsParallel().AsOrdered().SelectMany(l => Coded(pipeline, l.Name, l.Line)).Where(e => right.ContainsKey(e.Id)).ToList();
        Console.WriteLine($"{right.Count} verdicts, {read.Count} of these events are still coded, {read.Count(e => right[e.Id])} of them right");
        var rows = read.ConvertAll(e => e.Evidence);
        var labels = read.ConvertAll(e => right[e.Id]);
        foreach (var (name, weight) in ReadEvents.Weights.Zip(Logistic.Fit(rows, labels, [], Ridge)))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {weight:0.00}"));
        }

        if (rest.Length < args.Length - 2)
        {
            var reports = read.Select(e => e.Report).Distinct().Order(StringComparer.Ordinal).ToList();
            var folds = read.ConvertAll(e => reports.IndexOf(e.Report) % Folds);
            File.WriteAllLines(args[3], Held(rows, labels, folds).Zip(read, (confidence, e) => JsonSerializer.Serialize(new { id = e.Id, confidence = Math.Round(confidence, 3), right = right[e.Id] })));
        }

        return 0;
    }

    private static IEnumerable<double> Held(List<float[]> rows, List<bool> labels, List<int> folds)
    {
        var weights = Enumerable.Range(0, Folds).Select(fold =>
            Logistic.Fit([.. rows.Where((_, i) => folds[i] != fold)], [.. labels.Where((_, i) => folds[i] != fold)], [], Ridge)).ToList();
        return rows.Select((row, i) => Logistic.Of(weights[folds[i]], row));
    }

    private static List<ReadEvent> Coded(Pipeline pipeline, string name, string line)
    {
        using var json = JsonDocument.Parse(line);
        var report = pipeline.Reader.FromText(name, json.RootElement.GetProperty("text").GetString()!).Value!;
        if (json.RootElement.TryGetProperty("published", out var day) && LocalDatePattern.Iso.Parse(day.GetString() ?? "") is { Success: true } published)
        {
            report = report with { Published = published.Value };
        }

        var ids = new EventIds(report);
        return [.. pipeline.Code(report).Events.Select(e => new ReadEvent(ids.Next(e), name, [.. ReadEvents.Evidence(e.Confidence, e).Select(v => (float)v)]))];
    }

    private sealed record ReadEvent(string Id, string Report, float[] Evidence);
}
