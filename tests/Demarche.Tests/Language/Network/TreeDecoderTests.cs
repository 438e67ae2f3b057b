using CsCheck;
using Demarche.Language.Network;

namespace Demarche.Tests.Language.Network;

public class TreeDecoderTests
{
    [Fact]
    public void FindsTheBestTreeWithOneRoot() =>
        Gen.Int[1, 5].SelectMany(words => Gen.Float[-3, 3].Array[words * (words + 1)].Select(scores => (words, scores))).Sample(
            sample =>
            {
                var heads = new int[sample.words];
                TreeDecoder.Decode(sample.scores, sample.words, heads);
                Assert.True(TreeDecoder.IsTree(heads));
                Assert.Equal(BestSum(sample.scores, sample.words), Sum(sample.scores, heads), 3);
            },
            seed: "0N0XIzNsQ0O2");

    [Fact]
    public void FindsATreeInLongSentences() =>
        Gen.Int[80, 120].SelectMany(words => Gen.Float[-3, 3].Array[words * (words + 1)].Select(scores => (words, scores))).Sample(
            sample =>
            {
                var heads = new int[sample.words];
                TreeDecoder.Decode(sample.scores, sample.words, heads);
                Assert.True(TreeDecoder.IsTree(heads));
            },
            iter: 20);

    [Theory]
    [InlineData(new[] { -1, 0, 1 }, true)]
    [InlineData(new[] { -1, -1, 1 }, false)]
    [InlineData(new[] { -1, 2, 1 }, false)]
    [InlineData(new[] { 1, 2, 0 }, false)]
    public void TellsTrees(int[] heads, bool isTree) => Assert.Equal(isTree, TreeDecoder.IsTree(heads));

    private static double Sum(float[] scores, int[] heads) => heads.Select((head, word) => (double)scores[(word * (heads.Length + 1)) + head + 1]).Sum();

    private static double BestSum(float[] scores, int words)
    {
        var heads = new int[words];
        var best = double.NegativeInfinity;
        void Try(int word)
        {
            if (word == words)
            {
                best = TreeDecoder.IsTree(heads) ? Math.Max(best, Sum(scores, heads)) : best;
                return;
            }

            for (heads[word] = -1; heads[word] < words; heads[word]++)
            {
                if (heads[word] != word)
                {
                    Try(word + 1);
                }
            }
        }

        Try(0);
        return best;
    }
}
