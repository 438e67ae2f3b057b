using Demarche.Language;

namespace Demarche.Tests.Language;

public class FiniteReadingTests
{
    [Fact]
    public void ASentenceWithoutAFiniteVerbTakesItsParticiple()
    {
        var annotation = Read(["NNP", "VBN", "IN", "NNP", "."], [-1, 0, 3, 1, 0], ["root", "acl", "case", "obl", "punct"]);
        FiniteReading.Mend(["Norway", "mediated", "for", "Oman", "."], annotation);
        Assert.Equal([1, -1, 3, 1, 1], annotation.Heads);
        Assert.Equal(["nsubj", "root", "case", "obl", "punct"], annotation.Relations);
        Assert.Equal("VBD", annotation.PennTags[1]);
    }

    [Theory]
    [InlineData("Letters", "given", "to", "Oman", ".")]
    [InlineData("Letters", "posted", "to", "Oman", "!")]
    public void OtherwiseTheReadingStays(params string[] forms)
    {
        var annotation = Read(["NNS", "VBN", "IN", "NNP", "."], [-1, 0, 3, 1, 0], ["root", "acl", "case", "obl", "punct"]);
        FiniteReading.Mend(forms, annotation);
        Assert.Equal([-1, 0, 3, 1, 0], annotation.Heads);
    }

    private static Annotation Read(string[] penn, int[] heads, string[] relations) =>
        new([Upos.PROPN, Upos.VERB, Upos.ADP, Upos.PROPN, Upos.PUNCT], penn, heads, relations, []);
}
