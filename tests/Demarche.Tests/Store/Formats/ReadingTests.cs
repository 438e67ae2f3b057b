using Demarche.Coding.Records;
using Demarche.Store.Formats;
using Demarche.Tests.Cli;

namespace Demarche.Tests.Store.Formats;

public class ReadingTests
{
    [Fact]
    public void A_row_of_gdelt_of_another_length_is_named()
    {
        var good = Samples.Written("gdelt", Samples.Bare);
        var read = Samples.Read("gdelt", good + "1\t20200704\tshort\n" + good);
        Assert.Equal(["", "DEM542", ""], read.Select(r => r.Failure?.Number ?? ""));
        Assert.EndsWith(":2", read[1].Failure!.Where, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("polecat", "Event ID\tEvent Date\tEvent Type\n1\tsome day\tCONSULT\n2\t2020-07-04\tCONSULT\n")]
    [InlineData("icews", "Event ID\tEvent Date\tSource Name\tCAMEO Code\n1\t2020-07-04\tX\t77777\n2\t2020-07-04\tX\t040\n")]
    [InlineData("csv", "id,event,confidence\n1,CONSULT,much\n2,CONSULT,1\n")]
    [InlineData("plover", "{\"id\": 3}\n{\"id\": \"2\", \"event\": [\"CONSULT\"], \"cite_info\": {\"report\": \"x\"}}\n")]
    public void A_bad_row_costs_itself_only(string format, string text)
    {
        var read = Samples.Read(format, text);
        Assert.NotNull(read[0].Failure);
        Assert.Equal("2", read[1].Value!.Id);
    }

    [Theory]
    [InlineData("polecat", "a\tb\tc\n1\t2\t3\n")]
    [InlineData("icews", "a\tb\tc\n1\t2\t3\n")]
    [InlineData("csv", "a,b\n1,2\n")]
    public void A_file_of_another_kind_is_refused_once(string format, string text) => Assert.Equal("DEM543", Assert.Single(Samples.Read(format, text)).Failure!.Number);

    [Fact]
    public void Values_that_others_write_are_understood()
    {
        var one = Assert.Single(Samples.Read("polecat", "Event ID\tEvent Date\tEvent Type\tEvent Mode\tEvent Intensity\tQuad Code\tActor Name\tActor Country\tRecipient Name\tVersion\n"
            + "P1\t2023-01-02\tASSAULT\taerial\t-9.5\tMATERIAL CONFLICT\tNone\tRUS\tNone\t1.2\n")).Value!;
        Assert.Equal((-9.5, 4, "RUS", "POLECAT 1.2"), (one.Scale, one.Quad, Assert.Single(one.Actors).Code, one.Coder));
        Assert.Empty(one.Recipients);
        var icews = Assert.Single(Samples.Read("icews", "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tIntensity\n1\t2014-01-02\tMinistry (Russia)\tRussia\tMake a visit\t42\t1.9\n")).Value!;
        Assert.Equal(("CONSULT", "visit", "042", "RUS", "Ministry"), (icews.Type, icews.Mode, icews.Cameo, icews.Actors[0].Code, icews.Actors[0].Name));
    }

    [Fact]
    public void A_packed_file_is_read_and_one_cut_off_says_so()
    {
        using var folder = new TestFolder();
        var lines = string.Concat(Enumerable.Repeat(Samples.Written("plover", Samples.Full), 200));
        var packed = Sources.Read.Gzip(Sources.Read.Bytes(lines));
        Assert.Equal(200, Samples.Formats.Read("plover", folder.Write("a.jsonl.gz", packed)).Count(r => r.Value is not null));
        Assert.Equal("DEM529", Samples.Formats.Read("plover", folder.Write("b.jsonl.gz", packed[..^20])).Last().Failure!.Number);
        Assert.Equal("DEM501", Assert.Single(Samples.Formats.Read("parquet", "/no/such.parquet")).Failure!.Number);
        Assert.NotNull(Assert.Single(Samples.Formats.Read("parquet", folder.Write("c.parquet", "no parquet"))).Failure);
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_is_one_line() =>
        Assert.Equal("DEM544", ParquetFile.Write([EventLines.Line(Samples.Bare)], "/no/such/folder/x.parquet").Failure!.Number);

    [Theory]
    [InlineData("a/ngecEvents.DV.2023.txt", "polecat")]
    [InlineData("events.2015.20180710092545.tab", "icews")]
    [InlineData("20200704000000.export.CSV", "gdelt")]
    [InlineData("x.jsonl.gz", "plover")]
    [InlineData("x.csv", "csv")]
    [InlineData("x.doc", null)]
    public void A_name_tells_the_format(string name, string? format) => Assert.Equal(format, EventFormats.OfName(name));
}
