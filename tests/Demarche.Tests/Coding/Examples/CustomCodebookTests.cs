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
    public void TypesThatTheRankerDoesNotKnowAreNotJudgedByIt()
    {
        using var folder = new TestFolder();
        var pipeline = Pipeline.Load(CodebookFiles.Shipped().Overlay(Write(folder, s => s)).Value!).Value!;
        var one = Assert.Single(pipeline.Code(pipeline.Reader.FromText("example", "Greece has leased a terminal to China.").Value!, TestContext.Current.CancellationToken).Events);
        Assert.Equal("lease.let", one.Explanation.Rule);
        Assert.InRange(one.Confidence, 0.4, 0.99);
    }

    // Writes the blocks of the page as files and gives their folder.
    private static string Write(TestFolder folder, Func<string, string> change)
    {
        foreach (var block in Page().Split("```yaml file=").Skip(1))
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
