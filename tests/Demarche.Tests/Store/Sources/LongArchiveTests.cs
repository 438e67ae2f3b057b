using Demarche.Store.Sources;
using static Demarche.Tests.Store.Sources.WarcTests;

namespace Demarche.Tests.Store.Sources;

/// <summary>Runs beside no other test: it looks at the memory of the whole process.</summary>
[Collection(nameof(Alone))]
public class LongArchiveTests
{
    [Fact]
    public void A_long_archive_is_never_held_in_memory()
    {
        using var read = new Read();
        var path = Path.Combine(read.Path, "long.warc");
        var record = Read.Bytes(Response("1", Http("<p>Iran rejected talks.</p>" + new string(' ', 1 << 20))));
        using (var file = File.Create(path))
        {
            for (var i = 0; i < 100; i++)
            {
                file.Write(record);
            }
        }

        var (count, most) = (0, 0L);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var _ in new ReportSources(Demarche.Reports.ReportReader.Load(CodebookFiles.Shipped()).Value!, new ReadingOptions(), TextReader.Null).Find([path]))
        {
            most = ++count % 20 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before) : most;
        }

        Assert.Equal(100, count);
        Assert.InRange(most, long.MinValue, 30 << 20);
    }
}

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
