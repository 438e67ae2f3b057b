using Demarche.Coding;

namespace Demarche.Tests.Coding.Examples;

/// <summary>The shipped rules: every example gives what it says, and every type, mode and context is there.</summary>
public class RuleExampleTests
{
    private static readonly Lazy<Pipeline> Loaded = new(() => Pipeline.Load(CodebookFiles.Shipped()).Value!);

    [Fact]
    public void EveryExampleHolds()
    {
        var pipeline = Loaded.Value;
        var failures = CodebookCheck.Run(pipeline.Codebook, text => pipeline.Code(pipeline.Reader.FromText("example", text).Value!));
        Assert.True(failures.IsEmpty, string.Join('\n', failures));
    }

    [Fact]
    public void EveryRuleHasAnExample() => Assert.DoesNotContain(Loaded.Value.Codebook.Rules, r => r.Examples.IsEmpty);

    [Fact]
    public void EveryTypeAndModeHasARule()
    {
        var codebook = Loaded.Value.Codebook;
        var coded = codebook.Rules.SelectMany(r => r.ModeByContent.Values.Append(r.Mode).Select(m => (r.Event, m))).ToHashSet();
        var lacking = codebook.Ontology.Types.Values.SelectMany(t => t.Modes.Keys.Select(m => (t.Name, (string?)m))).Where(m => !coded.Contains(m)).ToList();
        Assert.Empty(lacking);
        Assert.Empty(codebook.Ontology.Types.Keys.Except(codebook.Rules.Select(r => r.Event)));
    }

    [Fact]
    public void EveryContextHasWords()
    {
        var words = CodebookFiles.Shipped().At("words/contexts.yaml")!.Text;
        var lacking = Loaded.Value.Codebook.Ontology.Contexts.Where(c => !words.Contains("\n" + c + ": [", StringComparison.Ordinal)).ToList();
        Assert.Empty(lacking);
    }
}
