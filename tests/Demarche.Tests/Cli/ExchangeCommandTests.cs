using DuckDB.NET.Data;

namespace Demarche.Tests.Cli;

public class ExchangeCommandTests
{
    private const string Story = "Iran rejected talks with the United States on Saturday.\n\nThe US imposed new sanctions on Iran last week.\n\nFrance may condemn Mali next week.\n";

    [Theory]
    [InlineData("plover", 0)]
    [InlineData("polecat", 1)]
    [InlineData("icews", 1)]
    [InlineData("gdelt", 0)]
    [InlineData("gdelt-mentions", 0)]
    [InlineData("csv", 1)]
    public void The_record_is_exported(string format, int header)
    {
        using var folder = new TestFolder();
        var store = Ingest(folder);
        var exported = Called.With("export", "--store", store, "--format", format);
        Assert.Equal(0, exported.Code);
        Assert.True(exported.Lines.Length > 1 + header);
        var one = Called.With("export", "--store", store, "--format", format, "--type", "SANCTION", "--between", "USA", "IRN");
        Assert.Equal(1 + header, one.Lines.Length);
        var file = Path.Combine(folder.Path, "events.out");
        Assert.Equal(0, Called.With("export", "--store", store, "--format", format, "--output", file).Code);
        Assert.Equal(exported.Output, File.ReadAllText(file));
    }

    [Fact]
    public void Parquet_is_read_by_duckdb()
    {
        using var folder = new TestFolder();
        var (store, file) = (Ingest(folder), Path.Combine(folder.Path, "events.parquet"));
        Assert.Equal(2, Called.With("export", "--store", store, "--format", "parquet").Code);
        Assert.Equal(0, Called.With("export", "--store", store, "--format", "parquet", "--output", file).Code);
        using var database = new DuckDBConnection("Data Source=:memory:");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM '{file}' WHERE event = 'SANCTION' AND list_contains(actor_code, 'USA') AND date < DATE '2020-07-04'";
        Assert.Equal(1L, command.ExecuteScalar());
    }

    [Fact]
    public void Imported_events_are_kept_apart_by_their_coder_and_importing_again_changes_nothing()
    {
        using var folder = new TestFolder();
        var (store, file) = (Ingest(folder), Path.Combine(folder.Path, "day.export.CSV"));
        Called.With("export", "--store", store, "--format", "gdelt", "--output", file);
        for (var i = 0; i < 2; i++)
        {
            var imported = Called.With("import", file, "--store", store);
            Assert.Equal((0, ""), (imported.Code, imported.Output));
        }

        var rows = File.ReadAllLines(file).Length;
        Assert.Equal(rows, Called.With("export", "--store", store, "--format", "plover").Lines.Count(l => l.Contains("\"coder\":\"GDELT 2.0\"", StringComparison.Ordinal)));
        var compared = Called.With("compare", store + "#Demarche", store + "#GDELT");
        Assert.Equal(0, compared.Code);
        Assert.Contains("correlation of", compared.Output, StringComparison.Ordinal);
        Assert.Contains("0 only in A", compared.Output, StringComparison.Ordinal);
        Assert.Contains("IRN-USA", Called.With("compare", file, store + "#GDELT", "--format", "csv").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_done_is_one_line()
    {
        using var folder = new TestFolder();
        var store = Ingest(folder);
        Assert.Contains("DEM545", Called.With("import", folder.Write("x.doc", "x"), "--store", store).Errors, StringComparison.Ordinal);
        var bad = Called.With("import", folder.Write("y.tsv", "a\tb\n"), "--format", "icews", "--store", store);
        Assert.Equal(1, bad.Code);
        Assert.Contains("DEM543", bad.Errors, StringComparison.Ordinal);
        Assert.Equal(2, Called.With("export", "--store", Path.Combine(folder.Path, "none.duckdb"), "--format", "csv").Code);
        Assert.Equal(2, Called.With("compare", Path.Combine(folder.Path, "none.jsonl"), store).Code);
        Assert.Equal(2, Called.With("export", "--store", store, "--format", "csv", "--output", "/no/such/folder/x.csv").Code);
    }

    private static string Ingest(TestFolder folder)
    {
        var store = Path.Combine(folder.Path, "record.duckdb");
        Assert.Equal(0, Called.With("ingest", folder.Write("in.jsonl", System.Text.Json.JsonSerializer.Serialize(new { text = Story, published = "2020-07-04" })), "--store", store).Code);
        return store;
    }
}
