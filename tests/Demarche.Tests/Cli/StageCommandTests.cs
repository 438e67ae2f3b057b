using System.Text.Json;

namespace Demarche.Tests.Cli;

public class StageCommandTests
{
    [Fact]
    public void RelateAnswersEachRowAndNamesTheBadOne()
    {
        var called = Called.WithInput(
            "id\tmarked_sentence\na\t<s>Turkey</s> condemned <t>Syria</t>.\nb\nc\t\"<s>Chad</s> gave <t>Sudan</t> \"\"relief\"\" food.\"\n", "relate", "-");
        Assert.Equal(1, called.Code);
        Assert.Equal(2, called.Lines.Length);
        Assert.Contains("-:3", called.Errors, StringComparison.Ordinal);
        using var first = JsonDocument.Parse(called.Lines[0]);
        Assert.Equal("ACCUSE", first.RootElement.GetProperty("event").GetString());
        Assert.Equal(3, first.RootElement.GetProperty("quad").GetInt32());
        Assert.InRange(first.RootElement.GetProperty("confidence").GetDouble(), 0, 1);
    }

    [Fact]
    public void RelateWantsItsColumns()
    {
        var called = Called.WithInput("text\nx\n", "relate", "-");
        Assert.Equal(1, called.Code);
        Assert.Contains("marked_sentence", called.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void TimesPointIntoTheTextInCodePoints()
    {
        const string text = "\U0001F5DE On Saturday the envoy left.";
        var called = Called.WithInput(JsonSerializer.Serialize(new { id = "x", published = "2020-07-06", text }), "times", "-");
        Assert.Equal(0, called.Code);
        using var json = JsonDocument.Parse(called.Lines[0]);
        var time = Assert.Single(json.RootElement.GetProperty("times").EnumerateArray());
        Assert.Equal("2020-07-04", time.GetProperty("value").GetString());
        Assert.Equal("Saturday", text[(time.GetProperty("start").GetInt32() + 1)..(time.GetProperty("end").GetInt32() + 1)]);
    }

    [Fact]
    public void EntitiesKeepTokensAndLines()
    {
        var called = Called.WithInput("# newdoc id = a\nAngela\tO\nMerkel\tO\nvisited\tO\nParis\tO\n.\tO\n\nBye\n", "entities", "-");
        Assert.Equal(0, called.Code);
        Assert.Equal(
            ["# newdoc id = a", "Angela\tB-Person", "Merkel\tI-Person", "visited\tO", "Paris\tB-Place", ".\tO", "", "Bye\tO"],
            called.Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void A_line_without_an_end_is_named_and_the_rest_goes_on()
    {
        var entities = Called.WithInput($"Paris\n{new string('x', 20_000)}\n.\n", "entities", "-");
        Assert.Equal((1, 2), (entities.Code, entities.Lines.Length));
        Assert.Contains("-:2", entities.Errors, StringComparison.Ordinal);
        var times = Called.WithInput($"{{\"id\": \"{new string('x', 17 << 20)}\"}}\n{{\"id\": \"b\", \"text\": \"On Saturday.\"}}\n", "times", "-");
        Assert.Equal((1, 1), (times.Code, times.Lines.Length));
        Assert.Contains("DEM522", times.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void ParseKeepsTheCharactersOfTheText()
    {
        const string text = "The envoys can't agree. They don't talk.";
        var called = Called.WithInput(text, "parse", "-");
        Assert.Equal(0, called.Code);
        var columns = called.Lines.Where(l => !l.StartsWith('#')).Select(l => l.Split('\t')).ToList();
        Assert.All(columns, c => Assert.Equal(10, c.Length));
        Assert.Contains(columns, c => c[0].Contains('-', StringComparison.Ordinal) && c[1] == "can't");
    }

    [Fact]
    public void ExplainNamesRuleAndWords()
    {
        var called = Called.With("explain", "Iran rejected talks with the United States.");
        Assert.Equal(0, called.Code);
        Assert.Contains("REJECT", called.Output, StringComparison.Ordinal);
        Assert.Contains("\"talks\"", called.Output, StringComparison.Ordinal);
    }
}
