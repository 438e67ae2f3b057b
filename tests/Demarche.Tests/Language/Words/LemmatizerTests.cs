using Demarche.Language;

namespace Demarche.Tests.Language.Words;

public sealed class LemmatizerTests(ShippedWords words) : IClassFixture<ShippedWords>
{
    [Theory]
    [InlineData("talks", Upos.NOUN, "NNS", "talk")]
    [InlineData("Talks", Upos.NOUN, "NNS", "talk")]
    [InlineData("countries", Upos.NOUN, "NNS", "country")]
    [InlineData("men", Upos.NOUN, "NNS", "man")]
    [InlineData("said", Upos.VERB, "VBD", "say")]
    [InlineData("met", Upos.VERB, "VBD", "meet")]
    [InlineData("threatened", Upos.VERB, "VBD", "threaten")]
    [InlineData("shelved", Upos.VERB, "VBN", "shelve")]
    [InlineData("planning", Upos.VERB, "VBG", "plan")]
    [InlineData("is", Upos.AUX, "VBZ", "be")]
    [InlineData("n't", Upos.PART, "RB", "not")]
    [InlineData("'s", Upos.PART, "POS", "'s")]
    [InlineData("'", Upos.PART, "POS", "'s")]
    [InlineData("wo", Upos.AUX, "MD", "will")]
    [InlineData("them", Upos.PRON, "PRP", "they")]
    [InlineData("me", Upos.PRON, "PRP", "I")]
    [InlineData("i", Upos.PRON, "PRP", "I")]
    [InlineData("better", Upos.ADJ, "JJR", "good")]
    [InlineData("Iranian", Upos.ADJ, "JJ", "Iranian")]
    [InlineData("Iranians", Upos.PROPN, "NNPS", "Iranian")]
    [InlineData("Nairobi", Upos.PROPN, "NNP", "Nairobi")]
    [InlineData("12,500", Upos.NUM, "CD", "12500")]
    [InlineData(",", Upos.PUNCT, ",", ",")]
    public void Lemmas_follow_UD_English(string form, Upos tag, string pennTag, string lemma) =>
        Assert.Equal(lemma, words.Lemmatizer.Lemma(form, tag, pennTag));
}
