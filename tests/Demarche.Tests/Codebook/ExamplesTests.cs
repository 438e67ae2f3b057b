using Demarche.Coding;

namespace Demarche.Tests.Codebooks;   // the type of the name would hide behind a namespace Codebook

public class ExamplesTests
{
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
