using Demarche.Coding;

namespace Demarche.Tests.Codebooks;   // the type of the name would hide behind a namespace Codebook

public class ExamplesTests
{
    // The trained parser reads some of these short sentences wrongly; `demarche codebook check` lists them. The share may only rise.
    private const double LeastShare = 0.8;

    [Fact]
    public void Rules_code_their_own_examples()
    {
        var pipeline = Pipeline.Load(CodebookFiles.Shipped()).Value!;
        var failures = CodebookCheck.Run(pipeline.Codebook, text => pipeline.Code(pipeline.Reader.FromText("example", text).Value!));
        var count = pipeline.Codebook.Rules.Sum(r => r.Examples.Length);
        Assert.True(failures.Length <= (1 - LeastShare) * count, $"{failures.Length} of {count} examples fail:\n" + string.Join('\n', failures));
    }

    [Fact]
    public void Failing_example_names_its_file_and_line()
    {
        var pipeline = Pipeline.Load(CodebookFiles.Shipped()).Value!;
        var codebook = Coding.HandMade.Codebook("- {id: consult.meet, event: CONSULT, verb: [meet], recipient: [object], examples: [{text: \"It rained.\", actor: FRA}]}");
        var failure = Assert.Single(CodebookCheck.Run(codebook, text => pipeline.Code(pipeline.Reader.FromText("example", text).Value!)));
        Assert.Equal("rules/test.yaml:1", failure.Where);
        Assert.Contains("gives no event", failure.What, StringComparison.Ordinal);
    }
}
