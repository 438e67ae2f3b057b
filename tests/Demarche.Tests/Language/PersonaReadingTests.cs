using Demarche.Language;

namespace Demarche.Tests.Language;

public class PersonaReadingTests
{
    [Fact]
    public void Who_is_declared_so_is_the_object()
    {
        Upos[] tags = [Upos.PROPN, Upos.VERB, Upos.DET, Upos.NOUN, Upos.NOUN, Upos.X, Upos.NOUN];
        string[] relations = ["nsubj", "root", "det", "compound", "compound", "compound", "obj"];
        var annotation = new Annotation(tags, ["NNP", "VBD", "DT", "NN", "NN", "FW", "NN"], [1, -1, 6, 4, 6, 6, 1], relations, []);
        PersonaReading.Mend(["Peru", "declared", "an", "envoy", "persona", "non", "grata"], annotation);
        Assert.Equal([1, -1, 3, 1, 6, 6, 1], annotation.Heads);
        Assert.Equal(["nsubj", "root", "det", "obj", "compound", "compound", "xcomp"], annotation.Relations);
    }

    [Fact]
    public void Other_words_stay()
    {
        var annotation = new Annotation([Upos.PROPN, Upos.VERB, Upos.NOUN], ["NNP", "VBD", "NN"], [1, -1, 1], ["nsubj", "root", "obj"], []);
        PersonaReading.Mend(["Peru", "hid", "persona"], annotation);
        Assert.Equal([1, -1, 1], annotation.Heads);
    }
}
