using Demarche.Store.Sources;
using NodaTime;

namespace Demarche.Tests.Store.Sources;

public class TableTests
{
    [Fact]
    public void A_row_is_a_report_with_its_columns()
    {
        using var read = new Read();
        var all = Read.All(read.Write("t.csv", "title,text,date,source,url\r\n\"Talks, again\",\"Iran rejected talks.\r\nIt said \"\"no\"\".\",2020-07-04,AP,https://x.example/1\r\nX,France condemned Mali.,20210101,Reuters,\r\n"));
        var first = all[0].Value!;
        Assert.Equal("Talks, again\n\nIran rejected talks.\nIt said \"no\".", first.Text);
        Assert.Equal((new LocalDate(2020, 7, 4), "AP", "https://x.example/1"), (first.Published, first.Outlet, first.Link));
        Assert.Equal((new LocalDate(2021, 1, 1), "Reuters", null), (all[1].Value!.Published, all[1].Value!.Outlet, all[1].Value!.Link));
        Assert.EndsWith("t.csv#2", all[1].Value!.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t.csv", "body;day\nIran rejected talks.;2020-07-04\n")]
    [InlineData("t.tsv", "body\tday\nIran rejected talks.\t2020-07-04\n")]
    [InlineData("t.jsonl", "{\"body\": \"Iran rejected talks.\", \"day\": \"2020-07-04\"}\n")]
    public void Columns_are_taken_by_the_names_that_are_given(string file, string content)
    {
        using var read = new Read();
        var report = Read.One(read.Write(file, content), new ReadingOptions { Columns = new ColumnNames(Text: "body", Published: "day") });
        Assert.Equal("Iran rejected talks.", report.Text);
        Assert.Equal(new LocalDate(2020, 7, 4), report.Published);
    }

    [Fact]
    public void A_column_that_is_not_there_is_named_with_those_that_are()
    {
        using var read = new Read();
        var path = read.Write("t.csv", "title,words\nX,Iran rejected talks.\n");
        var fault = Read.Fault(path);
        Assert.Equal("DEM521", fault.Number);
        Assert.Contains("'words'", fault.What, StringComparison.Ordinal);
        Assert.Contains("'story'", Read.Fault(path, new ReadingOptions { Columns = new ColumnNames("story") }).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_row_is_named_and_the_rest_goes_on()
    {
        using var read = new Read();
        var all = Read.All(read.Write("t.csv", "text,date\nIran rejected talks.,2020-07-04\na,b,c\n\"never closed,2020-07-04\nFrance condemned Mali.,2020-07-05\n"));
        Assert.Equal(["", "DEM507", "DEM507", ""], all.Select(r => r.Failure?.Number ?? ""));
        Assert.EndsWith("t.csv:3", all[1].Failure!.Where, StringComparison.Ordinal);
        Assert.Equal("France condemned Mali.", all[3].Value!.Text);
    }

    [Fact]
    public void What_is_called_a_date_must_be_one()
    {
        using var read = new Read();
        var path = read.Write("t.csv", "text,day\nIran rejected talks.,03/04/2020\n");
        Assert.Equal("DEM523", Read.Fault(path, new ReadingOptions { Columns = new ColumnNames(Published: "day") }).Number);
    }

    [Theory]
    [InlineData("t.csv", "text\n", "DEM507")]
    [InlineData("t.jsonl", "", "DEM522")]
    public void An_endless_line_costs_itself_only(string file, string header, string number)
    {
        using var read = new Read();
        var good = file.EndsWith("csv", StringComparison.Ordinal) ? "Iran rejected talks.\n" : "{\"text\": \"Iran rejected talks.\"}\n";
        var all = Read.All(read.Write(file, header + good + new string('x', 5_000) + "\n" + good), Limited(new ReadingLimits { LineCharacters = 1_000 }));
        Assert.Equal(["", number, ""], all.Select(r => r.Failure?.Number ?? ""));
    }

    [Theory]
    [InlineData("t.csv", "text;published\nDer Präsident – er blieb – sagte “nein”.;2020-07-04\n")]
    [InlineData("t.tsv", "text\tpublished\nDer Präsident – er blieb – sagte “nein”.\t2020-07-04\n")]
    [InlineData("t.jsonl", "{\"text\": \"Der Präsident – er blieb – sagte “nein”.\"}\n")]
    public void A_table_is_read_in_utf_8_utf_16_and_windows_1252(string file, string content)
    {
        using var read = new Read();
        var old = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        foreach (var bytes in new[] { old.GetBytes(content), System.Text.Encoding.UTF8.GetBytes(content), [.. System.Text.Encoding.Unicode.Preamble, .. System.Text.Encoding.Unicode.GetBytes(content)] })
        {
            Assert.Equal("Der Präsident – er blieb – sagte “nein”.", Read.One(read.Write(file, bytes)).Text);
        }
    }

    [Theory]
    [InlineData("t.csv")]
    [InlineData("t.jsonl")]
    [InlineData("t.html")]
    public void An_empty_file_says_so(string file)
    {
        using var read = new Read();
        Assert.NotNull(Read.Fault(read.Write(file, "")));
    }

    internal static ReadingOptions Limited(ReadingLimits limits) => new() { Limits = limits };
}
