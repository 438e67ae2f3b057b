using Demarche.Tests.Cli;

namespace Demarche.Tests.Statements;

/// <summary>Direct quotes in texts of our own: each is found whole, with its speaker, and no scare quote is taken for one.</summary>
public class QuoteGoldTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("quotes.txt", 0.97, 0.97)]
    [InlineData("quotes-fresh.txt", 0.95, 0.92)]
    public void Direct_quotes_are_found_with_their_speakers(string file, double contents, double sources)
    {
        var score = QuoteScore.Of(Path.Combine(Repository.Root, "tests", "Demarche.Tests", "Statements", "Gold", file), Pipeline.Load(CodebookFiles.Shipped()).Value!);
        output.WriteLine(string.Join('\n', score.Misses));
        Assert.True(score.ContentShare >= contents && score.SourceShare >= sources && score.Taken == 0, score.ToString());
    }
}
