using System.Diagnostics;
using System.Globalization;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Bench;

/// <summary>Sentences a second of what comes behind the parse, one thread, and what statements add to the time of coding.</summary>
/// <remarks>Statements are asked of every verb and noun, which is more than coding asks: an upper bound.</remarks>
internal static class CodingStage
{
    internal static void Run(string folder, int rounds)
    {
        var files = CodebookFiles.Shipped();
        var pipeline = Pipeline.Load(files).Value!;
        var statements = StatementFinder.Load(files).Value!;
        var clock = Stopwatch.StartNew();
        var parsed = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)
            .Select(f => pipeline.Reader.Read(f, File.ReadAllBytes(f)).Value).OfType<Reports.Report>().Select(pipeline.Language.Parse).ToList();
        var parse = clock.Elapsed;
        var sentences = parsed.Sum(p => p.Sentences.Length);
        for (var round = 0; round < rounds; round++)
        {
            clock.Restart();
            var mentioned = parsed.ConvertAll(pipeline.Mention);
            var mention = clock.Elapsed;
            clock.Restart();
            var events = mentioned.Sum(m => pipeline.Coder.Code(statements.Find(m)).Events.Length);
            var code = clock.Elapsed;
            clock.Restart();
            var quoted = mentioned.Sum(m => Ask(statements.Find(m)));
            var stated = clock.Elapsed;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{sentences} sentences, {events} events; sentences/s: actors, places and times {sentences / mention.TotalSeconds:N0}, statements and coding {sentences / code.TotalSeconds:N0}; {quoted} attributions; statements {stated.TotalMilliseconds:N0} ms of {(parse + mention + code).TotalMilliseconds:N0}, that adds {stated / (parse + mention + code - stated):P1}"));
        }
    }

    private static int Ask(StatedReport report)
    {
        foreach (var sentence in report.Mentioned.Parsed.Sentences)
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                if (sentence[i].Tag is Upos.VERB or Upos.NOUN)
                {
                    report.Of(sentence[i]);
                }
            }
        }

        return report.Quoted.Length;
    }
}
