using System.Diagnostics;
using System.Globalization;
using Demarche.Coding.Records;
using Demarche.Store;
using NodaTime;

namespace Demarche.Bench;

/// <summary>Fills a store with made events and times what is asked of it: "store N [ADDRESS]".</summary>
internal static class StoreFigures
{
    private const int EventsInAReport = 10;
    private const int SentencesInAReport = 20;
    private const int WordsInASentence = 22;
    private const int Batch = 64;
    private const int Rounds = 9;
    private static readonly string[] Codes = ["USA", "PRK", "KOR", "CHN", "JPN", "RUS", "IRN", "ISR", "FRA", "GBR", "DEU", "IND", "PAK", "TUR", "UKR", "SAU", "EGY", "BRA", "ZAF", "AUS"];
    private static readonly string[] Types = ["CONSULT", "AGREE", "SUPPORT", "AID", "REJECT", "ACCUSE", "THREATEN", "SANCTION", "ASSAULT", "REQUEST"];
    private static readonly LocalDate First = new(2000, 1, 1);

    public static async Task<int> RunAsync(int events, string address)
    {
        var opened = await Stores.OpenAsync(address, StoreAccess.Write);
        if (opened.Value is not { } store)
        {
            Console.Error.WriteLine(opened.Failure);
            return 2;
        }

        await using (store)
        {
            if ((await store.CountsAsync()).Events == 0)
            {
                await FillAsync(store, events);
            }

            await Timed("timeline of a dyad, all of it", async () => await Count(store.EventsAsync(new EventQuery { Between = new Dyad("USA", "PRK") })));
            await Timed("timeline of a dyad, two years", async () =>
                await Count(store.EventsAsync(new EventQuery { Between = new Dyad("USA", "PRK"), From = new LocalDate(2010, 1, 1), To = new LocalDate(2011, 12, 31) })));
            await Timed("acts of a dyad", async () => await Count(store.ActsAsync(new EventQuery { Between = new Dyad("USA", "PRK") })));
            await Timed("page of 100 by date", async () => (await store.PageAsync(new EventQuery())).Events.Length);
            await Timed("count of a type", async () => await store.CountAsync(new EventQuery { Types = ["SANCTION"] }));
            await Timed("each act once, page of 100", async () => (await store.PageAsync(new EventQuery { OnePerCluster = true })).Events.Length);
            await Timed("tally by month of a dyad", async () => await Count(store.TallyAsync(new EventQuery { Between = new Dyad("USA", "PRK") }, EventField.Month)));
            await Timed("tally by type", async () => await Count(store.TallyAsync(new EventQuery(), EventField.Type)));
            await Timed("tally by day", async () => await Count(store.TallyAsync(new EventQuery(), EventField.Day)));
            await Timed("page of 100 reports", async () => (await store.ReportPageAsync(new ReportQuery())).Reports.Length);
            await Timed("search of two words", async () => await Count(store.SearchAsync("word17 word400", 20)));
            await Timed("actors", async () => await Count(store.ActorsAsync(new ActorQuery())));
            await Timed("review queue of 20", async () => await Count(store.EventsAsync(new EventQuery { Order = EventOrder.Confidence, OnlyUnreviewed = true, Limit = 20 })));
            var clock = Stopwatch.StartNew();
            var all = await Count(store.EventsAsync(new EventQuery()));
            Console.WriteLine($"every event by date: {all} in {clock.Elapsed.TotalSeconds:F1} s");
        }

        Console.WriteLine($"peak memory: {PeakMegabytes()} MB; file: {(File.Exists(address) ? new FileInfo(address).Length >> 20 : 0)} MB");
        return 0;
    }

    private static async Task FillAsync(IEventStore store, int events)
    {
        var random = new Random(7);
        var clock = Stopwatch.StartNew();
        var batch = new List<ReportCoding>();
        for (var report = 0; report * EventsInAReport < events; report++)
        {
            batch.Add(Made(report, random));
            if (batch.Count == Batch)
            {
                await store.AddAsync(batch);
                batch.Clear();
            }
        }

        await store.AddAsync(batch);
        Console.WriteLine($"filled: {events} events in {clock.Elapsed.TotalSeconds:F1} s, {clock.Elapsed.TotalMilliseconds / (events / EventsInAReport):F2} ms a report; peak memory: {PeakMegabytes()} MB, of it managed: {GC.GetGCMemoryInfo().TotalCommittedBytes >> 20} MB");
    }

    private static async Task Timed(string what, Func<Task<long>> work)
    {
        // The first time the runtime still compiles what answers.
        var rows = 0L;
        var times = new List<double>();
        for (var i = 0; i <= Rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            rows = await work();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        var first = times[0];
        times.RemoveAt(0);
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {rows} in {times[Rounds / 2]:F0} ms (first {first:F0}, best {times[0]:F0})"));
    }

    private static async Task<long> Count<T>(IAsyncEnumerable<T> many)
    {
        var count = 0L;
        await foreach (var one in many)
        {
            count++;
        }

        return count;
    }

    private static long PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return File.Exists("/proc/self/status")
            ? long.Parse(File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) >> 10
            : self.PeakWorkingSet64 >> 20;
    }

    private static ReportCoding Made(int number, Random random)
    {
        var name = $"made/{number:0000000}.txt";
        var words = new List<SentenceWord>();
        var text = new System.Text.StringBuilder();
        var sentences = new List<Span>();
        for (var s = 0; s < SentencesInAReport; s++)
        {
            var start = text.Length;
            for (var w = 0; w < WordsInASentence; w++)
            {
                // Words as rare as in a language: the square makes the low numbers frequent.
                var word = "word" + (int)(20_000 * Math.Pow(random.NextDouble(), 4));
                text.Append(word).Append(' ');
                words.Add(new SentenceWord(s, word + "s", word));
            }

            sentences.Add(new Span(start, text.Length));
        }

        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(number)).AsSpan(0, 16));
        var report = new StoredReport(hash, name, text.ToString())
        {
            Outlet = "The Gazette",
            Sentences = [.. sentences],
            CodedAt = Instant.FromUnixTimeSeconds(1_700_000_000),
            Coder = "Demarche bench",
            Codebook = "made",
        };
        return new ReportCoding(report, [.. Enumerable.Range(0, EventsInAReport).Select(i => Event(name, i, random))], [.. words]);
    }

    private static EventRecord Event(string report, int number, Random random)
    {
        // Skewed as real dyads are: a few states are in most events.
        var (actor, recipient) = (Pick(random), Pick(random));
        var day = First.PlusDays(random.Next(9000));
        return new EventRecord
        {
            Id = $"{report}@{number * 100}:{Types[random.Next(Types.Length)]}",
            Citation = new CitationRecord(report, "A headline of eight words that says it all", "The Gazette", "https://example.org/a/long/address/" + number, day, day, ["the headline gives the day", "'Saturday': the last one before the day of the report"]),
            Type = Types[random.Next(Types.Length)],
            Mode = "visit",
            Date = day,
            EndDate = day.PlusDays(random.Next(3)),
            Actors = [Who(actor)],
            Recipients = [Who(recipient)],
            Contexts = ["diplomatic", "military"],
            Evidence = ["met in the capital", "to speak of sanctions"],
            Text = $"The foreign minister of {actor} met the envoy of {recipient} in the capital on Saturday to speak of sanctions, the ministry said, and both sides called the talks frank.",
            TextInfo = new TextPlace(number * 100, (number * 100) + 60, number, "paragraph"),
            Status = "happened",
            Quad = 1,
            Scale = 3.5,
            Cameo = "042",
            Goldstein = 1.9,
            Attribution = [new AttributionRecord("the ministry", "foreign ministry of " + actor, actor, ["GOV"], "statement", null, day, null)],
            Rule = "consult.meet",
            Explanation = [new ExplanationRecord("verb", "met", 10, 13), new ExplanationRecord("actor (subject)", "minister", 4, 12), new ExplanationRecord("recipient (object)", "envoy", 20, 25)],
            Confidence = Math.Round(random.NextDouble(), 3),
            Coder = "Demarche bench",
        };
    }

    private static string Pick(Random random) => Codes[(int)(Codes.Length * Math.Pow(random.NextDouble(), 2))];

    private static ParticipantRecord Who(string code) => new(code, ["GOV", "DIP"], "the foreign minister of " + code, "Foreign Minister of " + code, "minister of foreign affairs");
}
