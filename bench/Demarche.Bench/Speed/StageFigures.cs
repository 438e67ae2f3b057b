using System.Diagnostics;
using System.Globalization;
using Demarche.Actors;
using Demarche.Coding.Records;
using Demarche.Places;
using Demarche.Reports;
using Demarche.Statements;
using Demarche.Store.Sources;
using Demarche.Time;

namespace Demarche.Bench.Speed;

/// <summary>What each stage takes of a corpus on one thread: processor time, share, words a second and bytes allocated a story.</summary>
internal sealed class StageFigures
{
    private const int Block = 256;   // stories that are held between two stages
    private readonly Pipeline _pipeline;
    private readonly ActorFinder _actors;
    private readonly PlaceFinder _places;
    private readonly TimeFinder _times;
    private readonly StatementFinder _statements;
    private readonly Dictionary<string, (TimeSpan Time, long Bytes)> _spent = [];

    private StageFigures(CodebookFiles files)
    {
        _pipeline = Pipeline.Load(files).Value!;
        _actors = ActorFinder.Load(files).Value!;
        _places = PlaceFinder.Load(files).Value!;
        _times = TimeFinder.Load(files).Value!;
        _statements = StatementFinder.Load(files).Value!;
    }

    /// <summary>Measures.</summary>
    /// <param name="path">A file or folder of reports.</param>
    /// <param name="stories">How many to take.</param>
    internal static int Run(string path, int stories)
    {
        var figures = new StageFigures(CodebookFiles.Shipped());
        var reports = new ReportSources(figures._pipeline.Reader, new ReadingOptions(), TextReader.Null).Find([path]).Take(stories).ToArray();
        figures.Measure(reports[..Math.Min(reports.Length, Block)]);   // compiles the code
        figures._spent.Clear();
        var (words, sentences) = figures.Measure(reports);
        figures.Print(reports.Length, words, sentences);
        figures.PrintByLength(reports);
        return 0;
    }

    private (long Words, long Sentences) Measure(PendingReport[] pending)
    {
        var (words, sentences) = (0L, 0L);
        foreach (var block in pending.Chunk(Block))
        {
            var reports = Stage("read", block, r => r.Read().Value!);
            var parsed = Stage("parse", reports, _pipeline.Language.Parse);
            var actors = Stage("actors", parsed, _actors.Find);
            var places = Stage("places", parsed, _places.Find);
            var times = Stage("times", parsed, _times.Find);
            var stated = Stage("statements", [.. parsed.Select((p, i) => new MentionedReport(p, actors[i], places[i], times[i]))], _statements.Find);
            var coded = Stage("coding", stated, _pipeline.Coder.Code);
            Stage("output", coded, c =>
            {
                using var bytes = new MemoryStream();
                EventLines.Write(RecordedEvents.Of(c, _pipeline.Codebook), bytes);
                return bytes.Length;
            });
            words += parsed.Sum(p => p.Sentences.Sum(s => (long)s.Count));
            sentences += parsed.Sum(p => (long)p.Sentences.Length);
        }

        return (words, sentences);
    }

    private TOut[] Stage<TIn, TOut>(string name, TIn[] inputs, Func<TIn, TOut> step)
    {
        var outputs = new TOut[inputs.Length];
        var (start, bytes) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        for (var i = 0; i < inputs.Length; i++)
        {
            outputs[i] = step(inputs[i]);
        }

        var before = _spent.GetValueOrDefault(name);
        _spent[name] = (before.Time + Environment.CpuUsage.TotalTime - start, before.Bytes + GC.GetAllocatedBytesForCurrentThread() - bytes);
        return outputs;
    }

    private void Print(int stories, long words, long sentences)
    {
        var whole = _spent.Values.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Time);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stories} stories, {words} words: {stories / whole.TotalSeconds:N1} stories and {words / whole.TotalSeconds:N0} words a second of processor time; peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        double Seconds(params string[] stages) => stages.Sum(s => _spent[s].Time.TotalSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"with the parse given, {sentences / Seconds("actors", "places", "times", "statements", "coding"):N0} sentences a second from actors to events, {sentences / Seconds("statements", "coding"):N0} where actors, places and times are given too"));
        Console.WriteLine("| stage | share | microseconds a word | bytes a story |\n|---|---|---|---|");
        foreach (var (stage, (time, bytes)) in _spent)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {stage} | {time / whole:P1} | {time.TotalMicroseconds / words:N2} | {bytes / stories:N0} |"));
        }
    }

    // The same stories, one to a report, two, four and so on: what a word costs must not grow.
    private void PrintByLength(PendingReport[] pending)
    {
        var reports = pending.Take(Block).Select(p => p.Read().Value!).ToArray();
        Console.WriteLine("| stories in one report | microseconds a word |\n|---|---|");
        for (var joined = 1; joined <= 16; joined *= 2)
        {
            Report[] longer = [.. reports.Chunk(joined).Select(c => _pipeline.Reader.FromText("joined", string.Join("\n\n", c.Select(r => r.Text))).Value!)];
            var start = Environment.CpuUsage.TotalTime;
            var words = 0L;
            foreach (var stated in longer.Select(_pipeline.State))
            {
                _pipeline.Coder.Code(stated);
                words += stated.Mentioned.Parsed.Sentences.Sum(s => (long)s.Count);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {joined} | {(Environment.CpuUsage.TotalTime - start).TotalMicroseconds / words:N2} |"));
        }
    }
}
