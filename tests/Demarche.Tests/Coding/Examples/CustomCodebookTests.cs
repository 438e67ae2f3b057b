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

    // Writes the blocks of the page as files and gives their folder.
    private static string Write(TestFolder folder, Func<string, string> change)
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "custom-codebook.md"));
        foreach (var block in page.Split("```yaml file=").Skip(1))
        {
            var name = block[..block.IndexOf('\n', StringComparison.Ordinal)].Trim();
            var text = block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..block.IndexOf("```", StringComparison.Ordinal)];
            var path = Path.Combine(folder.Path, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, change(text));
        }

        return Path.Combine(folder.Path, "ports");
    }

    private static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Demarche.slnx")))
        {
            at = Path.GetDirectoryName(at) ?? throw new DirectoryNotFoundException("no Demarche.slnx above the tests");
        }

        return at;
    }
}
