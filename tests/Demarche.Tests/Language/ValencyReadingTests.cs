using Demarche.Language;

namespace Demarche.Tests.Language;

public class ValencyReadingTests
{
    private readonly ValencyReading _reading = new(ReadingWords.Load().Value!);

    [Theory]
    [InlineData("Peru/PROPN/NNP/2/nsubj told/VERB/VBD/0/root them/PRON/PRP/2/iobj that/SCONJ/IN/7/mark rain/NOUN/NN/7/nsubj would/AUX/MD/7/aux fall/VERB/VB/3/acl:relcl", "fall ccomp told")]
    [InlineData("Peru/PROPN/NNP/2/nsubj warned/VERB/VBD/0/root ships/NOUN/NNS/2/obj that/SCONJ/IN/6/mark mines/NOUN/NNS/6/nsubj drifted/VERB/VBD/3/acl:relcl", "drifted ccomp warned")]
    [InlineData("He/PRON/PRP/2/nsubj said/VERB/VBD/0/root in/ADP/IN/5/case an/DET/DT/5/det interview/NOUN/NN/2/obl with/ADP/IN/8/case the/DET/DT/8/det paper/NOUN/NN/5/nmod that/SCONJ/IN/11/mark he/PRON/PRP/11/nsubj left/VERB/VBD/8/acl:relcl", "left ccomp said")]
    [InlineData("Peru/PROPN/NNP/2/nsubj told/VERB/VBD/0/root them/PRON/PRP/2/iobj that/SCONJ/IN/7/mark talks/NOUN/NNS/7/nsubj:pass were/AUX/VBD/7/aux:pass held/VERB/VBN/3/acl:relcl", "held ccomp told")]
    [InlineData("Peru/PROPN/NNP/2/nsubj built/VERB/VBD/0/root ships/NOUN/NNS/2/obj that/SCONJ/IN/6/mark mines/NOUN/NNS/6/nsubj sank/VERB/VBD/3/acl:relcl", "")]      // builds and says nothing
    [InlineData("Peru/PROPN/NNP/2/nsubj gave/VERB/VBD/0/root signs/NOUN/NNS/2/obj that/SCONJ/IN/6/mark it/PRON/PRP/6/nsubj hoped/VERB/VBD/3/acl:relcl", "hoped acl signs")]
    [InlineData("Fears/NOUN/NNS/7/nsubj that/SCONJ/IN/5/mark it/PRON/PRP/5/nsubj:pass was/AUX/VBD/5/aux:pass lost/VERB/VBN/1/acl:relcl soon/ADV/RB/7/advmod grew/VERB/VBD/0/root", "lost acl Fears")]
    [InlineData("Peru/PROPN/NNP/2/nsubj warned/VERB/VBD/0/root ships/NOUN/NNS/2/obj that/PRON/WDT/5/nsubj drifted/VERB/VBD/3/acl:relcl", "")]                        // "that" is the subject
    [InlineData("He/PRON/PRP/2/nsubj told/VERB/VBD/0/root men/NOUN/NNS/2/obj that/SCONJ/IN/6/mark he/PRON/PRP/6/nsubj hired/VERB/VBD/3/acl:relcl to/PART/TO/8/mark go/VERB/VB/2/ccomp", "")]   // what he told stands behind
    public void What_is_said_is_no_relative_clause(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Peru/PROPN/NNP/2/nsubj plans/VERB/VBZ/0/root to/PART/TO/4/mark leave/VERB/VB/2/acl", "leave xcomp plans")]
    [InlineData("Peru/PROPN/NNP/2/nsubj voted/VERB/VBD/0/root Monday/PROPN/NNP/2/obl:unmarked to/PART/TO/5/mark leave/VERB/VB/2/advcl", "leave xcomp voted")]
    [InlineData("Peru/PROPN/NNP/2/nsubj flew/VERB/VBD/0/root Monday/PROPN/NNP/2/obl:unmarked to/PART/TO/5/mark leave/VERB/VB/2/advcl", "")]
    [InlineData("Peru/PROPN/NNP/2/nsubj planned/VERB/VBD/0/root it/PRON/PRP/2/obj to/PART/TO/5/mark leave/VERB/VB/2/advcl", "")]
    [InlineData("Peru/PROPN/NNP/2/nsubj has/VERB/VBZ/0/root plans/NOUN/NNS/2/obj to/PART/TO/5/mark leave/VERB/VB/3/acl", "")]
    [InlineData("She/PRON/PRP/2/nsubj described/VERB/VBD/0/root it/PRON/PRP/2/obj as/SCONJ/IN/5/mark unjust/ADJ/JJ/2/advcl", "as case unjust")]
    [InlineData("She/PRON/PRP/2/nsubj left/VERB/VBD/0/root as/SCONJ/IN/5/mark it/PRON/PRP/5/nsubj unjust/ADJ/JJ/2/advcl", "")]
    [InlineData("Ten/NUM/CD/2/nsubj:pass freed/VERB/VBN/0/root by/ADP/IN/4/case rebels/NOUN/NNS/2/nmod", "rebels obl:agent freed")]
    [InlineData("Ten/NUM/CD/2/nsubj fled/VERB/VBD/0/root by/ADP/IN/4/case boat/NOUN/NN/2/nmod", "boat obl fled")]
    [InlineData("The/DET/DT/2/det visit/NOUN/NN/0/root by/ADP/IN/4/case rebels/NOUN/NNS/2/nmod", "")]
    public void A_verb_takes_no_part_of_a_noun(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Peru/PROPN/NNP/2/nsubj ruled/VERB/VBD/0/root out/ADP/RP/2/compound:prt using/VERB/VBG/2/advcl force/NOUN/NN/4/obj", "using xcomp ruled")]
    [InlineData("Peru/PROPN/NNP/2/nsubj set/VERB/VBD/0/root out/ADP/RP/2/compound:prt ,/PUNCT/,/5/punct hoping/VERB/VBG/2/advcl", "")]
    [InlineData("Two/NUM/CD/2/nummod farmers/NOUN/NNS/3/nsubj shot/VERB/VBD/0/root dead/ADJ/JJ/3/xcomp in/ADP/IN/6/case Chad/PROPN/NNP/3/obl", "farmers nsubj:pass shot")]
    [InlineData("Rebels/NOUN/NNS/2/nsubj shot/VERB/VBD/0/root dead/ADJ/JJ/2/xcomp two/NUM/CD/5/nummod farmers/NOUN/NNS/2/obj", "")]
    [InlineData("Abdul/PROPN/NNP/6/nsubj Karim/PROPN/NNP/1/flat and/CCONJ/CC/5/cc his/PRON/PRP$/5/nmod:poss counterpart/NOUN/NN/2/conj left/VERB/VBD/0/root", "counterpart conj Abdul")]
    [InlineData("Chad/PROPN/NNP/5/compound test/NOUN/NN/4/obl:unmarked -/PUNCT/HYPH/2/punct fired/VERB/VBN/5/amod rockets/NOUN/NNS/0/root", "Chad nsubj fired, test compound fired, fired root -, rockets obj fired")]
    [InlineData("Chad/PROPN/NNP/5/compound test/NOUN/NN/4/obl:unmarked -/PUNCT/HYPH/2/punct fired/VERB/VBN/5/amod rockets/NOUN/NNS/6/nsubj fell/VERB/VBD/0/root", "")]
    public void A_verb_takes_what_its_particle_or_adjective_asks_for(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Peru/PROPN/NNP/2/nsubj keeps/VERB/VBZ/0/root troops/NOUN/NNS/2/obj in/ADP/IN/5/case Chad/PROPN/NNP/3/nmod", "Chad obl keeps")]
    [InlineData("Peru/PROPN/NNP/2/nsubj stationed/VERB/VBD/0/root ships/NOUN/NNS/2/obj at/ADP/IN/5/case Lima/PROPN/NNP/3/nmod", "Lima obl stationed")]
    [InlineData("Peru/PROPN/NNP/2/nsubj praised/VERB/VBD/0/root troops/NOUN/NNS/2/obj in/ADP/IN/5/case Chad/PROPN/NNP/3/nmod", "")]
    [InlineData("Peru/PROPN/NNP/2/nsubj keeps/VERB/VBZ/0/root troops/NOUN/NNS/2/obj of/ADP/IN/5/case Chad/PROPN/NNP/3/nmod", "")]
    [InlineData("Troops/NOUN/NNS/0/root in/ADP/IN/3/case Chad/PROPN/NNP/1/nmod", "")]
    public void Who_keeps_something_says_where(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Peru/PROPN/NNP/4/nsubj on/ADP/IN/3/case Monday/PROPN/NNP/1/nmod left/VERB/VBD/0/root", "Monday obl left")]
    [InlineData("Peru/PROPN/NNP/6/nsubj on/ADP/IN/4/case Dec/PROPN/NNP/4/nmod:unmarked 1/NUM/CD/1/nmod had/AUX/VBD/6/aux left/VERB/VBN/0/root", "1 obl left")]
    [InlineData("Talks/NOUN/NNS/4/nsubj on/ADP/IN/3/case Chad/PROPN/NNP/1/nmod failed/VERB/VBD/0/root", "")]                                                  // what they are about
    [InlineData("Peru/PROPN/NNP/2/nsubj held/VERB/VBD/0/root talks/NOUN/NNS/2/obj on/ADP/IN/5/case Monday/PROPN/NNP/3/nmod", "")]                             // no subject
    [InlineData("Talks/NOUN/NNS/6/nsubj on/ADP/IN/3/case Monday/PROPN/NNP/1/nmod in/ADP/IN/5/case Lima/PROPN/NNP/1/nmod failed/VERB/VBD/0/root", "")]       // the talks' own day
    public void A_day_between_subject_and_verb_is_when_it_was_done(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("In/ADP/IN/3/case May/PROPN/NNP/3/compound Oslo/PROPN/NNP/4/obl left/VERB/VBD/0/root", "In case May, May obl left, Oslo nsubj left")]
    [InlineData("On/ADP/IN/3/case Monday/PROPN/NNP/3/compound rebels/NOUN/NNS/4/nsubj left/VERB/VBD/0/root", "On case Monday, Monday obl left")]
    [InlineData("In/ADP/IN/3/case May/PROPN/NNP/3/compound talks/NOUN/NNS/5/obl Oslo/PROPN/NNP/5/nsubj left/VERB/VBD/0/root", "")]                              // the subject stands elsewhere
    [InlineData("In/ADP/IN/3/case New/PROPN/NNP/3/compound Delhi/PROPN/NNP/4/obl left/VERB/VBD/0/root", "")]
    public void A_month_before_a_verb_is_no_part_of_its_subject(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Peru/PROPN/NNP/2/nsubj gave/VERB/VBD/0/root Chad/PROPN/NNP/4/compound $/SYM/$/2/obj 3/NUM/CD/4/nummod", "Chad iobj gave")]
    [InlineData("Peru/PROPN/NNP/2/nsubj lent/VERB/VBD/0/root the/DET/DT/6/det United/ADJ/NNP/5/amod States/PROPN/NNPS/6/compound $/SYM/$/2/obj 3/NUM/CD/6/nummod", "the det States, States iobj lent")]
    [InlineData("Peru/PROPN/NNP/2/nsubj gave/VERB/VBD/0/root US/PROPN/NNP/4/compound $/SYM/$/2/obj 3/NUM/CD/4/nummod", "")]         // a currency
    [InlineData("Peru/PROPN/NNP/2/nsubj raised/VERB/VBD/0/root Chad/PROPN/NNP/4/compound $/SYM/$/2/obj 3/NUM/CD/4/nummod", "")]
    [InlineData("Peru/PROPN/NNP/2/nsubj gave/VERB/VBD/0/root it/PRON/PRP/2/iobj Chad/PROPN/NNP/5/compound $/SYM/$/2/obj 3/NUM/CD/5/nummod", "")]
    public void Who_gives_a_sum_gives_it_to_somebody(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Peru/PROPN/NNP/2/nsubj accused/VERB/VBD/0/root Chad/PROPN/NNP/2/obj of/ADP/IN/6/case sabotaging/VERB/VBG/6/amod talks/NOUN/NNS/3/nmod", "of mark sabotaging, sabotaging advcl accused, talks obj sabotaging")]
    [InlineData("Peru/PROPN/NNP/2/nsubj left/VERB/VBD/0/root Chad/PROPN/NNP/2/obj of/ADP/IN/6/case warring/VERB/VBG/6/amod clans/NOUN/NNS/3/nmod", "")]
    public void Who_accuses_tells_a_deed(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Peru/PROPN/NNP/2/nsubj met/VERB/VBD/0/root outgoing/VERB/VBG/2/xcomp Oto/PROPN/NNP/3/obj", "outgoing amod Oto ADJ, Oto obj met")]
    [InlineData("Peru/PROPN/NNP/2/nsubj began/VERB/VBD/0/root meeting/VERB/VBG/2/xcomp Oto/PROPN/NNP/3/obj", "")]
    public void Who_is_outgoing_does_nothing_by_that(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("weapons/NOUN/NNS/0/root for/ADP/IN/4/case Kyiv/PROPN/NNP/4/compound worth/ADJ/JJ/1/amod millions/NOUN/NNS/4/obj", "for case Kyiv, Kyiv nmod weapons")]
    [InlineData("aid/NOUN/NN/0/root to/ADP/IN/4/case farmers/NOUN/NNS/4/compound worth/ADJ/JJ/1/acl millions/NOUN/NNS/4/obj", "to case farmers, farmers nmod aid")]
    [InlineData("weapons/NOUN/NNS/0/root for/ADP/IN/5/case Kyiv/PROPN/NNP/4/compound worth/ADJ/JJ/5/amod fighters/NOUN/NNS/1/nmod", "")]
    public void An_adjective_has_no_preposition(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("He/PRON/PRP/2/nsubj said/VERB/VBD/0/root the/DET/DT/5/det state/NOUN/NN/5/compound plans/NOUN/NNS/2/ccomp to/PART/TO/7/mark leave/VERB/VB/5/acl",
        "the det state, state nsubj plans, plans ccomp said VERB, leave xcomp plans")]
    [InlineData("He/PRON/PRP/2/nsubj said/VERB/VBD/0/root a/DET/DT/6/det new/ADJ/JJ/6/amod force/NOUN/NN/6/compound hopes/NOUN/NNS/2/ccomp to/PART/TO/8/mark win/VERB/VB/6/acl",
        "a det force, new amod force, force nsubj hopes, hopes ccomp said VERB, win xcomp hopes")]
    [InlineData("He/PRON/PRP/2/nsubj said/VERB/VBD/0/root the/DET/DT/5/det state/NOUN/NN/5/compound plans/NOUN/NNS/2/obj to/PART/TO/7/mark leave/VERB/VB/5/acl", "")]
    [InlineData("He/PRON/PRP/2/nsubj said/VERB/VBD/0/root they/PRON/PRP/6/nsubj are/AUX/VBP/6/cop state/NOUN/NN/6/compound plans/NOUN/NNS/2/ccomp to/PART/TO/8/mark leave/VERB/VB/6/acl", "")]
    [InlineData("He/PRON/PRP/2/nsubj said/VERB/VBD/0/root the/DET/DT/4/det state/NOUN/NN/5/nsubj plans/NOUN/NNS/2/ccomp to/PART/TO/7/mark leave/VERB/VB/5/acl", "plans ccomp said VERB, leave xcomp plans")]
    [InlineData("The/DET/DT/2/det state/NOUN/NN/3/nsubj hopes/NOUN/NNS/0/root to/PART/TO/5/mark win/VERB/VB/3/acl", "hopes root - VERB, win xcomp hopes")]
    [InlineData("State/NOUN/NN/2/compound plans/NOUN/NNS/0/root to/PART/TO/4/mark leave/VERB/VB/2/acl", "")]                                // a headline
    [InlineData("What/PRON/WP/4/nsubj are/AUX/VBP/4/cop good/ADJ/JJ/4/amod plans/NOUN/NNS/0/root to/PART/TO/6/mark leave/VERB/VB/4/acl", "")]
    public void A_clause_has_a_verb(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Peru/PROPN/NNP/4/nsubj opposed/VERB/VBD/0/root the/DET/DT/4/det idea/NOUN/NN/2/obj", "Peru nsubj opposed")]
    [InlineData("Peru/PROPN/NNP/3/compound proposed/VERB/VBD/0/root talks/NOUN/NNS/2/obj", "Peru nsubj proposed")]
    [InlineData("Peru/PROPN/NNP/4/nmod:poss seeks/VERB/VBZ/0/root new/ADJ/JJ/4/amod talks/NOUN/NNS/2/obj", "Peru nsubj seeks")]
    [InlineData("They/PRON/PRP/3/nsubj Peru/PROPN/NNP/4/compound proposed/VERB/VBD/0/root talks/NOUN/NNS/3/obj", "")]     // it has its subject
    [InlineData("Peru/PROPN/NNP/3/compound proposing/VERB/VBG/0/root talks/NOUN/NNS/2/obj", "")]                          // no finite verb
    public void No_word_before_a_finite_verb_belongs_to_a_noun_behind(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Peru/PROPN/NNP/2/compound test/NOUN/NN/4/obl:unmarked -/PUNCT/HYPH/4/punct fired/VERB/VBD/0/root rockets/NOUN/NNS/4/obj", "Peru nsubj fired, test compound fired")]
    [InlineData("The/DET/DT/3/det Peru/PROPN/NNP/3/compound test/NOUN/NN/5/nsubj -/PUNCT/HYPH/5/punct fired/VERB/VBD/0/root rockets/NOUN/NNS/5/obj", "The det Peru, Peru nsubj fired, test compound fired")]
    [InlineData("Peru/PROPN/NNP/2/compound forces/NOUN/NNS/4/nsubj -/PUNCT/HYPH/4/punct fired/VERB/VBD/0/root rockets/NOUN/NNS/4/obj", "")]
    [InlineData("Peru/PROPN/NNP/2/compound test/NOUN/NN/3/nsubj fired/VERB/VBD/0/root rockets/NOUN/NNS/3/obj", "")]
    public void What_stands_before_a_hyphen_is_no_subject(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Peru/PROPN/NNP/2/nsubj called/VERB/VBD/0/root the/DET/DT/5/det order/NOUN/NN/5/compound sinister/NOUN/NN/2/xcomp", "the det order, order obj called, sinister xcomp called ADJ")]
    [InlineData("Peru/PROPN/NNP/2/nsubj deemed/VERB/VBD/0/root any/DET/DT/6/det new/ADJ/JJ/6/amod vote/NOUN/NN/6/compound unlawful/NOUN/NN/2/xcomp", "any det vote, new amod vote, vote obj deemed, unlawful xcomp deemed ADJ")]
    [InlineData("Peru/PROPN/NNP/2/nsubj became/VERB/VBD/0/root the/DET/DT/5/det order/NOUN/NN/5/compound keeper/NOUN/NN/2/xcomp", "")]                                 // names nothing
    [InlineData("Peru/PROPN/NNP/2/nsubj called/VERB/VBD/0/root it/PRON/PRP/2/obj a/DET/DT/6/det war/NOUN/NN/6/compound crime/NOUN/NN/2/xcomp", "")]                    // what is named stands before
    [InlineData("It/PRON/PRP/3/nsubj:pass was/AUX/VBD/3/aux:pass called/VERB/VBN/0/root a/DET/DT/6/det war/NOUN/NN/6/compound crime/NOUN/NN/3/xcomp", "")]               // passive
    [InlineData("Peru/PROPN/NNP/2/nsubj called/VERB/VBD/0/root the/DET/DT/4/det talks/NOUN/NNS/2/obj with/ADP/IN/6/case them/PRON/PRP/4/nmod unjust/ADJ/JJ/4/amod", "unjust xcomp called")]
    [InlineData("Peru/PROPN/NNP/2/nsubj labelled/VERB/VBD/0/root groups/NOUN/NNS/2/obj of/ADP/IN/6/case Kurds/PROPN/NNPS/6/obl hostile/ADJ/JJ/3/amod", "Kurds nmod groups, hostile xcomp labelled")]
    [InlineData("Peru/PROPN/NNP/2/nsubj called/VERB/VBD/0/root the/DET/DT/5/det unjust/ADJ/JJ/5/amod talks/NOUN/NNS/2/obj", "")]                                       // it called them
    [InlineData("Peru/PROPN/NNP/2/nsubj left/VERB/VBD/0/root the/DET/DT/4/det talks/NOUN/NNS/2/obj unjust/ADJ/JJ/4/amod", "")]
    public void Who_calls_something_says_what_it_is(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("Peru/PROPN/NNP/2/nsubj condemned/VERB/VBD/0/root the/DET/DT/4/det arrest/NOUN/NN/2/obj of/ADP/IN/6/case two/NUM/CD/4/nmod by/ADP/IN/8/case rebels/NOUN/NNS/2/obl", "rebels nmod arrest")]
    [InlineData("Peru/PROPN/NNP/3/nsubj has/AUX/VBZ/3/aux condemned/VERB/VBN/0/root killings/NOUN/NNS/3/obj of/ADP/IN/6/case Kurds/PROPN/NNPS/4/nmod by/ADP/IN/9/case Turkish/ADJ/JJ/9/amod/Nationality police/NOUN/NN/3/obl", "police nmod killings")]
    [InlineData("It/PRON/PRP/2/nsubj protests/VERB/VBZ/0/root use/NOUN/NN/2/obj of/ADP/IN/5/case force/NOUN/NN/3/nmod by/ADP/IN/7/case Mali/PROPN/NNP/2/obl/Place", "Mali nmod use")]
    [InlineData("It/PRON/PRP/3/nsubj:pass was/AUX/VBD/3/aux:pass denied/VERB/VBN/0/root use/NOUN/NN/3/obj of/ADP/IN/6/case roads/NOUN/NNS/4/nmod by/ADP/IN/8/case Mali/PROPN/NNP/3/obl/Place", "")]       // a passive
    [InlineData("It/PRON/PRP/2/nsubj ends/VERB/VBZ/0/root use/NOUN/NN/2/obj of/ADP/IN/5/case force/NOUN/NN/3/nmod by/ADP/IN/7/case Monday/PROPN/NNP/2/obl", "")]
    [InlineData("It/PRON/PRP/2/nsubj cuts/VERB/VBZ/0/root numbers/NOUN/NNS/2/obj of/ADP/IN/5/case men/NOUN/NNS/3/nmod by/ADP/IN/8/case ten/NUM/CD/8/nummod divisions/NOUN/NNS/2/obl", "")]
    [InlineData("It/PRON/PRP/2/nsubj sent/VERB/VBD/0/root troops/NOUN/NNS/2/obj by/ADP/IN/5/case trains/NOUN/NNS/2/obl", "")]                                                                                // no deed
    [InlineData("It/PRON/PRP/2/nsubj sent/VERB/VBD/0/root piles/NOUN/NNS/2/obj of/ADP/IN/5/case arms/NOUN/NNS/3/nmod there/ADV/RB/2/advmod by/ADP/IN/8/case trains/NOUN/NNS/2/obl", "")]                       // a word of the verb between
    public void The_verb_above_a_deed_has_no_doer_of_it(string words, string changes) => Check(words, changes);

    [Theory]
    [InlineData("The/DET/DT/2/det bloc/NOUN/NN/5/nsubj since/ADP/IN/4/case coup/NOUN/NN/2/compound split/VERB/VBD/0/root", "coup nmod bloc")]
    [InlineData("The/DET/DT/3/det coup/NOUN/NN/3/compound bloc/NOUN/NN/4/nsubj split/VERB/VBD/0/root", "")]
    public void What_stands_behind_a_preposition_is_no_part_of_the_noun_before_it(string words, string changes) => Check(words, changes);

    private void Check(string words, string changes) => Assert.Equal(changes, DrawnSentence.Of(words).Changes(_reading.Mend));
}
