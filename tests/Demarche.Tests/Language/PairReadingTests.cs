using Demarche.Language;

namespace Demarche.Tests.Language;

public class PairReadingTests
{
    [Fact]
    public void A_comma_of_a_headline_joins_two_names()
    {
        var annotation = Read([Upos.PROPN, Upos.PUNCT, Upos.PROPN, Upos.VERB, Upos.NOUN], ["NNP", ",", "NNP", "VBP", "NN"], [3, 0, 0, -1, 3], ["nsubj", "punct", "appos", "root", "obj"]);
        PairReading.Mend(["Peru", ",", "Chile", "sign", "deal"], annotation);
        Assert.Equal([3, 2, 0, -1, 3], annotation.Heads);
        Assert.Equal("conj", annotation.Relations[2]);
    }

    [Theory]
    [InlineData("Peru", "Chile", Upos.PROPN, "NNP", "compound")]
    [InlineData("Peruvian", "Chilean", Upos.ADJ, "JJ", "amod")]
    public void A_comma_of_a_headline_joins_two_names_or_adjectives_before_a_noun(string first, string second, Upos tag, string penn, string relation)
    {
        var annotation = Read([tag, Upos.PUNCT, tag, Upos.NOUN, Upos.VERB], [penn, ",", penn, "NNS", "VBP"], [4, 0, 3, 4, -1], ["nsubj", "punct", relation, "nsubj", "root"]);
        PairReading.Mend([first, ",", second, "leaders", "meet"], annotation);
        Assert.Equal([3, 2, 0, 4, -1], annotation.Heads);
        Assert.Equal([relation, "punct", "conj", "nsubj", "root"], annotation.Relations);
    }

    [Fact]
    public void A_place_within_a_place_is_no_pair()
    {
        var annotation = Read([Upos.PROPN, Upos.PUNCT, Upos.PROPN, Upos.VERB, Upos.NOUN], ["NNP", ",", "NNP", "VBZ", "NN"], [3, 0, 0, -1, 3], ["nsubj", "punct", "appos", "root", "obj"]);
        PairReading.Mend(["Lima", ",", "Peru", "signs", "deal"], annotation);
        Assert.Equal([3, 0, 0, -1, 3], annotation.Heads);
    }

    [Fact]
    public void What_stands_between_two_is_no_clause()
    {
        var annotation = Read([Upos.NOUN, Upos.ADP, Upos.PROPN, Upos.CCONJ, Upos.PROPN, Upos.VERB, Upos.PUNCT], ["NNS", "IN", "NNP", "CC", "NNP", "VBD", "."],
            [-1, 2, 0, 5, 5, 0, 0], ["root", "case", "nmod", "cc", "nsubj", "conj", "punct"]);
        PairReading.Mend(["Talks", "between", "Peru", "and", "Chile", "faltered", "."], annotation);
        Assert.Equal([5, 2, 0, 4, 2, -1, 5], annotation.Heads);
        Assert.Equal(["nsubj", "case", "nmod", "cc", "conj", "root", "punct"], annotation.Relations);
    }

    [Fact]
    public void A_predicate_has_one_subject()
    {
        var annotation = Read([Upos.PROPN, Upos.AUX, Upos.ADP, Upos.PROPN, Upos.PART, Upos.VERB], ["NNP", "VBZ", "IN", "NNP", "TO", "VB"], [3, 3, 3, -1, 5, 3], ["nsubj", "cop", "case", "root", "mark", "csubj"]);
        PairReading.Mend(["Doe", "is", "in", "Lima", "to", "talk"], annotation);
        Assert.Equal("advcl", annotation.Relations[5]);
    }

    [Fact]
    public void What_stands_before_the_subject_of_a_bare_clause_belongs_to_the_verb_above()
    {
        Upos[] tags = [Upos.PROPN, Upos.VERB, Upos.ADP, Upos.PROPN, Upos.PRON, Upos.AUX, Upos.VERB];
        var annotation = Read(tags, ["NNP", "VBD", "IN", "NNP", "PRP", "MD", "VB"], [1, -1, 3, 6, 6, 6, 1], ["nsubj", "root", "case", "obl", "nsubj", "aux", "ccomp"]);
        PairReading.Mend(["Peru", "said", "on", "Thursday", "it", "would", "leave"], annotation);
        Assert.Equal([1, -1, 3, 1, 6, 6, 1], annotation.Heads);
        annotation = Read(tags, ["NNP", "VBD", "IN", "WP", "PRP", "MD", "VB"], [1, -1, 3, 6, 6, 6, 1], ["nsubj", "root", "case", "obl", "nsubj", "aux", "ccomp"]);
        PairReading.Mend(["Peru", "knew", "to", "whom", "it", "would", "turn"], annotation);
        Assert.Equal([1, -1, 3, 6, 6, 6, 1], annotation.Heads);
    }

    [Fact]
    public void Two_before_a_modal_are_the_subject_of_what_follows()
    {
        var annotation = Read([Upos.PROPN, Upos.VERB, Upos.PROPN, Upos.CCONJ, Upos.PROPN, Upos.AUX, Upos.VERB], ["NNP", "VBD", "NNP", "CC", "NNP", "MD", "VB"],
            [1, -1, 1, 4, 2, 6, 1], ["nsubj", "root", "obj", "cc", "conj", "aux", "conj"]);
        PairReading.Mend(["Peru", "hoped", "Chile", "and", "Cuba", "would", "agree"], annotation);
        Assert.Equal([1, -1, 6, 4, 2, 6, 1], annotation.Heads);
        Assert.Equal(["nsubj", "root", "nsubj", "cc", "conj", "aux", "ccomp"], annotation.Relations);
    }

    private static Annotation Read(Upos[] tags, string[] penn, int[] heads, string[] relations) => new(tags, penn, heads, relations, []);
}
