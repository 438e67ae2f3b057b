using Demarche.Language.Network;
using Demarche.Language.Trained;

namespace Demarche.Tests.Language.Network;

public class WordGatesTests
{
    private static readonly string[] Sentence = "Norway and Turkey said that Norway would host talks .".Split(' ');

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void WhetherAWordIsKeptChangesNothing(int wordsKept)
    {
        var model = ShippedModel.Read().Value!;
        var all = ParserNetwork.Load(model).Run([Sentence], new Arena())[0];
        var few = ParserNetwork.Load(model, wordsKept);
        for (var again = 0; again < 2; again++)   // at the second pass what can be kept is
        {
            var read = few.Run([Sentence], new Arena())[0];
            Assert.Equal(all.Heads, read.Heads);
            Assert.Equal(all.Relations, read.Relations);
            Assert.Equal(all.PennTags, read.PennTags);
        }
    }
}
