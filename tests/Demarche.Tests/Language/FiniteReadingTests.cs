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

    [Theory]
    [InlineData("Peru/PROPN/NNP/3/compound severed/VERB/VBN/3/amod ties/NOUN/NNS/0/root with/ADP/IN/5/case Chad/PROPN/NNP/3/nmod ./PUNCT/./3/punct", "Peru nsubj severed, severed root -, ties obj severed, . punct severed")]
    [InlineData("The/DET/DT/4/det Gambia/PROPN/NNP/4/compound supplied/VERB/VBN/4/amod tanks/NOUN/NNS/0/root ./PUNCT/./3/punct", "The det Gambia, Gambia nsubj supplied, supplied root -, tanks obj supplied")]
    [InlineData("Peru/PROPN/NNP/3/compound took/VERB/VBD/3/amod tanks/NOUN/NNS/0/root", "Peru nsubj took, took root -, tanks obj took")]          // a past tense
    [InlineData("Peru/PROPN/NNP/3/compound severed/VERB/VBN/3/amod ties/NOUN/NNS/0/root", "")]                                            // a headline
    [InlineData("the/DET/DT/3/det severed/VERB/VBN/3/amod ties/NOUN/NNS/0/root ./PUNCT/./3/punct", "")]
    [InlineData("Peru/PROPN/NNP/3/compound severed/VERB/VBG/3/amod ties/NOUN/NNS/0/root and/CCONJ/CC/5/cc left/VERB/VBD/2/conj", "Peru nsubj severed, severed root -, ties obj severed")]     // no -ing
    [InlineData("Republic/PROPN/NNP/5/nsubj of/ADP/IN/3/case Congo/PROPN/NNP/1/nmod severed/VERB/VBG/5/amod ties/NOUN/NNS/0/root", "Republic nsubj severed, severed root -, ties obj severed")]
    [InlineData("Oto/PROPN/NNP/0/root for/ADP/IN/3/case once/NOUN/NN/1/nmod called/VERB/VBN/3/acl on/ADP/IN/6/case Chad/PROPN/NNP/4/obl ./PUNCT/./1/punct", "Oto nsubj called, once obl called, called root -, . punct called")]
    public void A_participle_between_a_name_and_a_noun_is_the_verb_of_both(string words, string changes) => Assert.Equal(changes, DrawnSentence.Of(words).Changes(FiniteReading.Mend));

    private static Annotation Read(string[] penn, int[] heads, string[] relations) =>
        new([Upos.PROPN, Upos.VERB, Upos.ADP, Upos.PROPN, Upos.PUNCT], penn, heads, relations, []);
}
