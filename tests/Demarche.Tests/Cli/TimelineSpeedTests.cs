using System.Diagnostics;
using Demarche.Chronology;
using Demarche.Cli.Commands.Chronology;
using Demarche.Coding;
using Demarche.Store;
using Demarche.Tests.Store;
using NodaTime;

namespace Demarche.Tests.Cli;

/// <summary>How long questions take on a hundred thousand events; run by name, as it takes a minute to fill the store.</summary>
public class TimelineSpeedTests
{
    private const int Events = 100_000;
    private static readonly string[] Codes = ["USA", "CHN", "RUS", "GBR", "FRA", "DEU", "JPN", "IND", "PAK", "IRN", "ISR", "SAU", "TUR", "UKR", "PRK", "KOR", "EGY", "SYR", "IRQ", "VEN"];
    private static readonly string[] Types = ["CONSULT", "AGREE", "ASSAULT", "SANCTION", "SUPPORT", "REJECT", "AID", "ACCUSE"];

    [Fact(Explicit = true)]
    public async Task A_timeline_of_a_dyad_takes_less_than_a_tenth_of_a_second()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TestFolder();
        await using var store = (await Stores.OpenAsync(Path.Combine(folder.Path, "many.duckdb"), StoreAccess.Write, stop)).Value!;
        var random = new Random(1);
        foreach (var batch in Enumerable.Range(0, Events / 4).Chunk(2500))
        {
            await store.AddAsync([.. batch.Select(i => Made(i, random))], stop);
        }

        var files = CodebookFiles.Shipped();
        var watch = Stopwatch.StartNew();
        var counts = await new MergeRun(store, EventMerger.Load(files, Codebook.Load(files).Value!).Value!).RunAsync(stop);
        TestContext.Current.TestOutputHelper!.WriteLine($"merge: {watch.ElapsedMilliseconds} ms, {counts}");
        var builder = ClusterBuilder.Load(files).Value!;
        var best = TimeSpan.MaxValue;
        foreach (var pair in new[] { ("USA", "PRK"), ("GBR", "IRN"), ("USA", "CHN"), ("USA", "PRK") })
        {
            watch.Restart();
            var (clusters, _) = await KeptActs.OfAsync(store, new EventQuery { Between = new Dyad(pair.Item1, pair.Item2) }, builder, stop);
            TestContext.Current.TestOutputHelper.WriteLine($"{pair}: {watch.ElapsedMilliseconds} ms, {clusters.Count} acts of {clusters.Sum(c => c.Evidence.Length)} tellings");
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        Assert.InRange(best.TotalMilliseconds, 0, 100);
    }

    private static ReportCoding Made(int number, Random random)
    {
        var day = new LocalDate(2015, 1, 1).PlusDays(random.Next(2000));
        var events = Enumerable.Range(0, 4).Select(i =>
        {
            var (actor, recipient) = (Codes[random.Next(Codes.Length)], Codes[random.Next(Codes.Length)]);
            return MadeCodings.Event(Types[random.Next(Types.Length)], actor, recipient == actor ? null : recipient, NodaTime.Text.LocalDatePattern.Iso.Format(day), at: 10 + (i * 20));
        });
        return MadeCodings.Report($"Report {number} tells of many things that were said in report {number}.", [.. events]);
    }
}
