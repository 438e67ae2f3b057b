using Demarche.Training.Data;

namespace Demarche.Tests.Training;

public class HyphenatedNamesTests
{
    [Fact]
    public void ANameWithAHyphenTakesThePlaceOfAPlainOne()
    {
        var sentence = new TreebankSentence(
            ["Yesterday", "Anna", "Berg", "left", "Oslo"],
            ["NOUN", "PROPN", "PROPN", "VERB", "PROPN"],
            ["NN", "NNP", "NNP", "VBD", "NNP"],
            [3, 3, 1, -1, 3],
            ["obl:unmarked", "nsubj", "flat", "root", "obj"]);
        var renamed = HyphenatedNames.Renamed(sentence, 1, (["Moon", "Jae"], ["in"]));
        Assert.Equal(["Yesterday", "Moon", "Jae", "-", "in", "left", "Oslo"], renamed.Forms);
        Assert.Equal([5, 5, 1, 4, 1, -1, 5], renamed.Heads);
        Assert.Equal(["obl:unmarked", "nsubj", "flat", "punct", "flat", "root", "obj"], renamed.Relations);
        Assert.Equal(["NN", "NNP", "NNP", "HYPH", "NNP", "VBD", "NNP"], renamed.PennTags);
    }

    [Fact]
    public void CopiesAreSoundTreesAndTheSameEachTime()
    {
        var plain = Enumerable.Range(0, 60).Select(_ => new TreebankSentence(
            ["Anna", "Berg", "met", "Carl", "Dahl", "."],
            ["PROPN", "PROPN", "VERB", "PROPN", "PROPN", "PUNCT"],
            ["NNP", "NNP", "VBD", "NNP", "NNP", "."],
            [2, 0, -1, 2, 3, 2],
            ["nsubj", "flat", "root", "obj", "flat", "punct"])).ToList();
        var copies = HyphenatedNames.Copies(plain).ToList();
        Assert.InRange(copies.Count, 5, 55);
        Assert.All(copies, c =>
        {
            Assert.Single(c.Heads, -1);
            Assert.All(c.Heads, h => Assert.InRange(h, -1, c.Forms.Length - 1));
            Assert.Equal("met", c.Forms[Array.IndexOf(c.Heads, -1)]);
        });
        Assert.Equal(copies.Select(c => string.Join(' ', c.Forms)), HyphenatedNames.Copies(plain).Select(c => string.Join(' ', c.Forms)));
    }
}
