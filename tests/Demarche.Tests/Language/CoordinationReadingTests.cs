using Demarche.Language;

namespace Demarche.Tests.Language;

public class CoordinationReadingTests
{
    private readonly CoordinationReading _reading = new(ReadingWords.Load().Value!);

    [Theory]
    [InlineData("Mali/PROPN/NNP/2/nsubj said/VERB/VBD/0/root it/PRON/PRP/4/nsubj won/VERB/VBD/2/ccomp ;/PUNCT/:/7/punct Chad/PROPN/NNP/7/nsubj called/VERB/VBD/2/ccomp it/PRON/PRP/7/obj false/ADJ/JJ/7/xcomp", "called conj said")]
    [InlineData("Mali/PROPN/NNP/2/nsubj said/VERB/VBD/0/root it/PRON/PRP/4/nsubj won/VERB/VBD/2/ccomp ;/PUNCT/:/7/punct Chad/PROPN/NNP/7/nsubj denied/VERB/VBD/4/conj it/PRON/PRP/7/obj", "")]                                  // no word of saying of the list
    [InlineData("Mali/PROPN/NNP/2/nsubj said/VERB/VBD/0/root it/PRON/PRP/4/nsubj won/VERB/VBD/2/ccomp ;/PUNCT/:/7/punct Chad/PROPN/NNP/7/nsubj warned/VERB/VBD/4/conj us/PRON/PRP/7/obj", "warned conj said")]
    [InlineData("Mali/PROPN/NNP/2/nsubj said/VERB/VBD/0/root it/PRON/PRP/4/nsubj won/VERB/VBD/2/ccomp ;/PUNCT/:/7/punct Chad/PROPN/NNP/7/nsubj warned/VERB/VBD/2/parataxis us/PRON/PRP/7/obj", "warned conj said")]
    [InlineData("Mali/PROPN/NNP/2/nsubj spoke/VERB/VBD/0/root there/ADV/RB/2/advmod ;/PUNCT/:/6/punct Chad/PROPN/NNP/6/nsubj warned/VERB/VBD/2/parataxis us/PRON/PRP/6/obj", "")]                                                  // the first said nothing
    [InlineData("Mali/PROPN/NNP/2/nsubj said/VERB/VBD/0/root that/SCONJ/IN/5/mark it/PRON/PRP/5/nsubj won/VERB/VBD/2/ccomp ;/PUNCT/:/9/punct that/SCONJ/IN/9/mark Chad/PROPN/NNP/9/nsubj warned/VERB/VBD/2/ccomp us/PRON/PRP/9/obj", "")]   // said too
    [InlineData("Mali/PROPN/NNP/2/nsubj said/VERB/VBD/0/root ,/PUNCT/,/2/punct \"/PUNCT/``/6/punct it/PRON/PRP/6/nsubj won/VERB/VBD/2/ccomp ;/PUNCT/:/9/punct Chad/PROPN/NNP/9/nsubj warned/VERB/VBD/2/ccomp us/PRON/PRP/9/obj", "")]   // inside a quotation
    public void Behind_a_semicolon_another_speaker_begins(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Mali/PROPN/NNP/6/nsubj ,/PUNCT/,/3/punct Chad/PROPN/NNP/1/conj and/CCONJ/CC/5/cc Peru/PROPN/NNP/3/conj left/VERB/VBD/0/root", "Peru conj Mali")]
    [InlineData("Mali/PROPN/NNP/6/nsubj and/CCONJ/CC/3/cc Chad/PROPN/NNP/1/conj and/CCONJ/CC/5/cc Peru/PROPN/NNP/3/conj left/VERB/VBD/0/root", "")]                   // two and two
    public void The_last_of_a_list_stands_beside_the_first(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Mali/PROPN/NNP/3/nmod:poss 's/PART/POS/1/case invasion/NOUN/NN/0/root of/ADP/IN/5/case Chad/PROPN/NNP/3/nmod and/CCONJ/CC/8/cc its/PRON/PRP$/8/nmod:poss buildup/NOUN/NN/5/conj", "buildup conj invasion")]
    [InlineData("Mali/PROPN/NNP/3/nmod:poss 's/PART/POS/1/case invasion/NOUN/NN/0/root of/ADP/IN/5/case Chad/PROPN/NNP/3/nmod and/CCONJ/CC/8/cc its/PRON/PRP$/8/nmod:poss oil/NOUN/NN/5/conj", "")]        // a thing of the victim
    [InlineData("Mali/PROPN/NNP/3/nmod:poss 's/PART/POS/1/case critique/NOUN/NN/0/root of/ADP/IN/5/case Chad/PROPN/NNP/3/nmod and/CCONJ/CC/8/cc its/PRON/PRP$/8/nmod:poss buildup/NOUN/NN/5/conj", "")]    // whom words are about has deeds of its own
    [InlineData("Mali/PROPN/NNP/3/nmod:poss 's/PART/POS/1/case invasion/NOUN/NN/0/root of/ADP/IN/5/case Chad/PROPN/NNP/3/nmod and/CCONJ/CC/8/cc the/DET/DT/8/det siege/NOUN/NN/5/conj", "")]
    public void A_deed_stands_beside_the_deed_before_it(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("She/PRON/PRP/2/nsubj spoke/VERB/VBD/0/root with/ADP/IN/4/case Ministers/NOUN/NNS/2/obl Ada/PROPN/NNP/4/appos/Person and/CCONJ/CC/7/cc Oto/PROPN/NNP/5/conj/Person", "with case Ada, Ministers nmod:desc Ada, Ada obl spoke")]
    [InlineData("She/PRON/PRP/2/nsubj met/VERB/VBD/0/root the/DET/DT/4/det ministers/NOUN/NNS/2/obj Ada/PROPN/NNP/4/appos/Person", "")]
    [InlineData("She/PRON/PRP/2/nsubj met/VERB/VBD/0/root Minister/NOUN/NN/2/obj Ada/PROPN/NNP/3/appos/Person", "")]
    public void A_title_of_several_stands_before_their_names(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Ada/PROPN/NNP/8/nsubj/Person and/CCONJ/CC/3/cc visiting/VERB/VBG/1/conj Envoy/PROPN/NNP/5/nmod:desc Oto/PROPN/NNP/3/obj/Person on/ADP/IN/7/case Monday/PROPN/NNP/3/obl agreed/VERB/VBD/0/root", "and cc Oto, visiting amod Oto, Oto conj Ada, Monday obl agreed")]
    [InlineData("Ada/PROPN/NNP/2/nsubj/Person left/VERB/VBD/0/root after/SCONJ/IN/4/mark visiting/VERB/VBG/2/advcl Oto/PROPN/NNP/4/obj/Person", "")]
    public void A_visitor_stands_beside_his_host(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Ada/PROPN/NNP/6/nsubj/Person and/CCONJ/CC/4/cc Chadian/ADJ/JJ/4/amod Envoy/NOUN/NN/1/conj Oto/PROPN/NNP/1/appos/Person left/VERB/VBD/0/root", "and cc Oto, Chadian amod Oto, Envoy nmod:desc Oto, Oto conj Ada")]
    [InlineData("The/DET/DT/2/det aide/NOUN/NN/6/nsubj and/CCONJ/CC/4/cc envoy/NOUN/NN/2/conj Oto/PROPN/NNP/2/appos/Person left/VERB/VBD/0/root", "")]     // both offices are Oto's
    public void An_office_before_a_name_is_its_own(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Ada/PROPN/NNP/7/nsubj/Person ,/PUNCT/,/6/punct Berg/PROPN/NNP/6/compound/Person and/CCONJ/CC/5/cc Envoy/NOUN/NN/3/conj Oto/PROPN/NNP/1/conj/Person left/VERB/VBD/0/root", "Berg conj Ada, and cc Oto, Envoy compound Oto")]
    [InlineData("Berg/PROPN/NNP/4/compound/Person and/CCONJ/CC/3/cc Envoy/NOUN/NN/1/conj Oto/PROPN/NNP/5/nsubj/Person left/VERB/VBD/0/root", "Berg nsubj left, and cc Oto, Envoy compound Oto, Oto conj Berg")]
    [InlineData("Berg/PROPN/NNP/4/compound/Person and/CCONJ/CC/4/cc Polish/ADJ/JJ/4/amod leader/NOUN/NN/6/nsubj Oto/PROPN/NNP/4/appos/Person left/VERB/VBD/0/root", "Berg nsubj left, leader conj Berg")]
    [InlineData("Berg/PROPN/NNP/4/compound/Person and/CCONJ/CC/4/cc Polish/ADJ/JJ/4/amod leaders/NOUN/NNS/5/nsubj left/VERB/VBD/0/root", "")]              // leaders of both
    [InlineData("Lima/PROPN/NNP/4/compound/Place and/CCONJ/CC/3/cc Envoy/NOUN/NN/1/conj Oto/PROPN/NNP/5/nsubj/Person left/VERB/VBD/0/root", "")]       // no person
    [InlineData("Berg/PROPN/NNP/4/compound/Person and/CCONJ/CC/3/cc Dahl/PROPN/NNP/1/conj talks/NOUN/NNS/5/nsubj failed/VERB/VBD/0/root", "")]          // talks of both
    public void A_persons_name_is_no_part_of_anothers(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Ada/PROPN/NNP/6/nsubj/Person ,/PUNCT/,/3/punct chairman/NOUN/NN/1/appos and/CCONJ/CC/5/cc founder/NOUN/NN/1/conj left/VERB/VBD/0/root", "founder conj chairman")]
    [InlineData("Ada/PROPN/NNP/8/nsubj/Person ,/PUNCT/,/3/punct founder/NOUN/NN/1/conj ,/PUNCT/,/5/punct chairman/NOUN/NN/1/conj and/CCONJ/CC/7/cc head/NOUN/NN/1/conj left/VERB/VBD/0/root", "founder appos Ada, chairman conj founder, head conj founder")]
    [InlineData("Ada/PROPN/NNP/8/nsubj/Person ,/PUNCT/,/4/punct a/DET/DT/4/det chairman/NOUN/NN/1/conj and/CCONJ/CC/7/cc a/DET/DT/7/det founder/NOUN/NN/1/conj left/VERB/VBD/0/root", "")]   // two others
    [InlineData("Ada/PROPN/NNP/7/nsubj/Person ,/PUNCT/,/3/punct envoy/NOUN/NN/1/conj Oto/PROPN/NNP/3/flat/Person and/CCONJ/CC/6/cc aides/NOUN/NNS/1/conj left/VERB/VBD/0/root", "")]           // the office of another
    public void Bare_offices_behind_a_name_are_those_of_one_person(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Minister/PROPN/NNP/0/root of/ADP/IN/3/case Labour/PROPN/NNP/1/nmod and/CCONJ/CC/5/cc Trade/PROPN/NNP/3/conj ,/PUNCT/,/7/punct Oto/PROPN/NNP/3/conj/Person", "Oto appos Minister")]
    [InlineData("Minister/PROPN/NNP/0/root of/ADP/IN/3/case Labour/PROPN/NNP/1/nmod Oto/PROPN/NNP/3/flat/Person", "Oto flat Minister")]
    [InlineData("Minister/PROPN/NNP/0/root of/ADP/IN/3/case Labour/PROPN/NNP/1/nmod ,/PUNCT/,/5/punct Oto/PROPN/NNP/3/conj/Person and/CCONJ/CC/7/cc Ada/PROPN/NNP/3/conj/Person", "")]        // no "and" before the name
    [InlineData("brother/NOUN/NN/0/root of/ADP/IN/3/case Ada/PROPN/NNP/1/nmod/Person and/CCONJ/CC/5/cc Lea/PROPN/NNP/3/conj/Person ,/PUNCT/,/7/punct Oto/PROPN/NNP/3/conj/Person", "")]          // no office
    public void A_name_behind_an_office_and_its_charge_is_the_holders(string words, string changes) => Check(words, changes);

    private void Check(string words, string changes) => Assert.Equal(changes, DrawnSentence.Of(words).Changes(_reading.Mend));
}
