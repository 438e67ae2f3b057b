using Demarche.Cli.Output;
using Demarche.Cli.Output.Chronology;
using Demarche.Coding.Records;

namespace Demarche.Tests.Cli;

/// <summary>No cell of CSV is run as a formula by a spreadsheet, and none is changed that is a number.</summary>
public class CsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1 800", "'+1 800")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("-2.5", "-2.5")]
    [InlineData("'=1", "''=1")]
    [InlineData("=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"")]
    [InlineData("Iran", "Iran")]
    public void A_cell_that_begins_like_a_formula_gets_an_apostrophe(string cell, string expected)
    {
        var (rows, timeline) = (new StringWriter(), new StringWriter());
        RowSink.Of("csv", rows, ["what"]).Write([cell]);
        CsvText.Row([cell], timeline);
        Assert.Equal($"what\n{expected}\n", rows.ToString());
        Assert.Equal(expected + "\n", timeline.ToString());
        Assert.Equal(expected, EventTable.Escaped(cell));
    }
}
