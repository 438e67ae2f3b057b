using System.Diagnostics;
using System.Globalization;
using Demarche.Statements;

namespace Demarche.Bench;

/// <summary>Sentences a second of what comes behind the parse, one thread.</summary>
internal static class CodingStage
{
    internal static void Run(string folder, int rounds)
    {
        var files = CodebookFiles.Shipped();
        var pipeline = Pipeline.Load(files).Value!;
        var statements = StatementFinder.Load(files).Value!;
        var parsed = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)
            .Select(f => pipeline.Reader.Read(f, File.ReadAllBytes(f)).Value).OfType<Reports.Report>().Select(pipeline.Language.Parse).ToList();
        var sentences = parsed.Sum(p => p.Sentences.Length);
        for (var round = 0; round < rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            var mentioned = parsed.ConvertAll(pipeline.Mention);
            var mention = clock.Elapsed;
            clock.Restart();
            var events = mentioned.Sum(m => pipeline.Coder.Code(statements.Find(m)).Events.Length);
            var code = clock.Elapsed;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{sentences} sentences, {events} events; sentences/s: actors, places and times {sentences / mention.TotalSeconds:N0}, statements and coding {sentences / code.TotalSeconds:N0}"));
        }
    }
}
