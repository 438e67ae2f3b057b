using System.Text;
using System.Text.Json;
using Demarche.Coding;
using Demarche.Coding.Records;

namespace Demarche.Tests.Coding;

public class EventLinesTests
{
    private const string Rules = """
        - {id: reject.content, event: REJECT, verb: [refuse], content: [CONSULT], modes: {CONSULT: meet}}
        - {id: consult.meet, event: CONSULT, verb: [meet], recipient: [object, with]}
        """;

    private const string Tree = """
        🎈 🎈 SYM SYM 3 dep
        Iran Iran PROPN NNP 3 nsubj
        refused refuse VERB VBD 0 root
        to to PART TO 5 mark
        meet meet VERB VB 3 xcomp
        "Oman" Oman PROPN NNP 5 obj
        """;

    [Fact]
    public void Line_holds_the_record_with_its_content()
    {
        var line = Assert.Single(Lines(out _));
        var record = JsonDocument.Parse(line).RootElement;
        Assert.True(record.GetProperty("has_event").GetBoolean());
        Assert.Equal("REJECT", record.GetProperty("event")[0].GetString());
        Assert.Equal("meet", record.GetProperty("mode")[0].GetString());
        Assert.Equal("IRN", record.GetProperty("actor")[0].GetProperty("code").GetString());
        Assert.Equal("OMN", record.GetProperty("recipient")[0].GetProperty("code").GetString());
        Assert.Equal("CONSULT", record.GetProperty("content").GetProperty("event")[0].GetString());
        Assert.Equal("did-not-happen", record.GetProperty("content").GetProperty("status").GetString());
        Assert.Equal("made", record.GetProperty("cite_info").GetProperty("report").GetString());
        Assert.Equal(JsonValueKind.Null, record.GetProperty("date").ValueKind);
    }

    [Fact]
    public void Offsets_count_code_points_of_the_report_as_read()
    {
        var record = JsonDocument.Parse(Lines(out var report)[0]).RootElement;
        var info = record.GetProperty("text_info");
        var runes = report.Report.Text.EnumerateRunes().Skip(info.GetProperty("start").GetInt32())
            .Take(info.GetProperty("end").GetInt32() - info.GetProperty("start").GetInt32());
        Assert.Equal("Iran refused to meet \"Oman\"", string.Concat(runes));
        Assert.Equal(2, info.GetProperty("start").GetInt32());   // the balloon is one character for those who count code points
    }

    [Fact]
    public void Same_report_gives_the_same_bytes() => Assert.Equal(Lines(out _), Lines(out _));

    [Fact]
    public void Table_quotes_what_would_break_a_row()
    {
        var codebook = HandMade.Codebook(Rules);
        var report = EventCoder.By(codebook).Code(HandMade.State(Tree, "IRN:2 OMN:6"));
        var written = new StringWriter();
        var table = new EventTable(codebook, ',');
        table.WriteHeader(written);
        table.Write(report, written);
        var rows = written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, rows.Length);
        Assert.Contains("\"🎈 Iran refused to meet \"\"Oman\"\"\"", rows[1], StringComparison.Ordinal);
    }

    private static string[] Lines(out CodedReport report)
    {
        var codebook = HandMade.Codebook(Rules);
        report = EventCoder.By(codebook).Code(HandMade.State(Tree, "IRN:2 OMN:6"));
        using var stream = new MemoryStream();
        new EventLines(codebook).Write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
