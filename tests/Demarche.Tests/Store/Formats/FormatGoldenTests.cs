using Demarche.Tests.Golden;

namespace Demarche.Tests.Store.Formats;

public class FormatGoldenTests
{
    [Theory]
    [InlineData("plover", "jsonl")]
    [InlineData("polecat", "tsv")]
    [InlineData("icews", "tsv")]
    [InlineData("gdelt", "tsv")]
    [InlineData("gdelt-mentions", "tsv")]
    [InlineData("csv", "csv")]
    public void A_format_is_written_as_approved(string format, string extension) =>
        Approval.Check($"Store/Formats/{format}.verified.{extension}", Samples.Written(format, Samples.Full, Samples.Bare, Samples.Denied));

    [Theory]
    [InlineData("polecat", 40, true)]
    [InlineData("icews", 20, true)]
    [InlineData("gdelt", 61, false)]
    [InlineData("gdelt-mentions", 16, false)]
    public void Every_row_has_the_columns_of_the_format(string format, int columns, bool header)
    {
        var lines = Samples.Written(format, Samples.Full, Samples.Bare).TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.Equal(columns, line.Split('\t').Length));
        Assert.Equal(header, lines[0].StartsWith("Event ID\tEvent Date\t", StringComparison.Ordinal));
        Assert.Equal(columns, Samples.Formats.Sheet(format, everyStatus: false).Columns.Distinct().Count());
    }

    [Theory]
    [InlineData("polecat")]
    [InlineData("icews")]
    [InlineData("gdelt")]
    [InlineData("gdelt-mentions")]
    public void A_format_without_a_status_leaves_out_what_did_not_happen(string format)
    {
        var text = new StringWriter();
        var writer = Samples.Formats.Writer(format, text);
        writer.Write(Samples.Denied);
        Assert.Equal((0, 1, ""), (writer.Count, writer.LeftOut, text.ToString()));
        writer = Samples.Formats.Writer(format, text, everyStatus: true);
        writer.Write(Samples.Denied);
        Assert.Equal((1, 0), (writer.Count, writer.LeftOut));
    }

    [Fact]
    public void Codes_are_those_of_the_other_data_sets()
    {
        var romania = Samples.Bare with
        {
            Actors = [new Demarche.Coding.Records.ParticipantRecord("ROU", ["GOV"], "Romania", "Romania")],
            Place = new Demarche.Coding.Records.PlaceRecord("Bern", "Bern", "CHE", null, 46.9, 7.4),
        };
        var row = Samples.Written("gdelt", romania).TrimEnd('\n').Split('\t');
        Assert.Equal(("ROMGOV", "ROM", "160", "16"), (row[5], row[7], row[26], row[28]));
        Assert.Equal(("Bern, Switzerland", "SZ"), (row[52], row[53]));
        Assert.Contains("\t360\t", Samples.Written("polecat", romania), StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_of_cameo_keeps_its_leading_zero() => Assert.Contains("\t042\t042\t04\t", Samples.Written("gdelt", Samples.Full), StringComparison.Ordinal);

    [Fact]
    public void Both_ways_of_a_meeting_are_given_where_all_who_took_part_are_actors()
    {
        var both = Samples.Full with { Recipients = [] };
        var rows = Samples.Written("icews", both).TrimEnd('\n').Split('\n')[1..].Select(r => r.Split('\t')).ToList();
        Assert.Equal([("Jean Dupont (France)", "Iran"), ("Iran", "Jean Dupont (France)")], rows.Select(r => (r[2], r[8])));
        Assert.Equal(2, rows.Select(r => r[0]).Distinct().Count());
    }

    [Fact]
    public void A_cell_that_begins_like_a_formula_is_escaped_and_a_number_is_not()
    {
        var text = Samples.Written("csv", Samples.Full with { Rule = "-cmd", Citation = Samples.Full.Citation with { Publication = "@x", Report = "+1+2" } }, Samples.Bare);
        Assert.Contains("\"'=The ministers", text, StringComparison.Ordinal);
        Assert.Contains(",'-cmd,", text, StringComparison.Ordinal);
        Assert.Contains(",'+1+2,'@x,", text, StringComparison.Ordinal);
        Assert.Contains(",-6,160,-4,", text, StringComparison.Ordinal);
    }
}
