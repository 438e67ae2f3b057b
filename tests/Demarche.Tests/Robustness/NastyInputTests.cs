using System.Diagnostics;
using Demarche.Reports;
using Demarche.Store;
using Demarche.Store.Ingesting;
using Demarche.Store.Sources;
using Demarche.Tests.Cli;
using NodaTime;

namespace Demarche.Tests.Robustness;

/// <summary>Whatever comes in gives reports or reasons, in time, and never an exception.</summary>
public sealed class NastyInputTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);   // on a busy machine; alone each takes a few seconds at most
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void There_are_two_hundred() => Assert.True(NastyInputs.All().DistinctBy(i => i.Name).Count() >= 200);

    [Fact]
    public void Each_is_read_and_coded_or_refused_with_a_reason()
    {
        var pipeline = Pipeline.Load(CodebookFiles.Shipped()).Value!;
        var coder = new ReportCoder(pipeline, "", 0, SystemClock.Instance);
        var faults = new List<string>();
        foreach (var (name, bytes) in NastyInputs.All())
        {
            var path = _folder.Write(name, bytes);
            var clock = Stopwatch.StartNew();
            var sources = new ReportSources(pipeline.Reader, new ReadingOptions(), TextReader.Null);
            foreach (var read in sources.Find([path]).Take(20).Select(p => p.Read()))
            {
                faults.AddRange(Faults(name, read, coder));
            }

            if (clock.Elapsed > Longest)
            {
                faults.Add($"{name} took {clock.Elapsed.TotalSeconds:0} s");
            }

            File.Delete(path);
        }

        Assert.Equal("", string.Join('\n', faults));
    }

    // What one text wraps differently is the same to the coder, and coded once.
    private static IEnumerable<string> Faults(string name, Outcome<Report> read, ReportCoder coder)
    {
        if (read.Failure is { } failure)
        {
            return failure.Number == "DEM615" || failure.Remedy.Length == 0 || failure.ToString().Contains('\n') ? [$"{name}: {failure}"] : [];
        }

        if (!name.EndsWith(".txt", StringComparison.Ordinal))
        {
            return [];
        }

        var coded = coder.Code([(read.Value!, ContentHash.Of(read.Value!))], null)[0];
        return coded.Value is not { } coding ? [$"{name}: {coded.Failure}"]
            : coding.Events.Where(e => e.TextInfo is { } place && (place.Start < 0 || place.End > read.Value!.Text.Length)).Select(e => $"{name}: {e.Id} stands outside of its report");
    }
}
