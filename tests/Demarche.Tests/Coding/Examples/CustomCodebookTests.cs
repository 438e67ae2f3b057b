using Demarche.Coding;
using Demarche.Tests.Cli;

namespace Demarche.Tests.Coding.Examples;

/// <summary>The worked example of docs/custom-codebook.md: its blocks are files, and they work as printed.</summary>
public class CustomCodebookTests
{
    [Fact]
    public void AnOntologyOfThreeTypesNeedsNoCode()
    {
        using var folder = new TestFolder();
        var files = CodebookFiles.Shipped().Overlay(Write(folder, s => s)).Value!;
        var pipeline = Pipeline.Load(files);
        Assert.Null(pipeline.Failure);
        Assert.Equal(["CALL", "LEASE", "SHUT"], pipeline.Value!.Codebook.Ontology.Types.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(CodebookCheck.Run(pipeline.Value.Codebook, text => pipeline.Value.Code(pipeline.Value.Reader.FromText("example", text).Value!)));
    }

    [Fact]
    public void ABadRuleIsToldByFileLineAndRule()
    {
        using var folder = new TestFolder();
        var files = CodebookFiles.Shipped().Overlay(Write(folder, s => s.Replace("event: LEASE", "event: RENT", StringComparison.Ordinal))).Value!;
        var failure = Demarche.Coding.Codebook.Load(files).Failure!.ToString();
        Assert.Contains(Path.Combine("rules", "ports.yaml"), failure, StringComparison.Ordinal);
        Assert.Contains("lease.let", failure, StringComparison.Ordinal);
        Assert.Contains("'RENT' is no event type", failure, StringComparison.Ordinal);
        Assert.Matches(@"ports\.yaml:\d+", failure);
    }

    [Fact]
    public void EveryCommandOfThePageRuns()
    {
        using var folder = new TestFolder();
        Write(folder, s => s, "```text file=");
        var commands = Page().Split("```bash\n").Skip(1).SelectMany(b => b[..b.IndexOf("```", StringComparison.Ordinal)].Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.True(commands.Count > 6);
        foreach (var command in commands)
        {
            if (command == commands[2])
            {
                Write(folder, s => s);   // by now the reader has changed the files
            }

            var called = Called.With([.. Arguments(command, folder)]);
            Assert.True(called is { Code: 0, Errors: "" }, command + "\n" + called.Errors);
        }

        Assert.Contains("LEASE", File.ReadAllText(Path.Combine(folder.Path, "events.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void TypesThatTheRankerDoesNotKnowAreNotJudgedByIt()
    {
        using var folder = new TestFolder();
        var pipeline = Pipeline.Load(CodebookFiles.Shipped().Overlay(Write(folder, s => s)).Value!).Value!;
        var one = Assert.Single(pipeline.Code(pipeline.Reader.FromText("example", "Greece has leased a terminal to China.").Value!).Events);
        Assert.Equal("lease.let", one.Explanation.Rule);
        Assert.InRange(one.Confidence, 0.4, 0.99);
    }

    // The words of a command without its first; names of files and folders stand for those of the test's folder.
    private static IEnumerable<string> Arguments(string command, TestFolder folder)
    {
        var parts = command.Split('"');
        var words = parts.SelectMany((p, i) => i % 2 == 1 ? [p] : p.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Skip(1).ToList();
        var named = words.Select(w => w is "ports" or "report.txt" or "events.csv" && !words.Contains("new") ? Path.Combine(folder.Path, w) : w);
        return words.Contains("new") ? [.. named, "--output", folder.Path] : named;
    }

    // Writes the blocks of the page as files and gives their folder.
    private static string Write(TestFolder folder, Func<string, string> change, string start = "```yaml file=")
    {
        foreach (var block in Page().Split(start).Skip(1))
        {
            var name = block[..block.IndexOf('\n', StringComparison.Ordinal)].Trim();
            var text = block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..block.IndexOf("```", StringComparison.Ordinal)];
            var path = Path.Combine(folder.Path, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, change(text));
        }

        return Path.Combine(folder.Path, "ports");
    }

    private static string Page() => File.ReadAllText(Path.Combine(Repository.Root, "docs", "custom-codebook.md")).ReplaceLineEndings("\n");
}
