using System.Diagnostics;
using Demarche.Chronology;
using Demarche.Coding;
using Demarche.Coding.Records;
using NodaTime;

namespace Demarche.Eval;

/// <summary>Merges made-up events, about three reports an act, and tells time and memory.</summary>
internal static class MergingSpeed
{
    private static readonly string[] Types = ["CONSULT", "AGREE", "ASSAULT", "SANCTION", "SUPPORT", "REJECT", "AID", "ACCUSE", "REQUEST", "THREATEN", "COERCE", "MOBILIZE"];
    private static readonly string[] Words = [.. Enumerable.Range(0, 4000).Select(i => "word" + (char)('a' + (i % 26)) + (i / 26))];

    public static int Run(int events)
    {
        var files = CodebookFiles.Shipped();
        var merger = EventMerger.Load(files, Codebook.Load(files).Value!).Value!;
        foreach (var (count, jobs) in new[] { (events / 10, 1), (events, 1), (events, 2) })
        {
            using var self = Process.GetCurrentProcess();
            var (watch, before) = (Stopwatch.StartNew(), self.TotalProcessorTime);
            var merged = merger.Merge(Made(count), MergePins.None, Originals.None, jobs);
            watch.Stop();
            self.Refresh();
            Console.WriteLine(
                $"{count} events, {jobs} threads: {watch.Elapsed.TotalSeconds:0.0} s, {(self.TotalProcessorTime - before).TotalSeconds:0.0} s of the processor, "
                + $"{merged.Select(m => m.Cluster).Distinct().Count()} acts, peak {self.PeakWorkingSet64 >> 20} MB");
        }

        return 0;
    }

    private static IEnumerable<EventRecord> Made(int count)
    {
        var random = new Random(1);
        var first = new LocalDate(2018, 1, 1);
        for (var i = 0; i < count;)
        {
            // Few states take part in most events: the share of the n-th falls as 1/n.
            var (actor, recipient) = (State(random), State(random));
            var type = Types[random.Next(Types.Length)];
            var day = first.PlusDays(random.Next(365 * Math.Max(1, count / 150_000)));
            string[] words = [.. Enumerable.Range(0, 10).Select(_ => Words[random.Next(Words.Length)])];
            var telling = 1 + random.Next(5);
            for (var j = 0; j < telling && i < count; j++, i++)
            {
                yield return new EventRecord
                {
                    Id = $"{Guid.NewGuid():N}@{random.Next(3000)}:{type}",
                    Citation = new CitationRecord($"{i:x32}", null, "Outlet", null, day, day.PlusDays(1), []),
                    Type = type,
                    Date = random.Next(12) == 0 ? null : day,
                    EndDate = random.Next(15) == 0 ? day.PlusDays(30) : day,
                    Actors = [new ParticipantRecord(actor, ["GOV"], actor, actor)],
                    Recipients = random.Next(4) == 0 ? [] : [new ParticipantRecord(recipient, ["GOV"], recipient, recipient)],
                    Text = string.Join(' ', words.Where(_ => random.Next(3) > 0)),
                };
            }
        }
    }

    private static string State(Random random) => "S" + (int)Math.Exp(random.NextDouble() * Math.Log(190));
}
