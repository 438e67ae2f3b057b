using Demarche.Tests.Cli;

namespace Demarche.Tests;

/// <summary>The gate against growing slower: what a report costs in memory is the same on every machine and however busy it is.</summary>
public class AllocationTests
{
    // A seventh above what was measured when the figure was last set, in the build with debugging; lower it when the engine needs less.
    private const long MostBytesOfSamples = 3_900_000;

    [Fact]
    public void CodingTheSamplesAllocatesNoMoreThanItUsedTo()
    {
        var pipeline = Pipeline.Load(CodebookFiles.Shipped()).Value!;
        var reports = Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "*.txt").Order(StringComparer.Ordinal).Select(f => (f, File.ReadAllBytes(f))).ToArray();
        Code();   // fills what is kept from report to report
        var before = GC.GetAllocatedBytesForCurrentThread();
        Code();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytesOfSamples);

        void Code()
        {
            foreach (var (name, bytes) in reports)
            {
                pipeline.Code(pipeline.Reader.Read(name, bytes).Value!);
            }
        }
    }
}
