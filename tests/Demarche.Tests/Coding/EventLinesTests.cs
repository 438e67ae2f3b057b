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
        var table = new EventTable(',');
        table.WriteHeader(written);
        table.Write(RecordedEvents.Of(report, codebook), written);
        var rows = written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, rows.Length);
        Assert.Contains("\"🎈 Iran refused to meet \"\"Oman\"\"\"", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_a_line_and_writing_it_gives_the_same_bytes()
    {
        var line = Assert.Single(Lines(out _));
        var read = EventLines.Read("made:1", Encoding.UTF8.GetBytes(line)).Value;
        Assert.NotNull(read);
        using var stream = new MemoryStream();
        EventLines.Write([read], stream);
        Assert.Equal(line + "\n", Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal("OMN", Assert.Single(read.Recipients).Code);
        Assert.Equal("CONSULT", read.Content?.Type);
    }

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("{", "no JSON")]
    [InlineData("[]", "no object")]
    [InlineData("{}", "no event type")]
    [InlineData("""{"event": ["CONSULT"], "id": "a"}""", "cite_info")]
    [InlineData("""{"event": ["CONSULT"], "cite_info": {}}""", "no id")]
    [InlineData("""{"event": "CONSULT"}""", "event is no array")]
    [InlineData("""{"event": ["CONSULT"], "id": "a", "cite_info": {}, "date": "last week"}""", "date is no day")]
    [InlineData("""{"event": ["CONSULT"], "id": "a", "cite_info": {}, "date": "\ud800"}""", "DEM405")]
    [InlineData("""{"event": ["CONSULT"], "id": "a", "cite_info": {}, "actor": [{"sector": [3]}]}""", "sector holds")]
    [InlineData("""{"event": ["CONSULT"], "id": "a", "cite_info": {}, "quad_code": 1.5}""", "quad_code is no whole number")]
    public void A_bad_line_says_what_is_wrong(string line, string expected)
    {
        var read = EventLines.Read("made:7", Encoding.UTF8.GetBytes(line));
        Assert.Null(read.Value);
        Assert.Contains(expected, read.Failure!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("made:7: ", read.Failure.ToString(), StringComparison.Ordinal);
    }

    private static string[] Lines(out CodedReport report)
    {
        var codebook = HandMade.Codebook(Rules);
        report = EventCoder.By(codebook).Code(HandMade.State(Tree, "IRN:2 OMN:6"));
        using var stream = new MemoryStream();
        EventLines.Write(RecordedEvents.Of(report, codebook), stream);
        return Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
