using Demarche.Language;

namespace Demarche.Tests.Language;

public class FreeRelativeReadingTests
{
    private readonly FreeRelativeReading _reading = new(ReadingWords.Load().Value!);

    [Theory]
    [InlineData("Peru/PROPN/NNP/2/nsubj condemned/VERB/VBD/0/root what/PRON/WP/2/obj it/PRON/PRP/5/nsubj called/VERB/VBD/3/acl:relcl a/DET/DT/7/det raid/NOUN/NN/5/obj",
        "what obj called, called acl:relcl raid, raid obj condemned")]
    [InlineData("Peru/PROPN/NNP/2/nsubj protested/VERB/VBD/0/root against/ADP/IN/4/case what/PRON/WP/2/obl it/PRON/PRP/6/nsubj saw/VERB/VBD/4/acl:relcl as/ADP/IN/9/case a/DET/DT/9/det raid/NOUN/NN/6/obl",
        "against case raid, what obj saw, saw acl:relcl raid, as dep saw, raid obl protested")]
    [InlineData("Peru/PROPN/NNP/2/nsubj jailed/VERB/VBD/0/root what/PRON/WP/2/obj it/PRON/PRP/5/nsubj said/VERB/VBD/3/acl:relcl were/AUX/VBD/7/cop spies/NOUN/NNS/5/ccomp",
        "what obj said, said acl:relcl spies, were dep said, spies obj jailed")]
    [InlineData("Peru/PROPN/NNP/2/nsubj held/VERB/VBD/0/root what/PRON/WP/2/obj it/PRON/PRP/5/nsubj called/VERB/VBD/3/acl:relcl talks/NOUN/NNS/5/obj on/ADP/IN/8/case Monday/PROPN/NNP/5/obl",
        "what obj called, called acl:relcl talks, talks obj held, Monday obl held")]
    [InlineData("Peru/PROPN/NNP/2/nsubj condemned/VERB/VBD/0/root what/PRON/WP/2/obj it/PRON/PRP/5/nsubj heard/VERB/VBD/3/acl:relcl on/ADP/IN/7/case radio/NOUN/NN/5/obl", "")]   // heard and named nothing
    [InlineData("Peru/PROPN/NNP/2/nsubj knew/VERB/VBD/0/root what/PRON/WP/5/obj it/PRON/PRP/5/nsubj called/VERB/VBD/2/ccomp a/DET/DT/7/det raid/NOUN/NN/5/obj", "")]                  // a question
    [InlineData("Peru/PROPN/NNP/2/nsubj condemned/VERB/VBD/0/root what/PRON/WP/2/obj it/PRON/PRP/5/nsubj called/VERB/VBD/3/acl:relcl unjust/ADJ/JJ/5/xcomp", "")]
    public void What_somebody_names_is_what_the_verb_above_takes(string words, string changes) => Assert.Equal(changes, DrawnSentence.Of(words).Changes(_reading.Mend));
}
