using System.Diagnostics;
using Demarche.Coding;
using Demarche.Coding.Records;
using Demarche.Store.Formats;
using NodaTime;

namespace Demarche.Bench;

/// <summary>How long it takes to write many events in each format.</summary>
internal static class ExportFigures
{
    public static int Run(int count)
    {
        var files = CodebookFiles.Shipped();
        var formats = new EventFormats(files, Codebook.Load(files).Value!);
        var events = Enumerable.Range(0, count).Select(Event).ToList();
        var path = Path.Combine(Path.GetTempPath(), $"bench-{count}.events");
        foreach (var format in EventFormats.Written.Append("parquet"))
        {
            var watch = Stopwatch.StartNew();
            if (format == "parquet")
            {
                ParquetFile.Write(events.Select(EventLines.Line), path);
            }
            else
            {
                using var text = new StreamWriter(path);
                var writer = formats.Writer(format, text);
                writer.Open();
                events.ForEach(writer.Write);
            }

            Console.WriteLine($"{format,-15} {count} events {watch.Elapsed.TotalSeconds:F2} s, {new FileInfo(path).Length >> 20} MB");
        }

        File.Delete(path);
        return 0;
    }

    private static EventRecord Event(int number)
    {
        var day = new LocalDate(2000, 1, 1).PlusDays(number % 9000);
        string[] codes = ["USA", "PRK", "CHN", "RUS", "IRN", "FRA"];
        var (actor, recipient) = (codes[number % 6], codes[(number + 1 + (number / 6 % 5)) % 6]);
        return new EventRecord
        {
            Id = $"report-{number / 4}.txt@{number % 977}:CONSULT",
            Date = day,
            EndDate = day,
            Type = "CONSULT",
            Mode = "visit",
            Quad = 1,
            Scale = 4,
            Cameo = "042",
            Goldstein = 1.9,
            Actors = [new ParticipantRecord(actor, ["GOV"], "the minister", $"minister of {actor}", "foreign minister")],
            Recipients = [new ParticipantRecord(recipient, [], recipient, recipient)],
            Contexts = ["diplomatic"],
            Evidence = ["visited"],
            Place = new PlaceRecord("Vienna", "Vienna", "AUT", 2761369, 48.2, 16.37),
            Text = $"The minister of {actor} visited {recipient} on day {number}, a spokesman told reporters.",
            TextInfo = new TextPlace(number % 977, (number % 977) + 40, 2, "paragraph"),
            Rule = "consult.visit",
            Explanation = [new ExplanationRecord("verb", "visited", 20, 27)],
            Attribution = [new AttributionRecord("a spokesman", "spokesman", actor, ["GOV"], "statement", null, day, null)],
            Confidence = 0.8,
            Coder = "Demarche 0.1.0",
            Citation = new CitationRecord($"report-{number / 4}.txt", "A visit", "The Daily Lamp", $"https://lamp.example/{number / 4}", day, day, ["the day is printed"]),
        };
    }
}
