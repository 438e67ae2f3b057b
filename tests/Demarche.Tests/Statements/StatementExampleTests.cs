using Demarche.Statements;

namespace Demarche.Tests.Statements;

/// <summary>The examples of <c>codebook/statements/</c>: each word gets the status and the speakers that its author gave it.</summary>
public class StatementExampleTests
{
    private static readonly Lazy<Pipeline> Loaded = new(() => Pipeline.Load(CodebookFiles.Shipped()).Value!);

    [Fact]
    public void Every_example_holds()
    {
        Assert.NotEmpty(Loaded.Value.StatementExamples);
        var failures = StatementCheck.Run(Loaded.Value.StatementExamples, State);
        Assert.True(failures.IsEmpty, string.Join('\n', failures));
    }

    [Theory]
    [InlineData("Moon said that Trump had left.", "left", Status.Planned, "Moon", "is happened, not planned")]
    [InlineData("Moon said that Trump had left.", "left", Status.Happened, "Trump", "is said by Moon, not by Trump")]
    [InlineData("Trump left.", "went", Status.Happened, "Trump", "is no word of it")]
    public void An_example_that_fails_says_what_was_found(string text, string word, Status status, string speaker, string fault)
    {
        var failure = Assert.Single(StatementCheck.Run([new StatementExample("own.yaml:3", text, word, status, [speaker], null, null)], State));
        Assert.Equal("own.yaml:3", failure.Where);
        Assert.Contains(fault, failure.What, StringComparison.Ordinal);
    }

    private static StatedReport State(string text) => Loaded.Value.State(Loaded.Value.Reader.FromText("example", text).Value!);
}
