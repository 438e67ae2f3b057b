using System.Globalization;
using System.Text.Json;
using Demarche.Cli;

namespace Demarche.Tests.Cli;

public class CodeCommandTests
{
    private const string Story = "Iran rejected talks with the United States on Saturday.\n\nThe US imposed new sanctions on Iran last week.\n";

    [Fact]
    public void ATableNamesWhoDidWhatToWhom()
    {
        using var folder = new TestFolder();
        var called = Called.With("code", folder.Write("story.txt", Story), "--date", "2020-07-04");
        Assert.Equal(0, called.Code);
        Assert.Contains("Iran", called.Output, StringComparison.Ordinal);
        Assert.Contains("REJECT", called.Output, StringComparison.Ordinal);
        Assert.Contains("SANCTION", called.Output, StringComparison.Ordinal);
        Assert.Empty(called.Errors);
    }

    [Fact]
    public void ABugIsToldInALine()
    {
        using var folder = new TestFolder();
        var errors = new StringWriter();
        Assert.Equal(CommandLine.SomeFailed, CommandLine.Run(["code", folder.Write("story.txt", Story)], TextReader.Null, new BrokenWriter(), errors));
        Assert.Equal("demarche: code: the command met a fault of its own: NotSupportedException: no place. Please report it with what was given to it; what was written or kept before stays. (DEM599)", errors.ToString().TrimEnd());
    }

    [Fact]
    public void JsonLinesPointIntoTheReport()
    {
        using var folder = new TestFolder();
        var path = folder.Write("story.txt", Story);
        var called = Called.With("code", path, "--date", "2020-07-04", "--format", "jsonl");
        Assert.NotEmpty(called.Lines);
        foreach (var line in called.Lines)
        {
            using var json = JsonDocument.Parse(line);
            var info = json.RootElement.GetProperty("text_info");
            var (start, end) = (info.GetProperty("start").GetInt32(), info.GetProperty("end").GetInt32());
            Assert.InRange(start, 0, end);
            Assert.InRange(end, start + 1, Story.Length);
            Assert.Equal(path, json.RootElement.GetProperty("cite_info").GetProperty("report").GetString());
        }
    }

    [Fact]
    public void TheOutputDoesNotDependOnThreadsOrOnTheRun()
    {
        string[] call = ["code", Path.Combine(Repository.Root, "samples"), "--format", "jsonl"];
        var first = Called.With([.. call, "--jobs", "1"]);
        Assert.NotEmpty(first.Lines);
        Assert.Equal(first.Output, Called.With([.. call, "--jobs", "4"]).Output);
        Assert.Equal(first.Output, Called.With([.. call, "--jobs", "1"]).Output);
    }

    [Fact]
    public void EventsThatAreLikelyWrongAreShownOnlyWhereAskedFor()
    {
        string[] call = ["code", Path.Combine(Repository.Root, "samples"), "--format", "jsonl"];
        var all = Called.With([.. call, "--min-confidence", "0"]).Lines.Select(Confidence).ToList();
        foreach (var least in (double[])[0.5, 0.7, 0.9])
        {
            var some = Called.With([.. call, "--min-confidence", least.ToString(CultureInfo.InvariantCulture)]);
            Assert.Equal(all.Where(c => c >= least), some.Lines.Select(Confidence));
        }

        Assert.Contains(all, c => c < 0.9);   // so that asking left something out
        var shown = Called.With(call).Lines.Select(Confidence).ToList();
        Assert.Equal(all.Where(c => c >= Pipeline.Load(CodebookFiles.Shipped()).Value!.Coder.ShownFrom), shown);

        static double Confidence(string line)
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("confidence").GetDouble();
        }
    }

    [Theory]
    [InlineData("7")]
    [InlineData("-0.1")]
    [InlineData("high")]
    public void AConfidenceThatIsNoneIsNamed(string value)
    {
        var called = Called.WithInput(Story, "code", "-", "--min-confidence", value);
        Assert.Equal(2, called.Code);
        Assert.Contains($"'{value}'", called.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void StandardInputIsRead()
    {
        var called = Called.WithInput(Story, "code", "-", "--format", "jsonl");
        Assert.Equal(0, called.Code);
        Assert.NotEmpty(called.Lines);
    }

    [Fact]
    public void OneBadInputIsNamedAndTheRestGoesOn()
    {
        using var folder = new TestFolder();
        var empty = folder.Write("empty.txt", "");
        var garbage = folder.Write("garbage.txt", [0, 1, 2, 0xff, 0xfe, 0, 7, 0, 0, 3, 9, 0x80]);
        var missing = Path.Combine(folder.Path, "missing.txt");
        var good = folder.Write("good.txt", Story);
        var called = Called.With("code", empty, garbage, missing, good, "--format", "jsonl");
        Assert.Equal(1, called.Code);
        Assert.NotEmpty(called.Lines);
        var errors = called.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, errors.Length);
        Assert.Contains("empty.txt", errors[0], StringComparison.Ordinal);
        Assert.Contains("garbage.txt", errors[1], StringComparison.Ordinal);
        Assert.Contains("missing.txt", errors[2], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", called.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileOfLinesHoldsAReportALine()
    {
        using var folder = new TestFolder();
        var path = folder.Write("two.jsonl", "{\"text\": \"Iran rejected talks with the United States.\"}\nnot json\n{\"text\": \"France condemned Mali.\", \"published\": \"2022-02-01\"}\n");
        var called = Called.With("code", path, "--format", "jsonl");
        Assert.Equal(1, called.Code);
        Assert.Contains("two.jsonl:2", called.Errors, StringComparison.Ordinal);
        Assert.Contains("two.jsonl#1", called.Lines[0], StringComparison.Ordinal);
        Assert.Contains("two.jsonl#3", called.Lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("code", "x.txt", "--date", "yesterday")]
    [InlineData("code", "x.txt", "--format", "xml")]
    [InlineData("code", "x.txt", "--codebook", "/no/such/folder")]
    [InlineData("transmogrify")]
    public void WrongUseHasItsOwnCodeAndOneLine(params string[] args)
    {
        var called = Called.With(args);
        Assert.Equal(2, called.Code);
        Assert.Empty(called.Output);
        Assert.NotEmpty(called.Errors);
    }

    [Fact]
    public void AnOutputFileIsWholeOrAbsent()
    {
        using var folder = new TestFolder();
        var output = Path.Combine(folder.Path, "events.csv");
        var called = Called.WithInput(Story, "code", "-", "--format", "csv", "--output", output);
        Assert.Equal(0, called.Code);
        Assert.Empty(called.Output);
        Assert.True(File.ReadAllLines(output).Length > 1);
        Assert.Equal(2, Called.WithInput(Story, "code", "-", "--output", Path.Combine(folder.Path, "none", "x.csv")).Code);
    }

    private sealed class BrokenWriter : StringWriter
    {
        public override void Write(string? value) => throw new NotSupportedException("no place.");

        public override void Write(char value) => throw new NotSupportedException("no place.");
    }
}
