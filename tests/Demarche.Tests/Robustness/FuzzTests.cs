using System.Diagnostics;
using System.Text;
using Demarche.Cluster.Queue;
using Demarche.Cluster.Watching;
using Demarche.Store;
using Demarche.Store.Formats;
using Demarche.Store.Ingesting;
using Demarche.Store.Sources;
using Demarche.Tests.Cli;
using NodaTime;

namespace Demarche.Tests.Robustness;

/// <summary>Random changes of inputs of every kind: readers, parser and coder, codebook, queue and feeds give a value or a reason, and nothing hangs.</summary>
/// <remarks>DEMARCHE_FUZZ_SECONDS=600 gives each of them ten minutes; the seed of a run is told, and DEMARCHE_FUZZ_SEED repeats it.</remarks>
public sealed class FuzzTests : IDisposable
{
    private static readonly double Seconds = double.TryParse(Environment.GetEnvironmentVariable("DEMARCHE_FUZZ_SECONDS"), out var asked) ? asked : 1;
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("DEMARCHE_FUZZ_SEED"), out var given) ? given : Environment.TickCount;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private static readonly Lazy<Pipeline> Loaded = new(() => Pipeline.Load(CodebookFiles.Shipped()).Value!);
    private static readonly Lazy<byte[][]> Small = new(() => [.. NastyInputs.All().Select(i => i.Bytes).Where(b => b.Length is > 0 and < 4_000)]);
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(SourceFormat.Text)]
    [InlineData(SourceFormat.Html)]
    [InlineData(SourceFormat.JsonLines)]
    [InlineData(SourceFormat.Csv)]
    [InlineData(SourceFormat.Tsv)]
    [InlineData(SourceFormat.Feed)]
    [InlineData(SourceFormat.Warc)]
    [InlineData(SourceFormat.TimeMl)]
    public void Readers(SourceFormat format) => Fuzz(Small.Value, bytes =>
    {
        using var stream = new MemoryStream(bytes);
        foreach (var report in new ReportSources(Loaded.Value.Reader, new ReadingOptions { Format = format }, TextReader.Null).Find("in", stream).Take(50))
        {
            Reason(report.Read());
        }
    });

    [Fact]
    public void Parser_and_coder()
    {
        var coder = new ReportCoder(Loaded.Value, "", 0, SystemClock.Instance);
        byte[][] seeds = [.. Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "*.txt").Select(File.ReadAllBytes).Select(b => b[..Math.Min(b.Length, 600)])];
        Fuzz(seeds, bytes =>
        {
            if (Loaded.Value.Reader.Read("in", bytes).Value is { } report)
            {
                Reason(coder.Code([(report, ContentHash.Of(report))], null)[0]);
            }
        });
    }

    [Theory]
    [InlineData("rules/")]
    [InlineData("reports/")]
    [InlineData("statements/")]
    [InlineData("time/")]
    [InlineData("chronology/")]
    public void Codebook(string folder)
    {
        var shipped = CodebookFiles.Shipped();
        var files = shipped.All.Where(f => f.Path.StartsWith(folder, StringComparison.Ordinal) && f.Text.Length < 100_000).ToList();
        Fuzz([.. files.Select(f => Encoding.UTF8.GetBytes(f.Text))], bytes =>
        {
            var file = files[bytes.Length % files.Count];
            var changed = CodebookFiles.Of(shipped.All.Select(f => f.Path == file.Path ? new CodebookFile(f.Path, f.Name, Encoding.UTF8.GetString(bytes)) : f));
            Reason(Pipeline.Load(changed));
        });
    }

    [Fact]
    public void Messages_of_the_queue() => Fuzz([Encoding.UTF8.GetBytes("""{"name":"a.txt","text":"Talks.","published":"2020-07-04","outlet":"x","url":"y","day":null}""")], bytes => Reason(QueuedReport.FromBytes("in", bytes)));

    [Fact]
    public void Feed_lists_and_robots() => Fuzz([Encoding.UTF8.GetBytes("feeds:\n- {url: 'https://example.org/a', every: 30m}\nUser-agent: *\nDisallow: /*a$\nCrawl-delay: 3\n")], bytes =>
    {
        var text = Encoding.UTF8.GetString(bytes);
        Reason(FeedList.Parse("in", text));
        Robots.Of(text).Allows("/" + text);
    });

    [Fact]
    public void Files_of_events()
    {
        byte[][] seeds = [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Demarche.Tests", "Store", "Formats"), "*.verified.*").Select(File.ReadAllBytes)];
        var path = Path.Combine(_folder.Path, "events");
        Fuzz(seeds, bytes =>
        {
            File.WriteAllBytes(path, bytes);
            foreach (var one in EventFileReader.Lines(path).Concat(EventFileReader.Table(path)).Take(100))
            {
                Reason(one);
            }
        });
    }

    private static void Reason<T>(Outcome<T> outcome)
        where T : class => Assert.True((outcome.Value is null) != (outcome.Failure is null) && outcome.Failure?.Number != "DEM615", $"{outcome.Failure}");

    private static void Fuzz(byte[][] seeds, Action<byte[]> run)
    {
        var (random, clock, count) = (new Random(Seed), Stopwatch.StartNew(), 0);
        while (clock.Elapsed.TotalSeconds < Seconds)
        {
            var input = Mutation.Of(seeds, random);
            var since = Environment.CpuUsage.TotalTime;   // on a busy machine the clock says little
            try
            {
                run(input);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"Seed {Seed}, execution {count}, input {Convert.ToBase64String(input)}", fault);
            }

            var taken = Environment.CpuUsage.TotalTime - since;
            Assert.True(taken < Longest, $"Seed {Seed}, execution {count} took {taken.TotalSeconds:0} s: {Convert.ToBase64String(input)}");
            count++;
        }

        TestContext.Current.SendDiagnosticMessage($"{TestContext.Current.TestCase?.TestCaseDisplayName}: {count} executions, seed {Seed}");
    }
}
