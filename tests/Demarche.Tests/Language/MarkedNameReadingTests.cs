using Demarche.Language;

namespace Demarche.Tests.Language;

public class MarkedNameReadingTests
{
    private readonly MarkedNameReading _reading = new(ReadingWords.Load().Value!);

    [Theory]
    [InlineData("chief/NOUN/NN/3/compound Oto/PROPN/NNP/3/compound/Person Belk/PROPN/NNP/4/nsubj/Person left/VERB/VBD/0/root",
        "chief compound Oto, Oto nsubj left, Belk flat Oto")]
    [InlineData("They/PRON/PRP/2/nsubj met/VERB/VBD/0/root Anna/PROPN/NNP/4/compound/Person Maria/PROPN/NNP/5/compound/Person Berg/PROPN/NNP/2/obj/Person",
        "Anna obj met, Maria flat Anna, Berg flat Anna")]
    [InlineData("Ilse/PROPN/NNP/3/nsubj/Person Drann/PROPN/NNP/3/obj/Person left/VERB/VBD/0/root", "Ilse obj left, Drann flat Ilse")]
    public void The_words_of_a_person_are_one_name(string words, string changes) =>
        Assert.Equal(changes, DrawnSentence.Of(words).Changes(MarkedNameReading.Mend));

    [Theory]
    [InlineData("chief/NOUN/NN/2/nmod:desc Oto/PROPN/NNP/4/nsubj/Person Belk/PROPN/NNP/2/flat/Person left/VERB/VBD/0/root")]              // right already
    [InlineData("Envoy/NOUN/NN/3/compound/Person Oto/PROPN/NNP/3/compound/Person Belk/PROPN/NNP/4/nsubj/Person left/VERB/VBD/0/root")]    // a title in the name
    [InlineData("Oto/PROPN/NNP/3/nsubj/Person Belk/PROPN/NNP/4/obj/Person met/VERB/VBD/0/root us/PRON/PRP/3/obj")]                        // two that hang on different words
    [InlineData("Oto/PROPN/NNP/2/compound/Organisation Belk/PROPN/NNP/3/nsubj/Organisation left/VERB/VBD/0/root")]                        // a firm
    public void Otherwise_a_name_stays_as_it_is_drawn(string words) => Assert.Equal("", DrawnSentence.Of(words).Changes(MarkedNameReading.Mend));

    [Theory]
    [InlineData("The/DET/DT/2/det chancellor/NOUN/NN/9/nsubj of/ADP/IN/5/case the/DET/DT/5/det Exchequer/PROPN/NNP/2/nmod/Organisation ,/PUNCT/,/7/punct Anna/PROPN/NNP/5/appos/Person Berg/PROPN/NNP/7/flat/Person left/VERB/VBD/0/root",
        "Anna appos chancellor")]
    [InlineData("the/DET/DT/2/det governor/NOUN/NN/0/root of/ADP/IN/4/case Hesse/PROPN/NNP/2/nmod/Place ,/PUNCT/,/6/punct Oto/PROPN/NNP/4/appos/Person", "Oto appos governor")]
    [InlineData("an/DET/DT/2/det envoy/NOUN/NN/0/root to/ADP/IN/4/case Lima/PROPN/NNP/2/nmod/Place ,/PUNCT/,/6/punct Oto/PROPN/NNP/4/nmod/Person Belk/PROPN/NNP/6/flat/Person", "Oto nmod envoy")]
    public void A_person_stands_beside_the_office(string words, string changes) =>
        Assert.Equal(changes, DrawnSentence.Of(words).Changes(MarkedNameReading.Mend));

    [Theory]
    [InlineData("the/DET/DT/2/det chief/NOUN/NN/0/root of/ADP/IN/4/case staff/NOUN/NN/2/nmod ,/PUNCT/,/6/punct Oto/PROPN/NNP/4/appos/Person")]                    // no name of a body
    [InlineData("the/DET/DT/3/det Hesse/PROPN/NNP/3/nmod/Place governor/NOUN/NN/0/root ,/PUNCT/,/5/punct Oto/PROPN/NNP/2/appos/Person")]                           // the office stands behind
    [InlineData("a/DET/DT/2/det visit/NOUN/NN/0/root to/ADP/IN/4/case Hesse/PROPN/NNP/2/nmod/Place by/ADP/IN/6/case Oto/PROPN/NNP/4/nmod/Person")]                // "by" ties it
    [InlineData("he/PRON/PRP/2/nsubj left/VERB/VBD/0/root for/ADP/IN/4/case Lima/PROPN/NNP/2/obl/Place ,/PUNCT/,/6/punct Oto/PROPN/NNP/4/appos/Person")]           // no office
    public void Beside_other_bodies_it_stays(string words) => Assert.Equal("", DrawnSentence.Of(words).Changes(MarkedNameReading.Mend));

    [Theory]
    [InlineData("Tahir/PROPN/NNP/2/compound Pasha/NOUN/NN/6/nsubj ,/PUNCT/,/5/punct a/DET/DT/5/det student/NOUN/NN/2/appos left/VERB/VBD/0/root", "Pasha nsubj left PROPN")]
    [InlineData("They/PRON/PRP/2/nsubj met/VERB/VBD/0/root Ada/PROPN/NNP/4/flat Smith/NOUN/NN/2/obj ,/PUNCT/,/7/punct the/DET/DT/7/det envoy/NOUN/NN/4/appos", "Smith obj met PROPN")]
    [InlineData("Tahir/PROPN/NNP/2/compound Pasha/NOUN/NN/3/nsubj left/VERB/VBD/0/root", "")]                                                                                   // nothing is told of it
    [InlineData("the/DET/DT/3/det Hesse/PROPN/NNP/3/compound Bank/NOUN/NN/7/nsubj ,/PUNCT/,/6/punct a/DET/DT/6/det lender/NOUN/NN/3/appos fell/VERB/VBD/0/root", "")]           // an article
    [InlineData("Tahir/PROPN/NNP/2/compound pasha/NOUN/NN/6/nsubj ,/PUNCT/,/5/punct a/DET/DT/5/det student/NOUN/NN/2/appos left/VERB/VBD/0/root", "")]
    public void A_word_behind_a_name_of_which_something_is_told_is_a_name(string words, string changes) =>
        Assert.Equal(changes, DrawnSentence.Of(words).Changes(MarkedNameReading.Mend));

    [Theory]
    [InlineData("chief/NOUN/NN/2/nmod:desc Oto/PROPN/NNP/4/nsubj/Place Belk/PROPN/NNP/2/flat/Place left/VERB/VBD/0/root", EntityKind.Person)]
    [InlineData("envoy/NOUN/NN/3/compound Oto/PROPN/NNP/3/compound/Place Belk/PROPN/NNP/4/nsubj/Place left/VERB/VBD/0/root", EntityKind.Person)]
    [InlineData("rebel/NOUN/NN/4/nsubj Oto/PROPN/NNP/1/appos/Place Belk/PROPN/NNP/2/flat/Place left/VERB/VBD/0/root", EntityKind.Person)]
    [InlineData("Oto/PROPN/NNP/6/nsubj/Place Belk/PROPN/NNP/1/flat/Place ,/PUNCT/,/5/punct the/DET/DT/5/det winner/NOUN/NN/1/appos left/VERB/VBD/0/root", EntityKind.Person)]
    [InlineData("port/NOUN/NN/2/nmod:desc Oto/PROPN/NNP/4/nsubj/Place Belk/PROPN/NNP/2/flat/Place fell/VERB/VBD/0/root", EntityKind.Place)]
    [InlineData("Oto/PROPN/NNP/6/nsubj/Place Belk/PROPN/NNP/1/flat/Place ,/PUNCT/,/5/punct the/DET/DT/5/det port/NOUN/NN/1/appos fell/VERB/VBD/0/root", EntityKind.Place)]
    [InlineData("chief/NOUN/NN/3/obj in/ADP/IN/3/case Oto/PROPN/NNP/5/obl/Place Belk/PROPN/NNP/3/flat/Place left/VERB/VBD/0/root", EntityKind.Place)]
    [InlineData("chief/NOUN/NN/2/nmod:desc Oto/PROPN/NNP/3/nsubj/Place left/VERB/VBD/0/root", EntityKind.Place)]
    [InlineData("chief/NOUN/NN/2/nmod:desc Oto/PROPN/NNP/4/nsubj/Organisation Belk/PROPN/NNP/2/flat/Organisation left/VERB/VBD/0/root", EntityKind.Organisation)]
    public void Who_holds_an_office_is_a_person(string words, EntityKind kind)
    {
        var drawn = DrawnSentence.Of(words);
        Assert.Equal(kind, Assert.Single(_reading.Kinds(drawn.Forms, drawn.Annotation)).Kind);
    }

    [Theory]
    [InlineData("Ada/PROPN/NNP/5/nsubj/Person Holm/PROPN/NNP/1/flat/Person a/DET/DT/4/det Court/NOUN/NN/1/appos left/VERB/VBD/0/root", "a flat Ada PROPN, Court flat Ada PROPN")]
    [InlineData("Ada/PROPN/NNP/5/nsubj/Person Holm/PROPN/NNP/1/flat/Person a/DET/DT/4/det Court/PROPN/NNP/5/nsubj left/VERB/VBD/0/root", "a flat Ada PROPN, Court flat Ada")]
    public void An_article_may_stand_inside_a_name(string words, string changes)
    {
        var drawn = DrawnSentence.Of(words);
        Assert.Equal(changes, drawn.Changes((forms, annotation) => Assert.Equal(new Entity(0, 3, EntityKind.Person), Assert.Single(_reading.Kinds(forms, annotation)))));
    }

    [Theory]
    [InlineData("Ada/PROPN/NNP/5/nsubj/Person Holm/PROPN/NNP/1/flat/Person a/DET/DT/4/det court/NOUN/NN/1/appos left/VERB/VBD/0/root")]                                                   // no capital
    [InlineData("They/PRON/PRP/2/nsubj called/VERB/VBD/0/root Ada/PROPN/NNP/2/obj/Person Holm/PROPN/NNP/3/flat/Person a/DET/DT/6/det Democrat/PROPN/NNP/2/xcomp")]                     // what she is called
    [InlineData("They/PRON/PRP/2/nsubj met/VERB/VBD/0/root Ada/PROPN/NNP/2/obj/Person a/DET/DT/5/det Monday/PROPN/NNP/2/obl:unmarked later/ADV/RB/2/advmod")]                             // one word
    public void Behind_other_names_an_article_opens_a_phrase(string words)
    {
        var drawn = DrawnSentence.Of(words);
        Assert.Equal("", drawn.Changes((forms, annotation) => Assert.Equal(annotation.Entities, _reading.Kinds(forms, annotation))));
    }
}
