using Demarche.Language;

namespace Demarche.Tests.Language;

public class AdjunctReadingTests
{
    private readonly AdjunctReading _reading = new(ReadingWords.Load().Value!);

    [Theory]
    [InlineData("Peru/PROPN/NNP/2/nsubj urged/VERB/VBD/0/root Mali/PROPN/NNP/2/obj to/PART/TO/5/mark act/VERB/VB/2/xcomp ,/PUNCT/,/7/punct warning/VERB/VBG/5/advcl of/ADP/IN/9/case rain/NOUN/NN/7/obl", "warning advcl urged")]
    [InlineData("Peru/PROPN/NNP/2/nsubj urged/VERB/VBD/0/root Mali/PROPN/NNP/2/obj to/PART/TO/5/mark act/VERB/VB/2/xcomp warning/VERB/VBG/5/advcl of/ADP/IN/8/case rain/NOUN/NN/6/obl", "")]             // no comma
    [InlineData("Peru/PROPN/NNP/2/nsubj urged/VERB/VBD/0/root Mali/PROPN/NNP/2/obj to/PART/TO/5/mark act/VERB/VB/2/xcomp ,/PUNCT/,/7/punct using/VERB/VBG/5/advcl force/NOUN/NN/7/obj", "")]              // no saying
    public void Who_urges_to_act_says_what_is_added(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Chad/PROPN/NNP/2/nsubj shut/VERB/VBD/5/ccomp ports/NOUN/NNS/2/obj Niger/PROPN/NNP/5/nsubj said/VERB/VBD/0/root ,/PUNCT/,/8/punct after/SCONJ/IN/8/mark vowing/VERB/VBG/5/advcl it/PRON/PRP/8/obj", "vowing advcl shut")]
    [InlineData("Chad/PROPN/NNP/2/nsubj shut/VERB/VBD/5/ccomp ports/NOUN/NNS/2/obj Niger/PROPN/NNP/5/nsubj said/VERB/VBD/0/root ,/PUNCT/,/7/punct vowing/VERB/VBG/5/advcl action/NOUN/NN/7/obj", "")]
    [InlineData("Chad/PROPN/NNP/2/nsubj denounced/VERB/VBD/0/root it/PRON/PRP/2/obj as/SCONJ/IN/5/mark motivated/VERB/VBN/2/advcl and/CCONJ/CC/7/cc threatened/VERB/VBN/5/conj war/NOUN/NN/7/obj", "threatened conj denounced")]
    [InlineData("Chad/PROPN/NNP/2/nsubj denounced/VERB/VBD/0/root it/PRON/PRP/2/obj as/SCONJ/IN/5/mark biased/ADJ/JJ/2/advcl and/CCONJ/CC/7/cc distorted/VERB/VBN/5/conj", "")]
    public void What_is_added_goes_with_the_verb_of_whoever_adds_it(string words, string changes) => Check(words, changes);

    private void Check(string words, string changes) => Assert.Equal(changes, DrawnSentence.Of(words).Changes(_reading.Mend));
}
