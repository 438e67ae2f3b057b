using Demarche.Language;
using Demarche.Reports;
using Demarche.Time;
using NodaTime.Text;

namespace Demarche.Eval;

/// <summary>Prints the time expressions of a report and the date that each of its verbs and nouns of action would get.</summary>
internal static class EventsEval
{
    public static int Show(string path, string day)
    {
        var files = CodebookFiles.Shipped();
        var report = ReportReader.Load(files).Value!.Read(path, File.ReadAllBytes(path)).Value!;
        var published = LocalDatePattern.Iso.Parse(day);
        var parsed = LanguageModel.Load().Value!.Parse(published.Success ? report with { Published = published.Value } : report);
        var times = TimeFinder.Load(files).Value!.Find(parsed);
        foreach (var sentence in parsed.Sentences)
        {
            Console.WriteLine(report.Text[sentence.Span.Start..sentence.Span.End]);
            foreach (var time in times.In(sentence))
            {
                Console.WriteLine($"   [{report.Text[time.Span.Start..time.Span.End]}] {time.Value} {time.Signal} {time.Reason} -> {time.Head} of {time.Head.Head}");
            }

            for (var i = 0; i < sentence.Count; i++)
            {
                if (sentence[i].Tag is Upos.VERB or Upos.NOUN && EventDating.For(sentence[i], times, report, tookPlace: false) is { } dated)
                {
                    Console.WriteLine($"     {sentence[i]}: {dated.Interval.Start:uuuu-MM-dd}..{dated.Interval.End:uuuu-MM-dd} {dated.Reason}");
                }
            }
        }

        return 0;
    }
}
