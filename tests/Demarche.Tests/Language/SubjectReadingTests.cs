using Demarche.Language;

namespace Demarche.Tests.Language;

public class SubjectReadingTests
{
    [Theory]
    [InlineData("They/PRON/PRP/2/nsubj left/VERB/VBD/0/root as/ADP/IN/4/case Mali/PROPN/NNP/2/obl and/CCONJ/CC/6/cc Niger/PROPN/NNP/4/conj backed/VERB/VBD/2/advcl it/PRON/PRP/7/obj",
        "as mark backed SCONJ, Mali nsubj backed")]
    [InlineData("They/PRON/PRP/2/nsubj left/VERB/VBD/0/root before/ADP/IN/6/case the/DET/DT/6/det first/ADJ/JJ/6/amod troops/NOUN/NNS/2/obl arrived/VERB/VBD/2/advcl", "before mark arrived SCONJ, troops nsubj arrived")]
    [InlineData("They/PRON/PRP/2/nsubj leave/VERB/VBP/0/root as/ADP/IN/4/case Mali/PROPN/NNP/2/obl again/ADV/RB/6/advmod backs/VERB/VBZ/2/advcl it/PRON/PRP/6/obj", "as mark backs SCONJ, Mali nsubj backs")]
    [InlineData("They/PRON/PRP/2/nsubj left/VERB/VBD/0/root with/ADP/IN/4/case Mali/PROPN/NNP/2/obl backed/VERB/VBD/2/advcl", "")]                                   // "with" opens no clause
    [InlineData("They/PRON/PRP/2/nsubj left/VERB/VBD/0/root as/ADP/IN/4/case Mali/PROPN/NNP/2/obl backed/VERB/VBN/2/advcl", "")]                                     // a participle
    [InlineData("They/PRON/PRP/2/nsubj left/VERB/VBD/0/root as/ADP/IN/4/case rebels/NOUN/NNS/2/obl when/ADV/WRB/6/advmod shot/VERB/VBD/2/advcl", "")]                // a clause of its own
    [InlineData("They/PRON/PRP/2/nsubj left/VERB/VBD/0/root as/ADP/IN/4/case rebels/NOUN/NNS/2/obl it/PRON/PRP/6/nsubj backed/VERB/VBD/2/advcl", "")]                 // it has its subject
    public void What_stands_between_as_and_a_finite_verb_is_its_subject(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("When/ADV/WRB/3/advmod guards/NOUN/NNS/3/nsubj came/VERB/VBD/8/advcl in/ADP/IN/5/case May/PROPN/NNP/3/obl ,/PUNCT/,/3/punct Mali/PROPN/NNP/5/conj left/VERB/VBD/0/root", "Mali nsubj left")]
    [InlineData("When/ADV/WRB/3/advmod guards/NOUN/NNS/3/nsubj came/VERB/VBD/11/advcl ,/PUNCT/,/3/punct the/DET/DT/6/det state/NOUN/NN/2/conj ,/PUNCT/,/9/punct a/DET/DT/9/det friend/NOUN/NN/2/appos ,/PUNCT/,/6/punct left/VERB/VBD/0/root", "state nsubj left, friend appos state")]
    [InlineData("When/ADV/WRB/3/advmod guards/NOUN/NNS/3/nsubj came/VERB/VBD/9/advcl from/ADP/IN/5/case Chad/PROPN/NNP/3/obl and/CCONJ/CC/7/cc Mali/PROPN/NNP/5/conj ,/PUNCT/,/3/punct left/VERB/VBD/0/root", "")]     // both states are theirs
    [InlineData("When/ADV/WRB/3/advmod guards/NOUN/NNS/3/nsubj came/VERB/VBD/9/advcl ,/PUNCT/,/3/punct Mali/PROPN/NNP/2/appos ,/PUNCT/,/5/punct it/PRON/PRP/9/nsubj has/AUX/VBZ/9/aux left/VERB/VBD/0/root", "")]       // it has its subject
    public void What_stands_behind_the_clause_before_is_the_subject(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Mali/PROPN/NNP/2/nsubj has/VERB/VBZ/6/aux ,/PUNCT/,/2/punct however/ADV/RB/6/advmod ,/PUNCT/,/4/punct left/VERB/VBN/0/root", "Mali nsubj left, has aux left AUX")]
    [InlineData("Mali/PROPN/NNP/2/nsubj was/AUX/VBD/5/aux:pass ,/PUNCT/,/2/punct however/ADV/RB/5/advmod left/VERB/VBN/0/root", "Mali nsubj:pass left")]
    [InlineData("Mali/PROPN/NNP/2/nsubj has/VERB/VBZ/4/aux it/PRON/PRP/4/nsubj left/VERB/VBN/0/root", "")]   // it has its subject
    public void An_auxiliary_has_no_subject(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("He/PRON/PRP/2/nsubj said/VERB/VBD/0/root troops/NOUN/NNS/6/nsubj massed/VERB/VBD/2/ccomp there/ADV/RB/4/advmod threatened/VERB/VBD/2/ccomp it/PRON/PRP/6/obj", "massed acl troops")]
    [InlineData("Ships/NOUN/NNS/5/nsubj sent/VERB/VBD/5/parataxis to/ADP/IN/4/case Oman/PROPN/NNP/2/obl sank/VERB/VBD/0/root", "sent acl Ships")]
    [InlineData("He/PRON/PRP/2/nsubj said/VERB/VBD/0/root troops/NOUN/NNS/6/nsubj massed/VERB/VBD/2/ccomp ,/PUNCT/,/6/punct threatened/VERB/VBD/2/ccomp it/PRON/PRP/6/obj", "")]   // a comma
    [InlineData("He/PRON/PRP/2/nsubj said/VERB/VBD/0/root troops/NOUN/NNS/4/nsubj massed/VERB/VBD/2/ccomp and/CCONJ/CC/6/cc threatened/VERB/VBD/4/conj it/PRON/PRP/6/obj", "")]    // two of one subject
    [InlineData("Oman/PROPN/NNP/3/nsubj it/PRON/PRP/3/nsubj sent/VERB/VBD/4/ccomp sank/VERB/VBD/0/root", "")]
    public void A_past_form_between_a_noun_and_its_verb_is_a_participle(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Asked/VERB/VBD/5/advcl about/ADP/IN/3/case it/PRON/PRP/1/obl ,/PUNCT/,/1/punct left/VERB/VBD/0/root", "VBN")]
    [InlineData("He/PRON/PRP/2/nsubj left/VERB/VBD/0/root when/ADV/WRB/4/advmod asked/VERB/VBD/2/advcl", "VBN")]
    [InlineData("He/PRON/PRP/2/nsubj left/VERB/VBD/0/root when/ADV/WRB/5/advmod she/PRON/PRP/5/nsubj asked/VERB/VBD/2/advcl", "VBD")]     // it has its subject
    [InlineData("He/PRON/PRP/2/nsubj left/VERB/VBD/0/root ,/PUNCT/,/4/punct praised/VERB/VBD/2/advcl it/PRON/PRP/4/obj", "VBD")]          // a second deed
    public void A_past_form_that_opens_a_clause_without_a_subject_is_a_participle(string words, string penn)
    {
        var drawn = DrawnSentence.Of(words);
        SubjectReading.Mend(drawn.Forms, drawn.Annotation);
        Assert.Equal(penn, drawn.Annotation.PennTags[Array.IndexOf(drawn.Annotation.Relations, "advcl")]);
    }

    private static void Check(string words, string changes) => Assert.Equal(changes, DrawnSentence.Of(words).Changes(SubjectReading.Mend));
}
