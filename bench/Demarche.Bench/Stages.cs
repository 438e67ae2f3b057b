using System.Diagnostics;
using System.Globalization;
using Demarche.Language;
using Demarche.Language.Trained;
using Demarche.Language.Words;
using Demarche.Reports;

namespace Demarche.Bench;

/// <summary>Words a second by stage on the text files of a folder, one thread, and what loading and memory cost.</summary>
internal static class Stages
{
    internal static void Run(string folder, int rounds)
    {
        var clock = Stopwatch.StartNew();
        var model = ShippedModel.Read().Value!;
        var tokenizer = Tokenizer.Load(model).Value!;
        var annotator = Annotator.Load(model).Value!;
        var lemmatizer = Lemmatizer.Load(model).Value!;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"model loaded in {clock.ElapsedMilliseconds} ms"));

        var reader = ReportReader.Load(CodebookFiles.Shipped()).Value!;
        var files = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(f => (Name: f, Bytes: File.ReadAllBytes(f))).ToList();
        for (var round = 0; round < rounds; round++)
        {
            var (read, split, annotate, lemmas) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
            var words = 0;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            foreach (var (name, bytes) in files)
            {
                clock.Restart();
                if (reader.Read(name, bytes).Value is not { } report)
                {
                    continue;
                }

                read += Lap(clock);
                var sentences = tokenizer.Split(report, []);
                split += Lap(clock);
                var annotations = annotator.Annotate(sentences);
                annotate += Lap(clock);
                foreach (var (sentence, annotation) in sentences.Zip(annotations))
                {
                    for (var i = 0; i < sentence.Forms.Length; i++)
                    {
                        lemmatizer.Lemma(sentence.Forms[i], annotation.Tags[i], annotation.PennTags[i]);
                    }

                    words += sentence.Forms.Length;
                }

                lemmas += Lap(clock);
            }

            string Speed(TimeSpan time) => (words / time.TotalSeconds).ToString("N0", CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{words} words; words/s: read {Speed(read)}, split {Speed(split)}, network {Speed(annotate)}, lemmas {Speed(lemmas)}, all {Speed(read + split + annotate + lemmas)}; {(GC.GetAllocatedBytesForCurrentThread() - allocated) / Math.Max(words, 1)} bytes a word; peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        }
    }

    private static TimeSpan Lap(Stopwatch clock)
    {
        var time = clock.Elapsed;
        clock.Restart();
        return time;
    }
}
