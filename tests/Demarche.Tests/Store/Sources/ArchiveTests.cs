using Demarche.Store.Sources;

namespace Demarche.Tests.Store.Sources;

public class ArchiveTests
{
    private static readonly byte[] Text = Read.Bytes("Iran rejected talks with the United States.");

    [Fact]
    public void A_zip_gives_its_files_by_name()
    {
        using var read = new Read();
        var path = read.Write("z.zip", Read.Zip(
            ("b/page.html", Read.Bytes(PageTests.Page)), ("a.txt", Text), ("pic.png", [1, 2, 3]), ("lines.jsonl.gz", Read.Gzip(Read.Bytes("{\"text\": \"Mali left.\"}\n")))));
        Assert.Equal(["z.zip/a.txt", "z.zip/b/page.html", "z.zip/lines.jsonl.gz#1"], read.Names(path));
        Assert.All(Read.All(path), r => Assert.Null(r.Failure));
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("a/../../evil.txt")]
    [InlineData("/etc/evil.txt")]
    [InlineData("C:\\evil.txt")]
    [InlineData("a\\..\\evil.txt")]
    public void A_path_that_leaves_the_archive_is_refused(string name)
    {
        using var read = new Read();
        var all = Read.All(read.Write("z.zip", Read.Zip((name, Text), ("good.txt", Text))));
        Assert.Equal("DEM531", Assert.Single(all, r => r.Failure is not null).Failure!.Number);
        Assert.Single(all, r => r.Value is not null);
    }

    [Fact]
    public void A_bomb_is_stopped_by_its_ratio()
    {
        using var read = new Read();
        var limits = TableTests.Limited(new ReadingLimits { UnpackedFree = 1 << 20 });
        var zeros = new byte[50 << 20];
        Assert.Equal("DEM530", Read.Fault(read.Write("b.jsonl.gz", Read.Gzip(zeros)), limits).Number);
        var all = Read.All(read.Write("b.zip", Read.Zip(("a.jsonl", zeros), ("b.txt", Text))), limits);
        Assert.Equal(["DEM530", ""], all.Select(r => r.Failure?.Number ?? ""));
    }

    [Fact]
    public void A_bomb_is_stopped_by_its_size_over_all_files()
    {
        using var read = new Read();
        var random = new byte[300_000];
        new Random(1).NextBytes(random);
        var lines = Read.Bytes("{\"text\": \"Iran rejected talks.\"}\n" + Convert.ToHexString(random) + "\n");
        var all = Read.All(read.Write("b.zip", Read.Zip(("a.jsonl", lines), ("b.jsonl", lines))), TableTests.Limited(new ReadingLimits { UnpackedBytes = 1_000_000 }));
        Assert.Equal(["", "DEM505", "DEM530"], all.Select(r => r.Failure?.Number ?? "").Distinct());
    }

    [Fact]
    public void An_archive_inside_an_archive_is_refused()
    {
        using var read = new Read();
        Assert.Equal("DEM532", Read.Fault(read.Write("z.zip", Read.Zip(("in.zip", Read.Zip(("a.txt", Text)))))).Number);
        Assert.Equal("DEM532", Read.Fault(read.Write("z.txt.gz", Read.Gzip(Read.Gzip(Text)))).Number);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(20)]
    [InlineData(400)]
    public void A_gzip_file_that_was_cut_off_says_so_after_what_could_be_read(int cut)
    {
        using var read = new Read();
        var random = new byte[1000];
        new Random(2).NextBytes(random);
        var lines = string.Concat(Enumerable.Repeat("{\"text\": \"Iran rejected talks.\"}\n", 5000)) + Convert.ToHexString(random) + "\n";
        var all = Read.All(read.Write("a.jsonl.gz", Read.Gzip(Read.Bytes(lines))[..^cut]));
        Assert.Equal("DEM529", all[^1].Failure!.Number);
        Assert.True(all.Count(r => r.Value is not null) > 1000);
    }

    [Fact]
    public void A_broken_zip_says_so()
    {
        using var read = new Read();
        var zip = Read.Zip(("a.txt", Text));
        Assert.Equal("DEM529", Read.Fault(read.Write("a.zip", zip[..^10])).Number);
        Assert.NotNull(Read.Fault(read.Write("b.txt.gz", [0x1F, 0x8B, 8, 0, 1, 2, 3])));
    }

    [Fact]
    public void What_a_file_is_shows_in_its_first_bytes_where_its_name_is_silent()
    {
        using var read = new Read();
        Assert.Equal("The Daily Lamp", Read.One(read.Write("saved", PageTests.Page)).Outlet);
        Assert.Equal("The Daily Lamp", Read.One(read.Write("packed", Read.Gzip(Read.Bytes(PageTests.Page)))).Outlet);
        Assert.Equal(Read.Words(Read.One(read.Write("a.txt", Text))), Read.Words(Read.One(read.Write("words", Text))));
    }

    [Fact]
    public void A_folder_gives_its_reports_by_name_and_leaves_the_rest()
    {
        using var read = new Read();
        Directory.CreateDirectory(Path.Combine(read.Path, "in"));
        read.Write("in/b.html", PageTests.Page);
        read.Write("in/a.txt", Text);
        read.Write("in/c.png", Text);
        Assert.Equal(["in/a.txt", "in/b.html"], read.Names(Path.Combine(read.Path, "in")));
        Assert.Equal("DEM504", Read.Fault(Directory.CreateDirectory(Path.Combine(read.Path, "none")).FullName).Number);
    }

    [Fact]
    public void Progress_runs_up_to_the_length_of_the_files()
    {
        using var read = new Read();
        string[] paths = [read.Write("a.txt", Text), read.Write("b.txt", Text), read.Write("c.txt", Text)];
        var found = new ReportSources(Demarche.Reports.ReportReader.Load(CodebookFiles.Shipped()).Value!, new ReadingOptions(), TextReader.Null).Find(paths).ToList();
        Assert.Equal(Text.Length * 3, ReportSources.LengthOf(paths));
        Assert.Equal(found.Select(f => f.BytesBefore).Order(), found.Select(f => f.BytesBefore));
        Assert.InRange(found[^1].BytesBefore, Text.Length * 2, Text.Length * 3);
    }
}
