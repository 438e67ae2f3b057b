using Demarche.Statements;

namespace Demarche.Tests.Statements;

/// <summary>The examples of <c>codebook/statements/factuality.yaml</c>: each word gets the status that its author gave it.</summary>
public class StatementExampleTests
{
    [Fact]
    public void Every_example_holds()
    {
        var examples = StatementWords.Load(CodebookFiles.Shipped()).Value!.Examples;
        Assert.NotEmpty(examples);
        var failures = examples.Where(e => StatementGold.StatusOf(e.Text, e.Word) != StatusNames.Of(e.Status))
            .Select(e => $"{e.Where}: {StatementGold.StatusOf(e.Text, e.Word)} for {StatusNames.Of(e.Status)}: {e.Word}: {e.Text}").ToList();
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }
}
