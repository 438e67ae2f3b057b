using Demarche.Statements;

namespace Demarche.Tests.Coding;

public class EventCoderTests
{
    private const string Talks = """
        - {id: consult.talks, event: CONSULT, noun: [talk], recipient: [with], actor: [subject, between]}
        - {id: reject.talks, event: REJECT, mode: meet, verb: [dismiss, refuse], object: [talk], recipient: [with]}
        - {id: reject.content, event: REJECT, verb: [refuse], content: [CONSULT, ASSAULT], modes: {CONSULT: meet}}
        - {id: consult.meet, event: CONSULT, verb: [meet], recipient: [object, with]}
        - {id: assault.attack, event: ASSAULT, verb: [attack, strike], recipient: [object]}
        - {id: none.deal, event: NONE, verb: [strike], object: [deal]}
        - {id: request.content, event: REQUEST, verb: [urge, call for], modes: {CONSULT: meet, default: change}, recipient: [object, complement.subject]}
        - {id: sanction.impose, event: SANCTION, verb: [impose], object: [sanction], recipient: [on]}
        - {id: sanction.noun, event: SANCTION, noun: [sanction], recipient: [on]}
        - {id: reject.will-not, event: REJECT, mode: meet, recodes: [CONSULT], negated: true, auxiliary: [future]}
        - {id: aid.give, event: AID, verb: [give], object: [weapon], recipient: [iobj, to]}
        """;

    [Fact]
    public void Verb_and_its_transparent_object_are_one_event()
    {
        var one = Assert.Single(HandMade.Code(Talks, """
            Iran Iran PROPN NNP 2 nsubj
            dismissed dismiss VERB VBD 0 root
            the the DET DT 4 det
            possibility possibility NOUN NN 2 obj
            of of ADP IN 7 case
            fresh fresh ADJ JJ 7 amod
            talks talk NOUN NNS 4 nmod
            with with ADP IN 9 case
            Washington Washington PROPN NNP 7 nmod
            """, "IRN:1 USA:9"));
        Assert.Equal("REJECT meet IRN USA reject.talks", Short(one));
        Assert.Contains(one.Explanation.Parts, p => p.Part == "object" && p.Token.Form == "talks");
    }

    [Fact]
    public void Passive_with_agent_is_undone()
    {
        var one = Assert.Single(HandMade.Code(Talks, """
            Iraq Iraq PROPN NNP 3 nsubj:pass
            was be AUX VBD 3 aux:pass
            attacked attack VERB VBN 0 root
            by by ADP IN 5 case
            Iran Iran PROPN NNP 3 obl:agent
            """, "IRQ:1 IRN:5"));
        Assert.Equal("ASSAULT  IRN IRQ assault.attack", Short(one));
    }

    [Fact]
    public void Noun_takes_its_subject_from_the_light_verb()
    {
        var one = Assert.Single(HandMade.Code(Talks, """
            Chile Chile PROPN NNP 4 nsubj
            and and CCONJ CC 3 cc
            Peru Peru PROPN NNP 1 conj
            held hold VERB VBD 0 root
            talks talk NOUN NNS 4 obj
            """, "CHL:1 PER:3"));
        Assert.Equal("CONSULT  CHL PER  consult.talks", Short(one));
    }

    [Fact]
    public void Refusal_holds_the_meeting_as_content()
    {
        var one = Assert.Single(HandMade.Code(Talks, """
            Iran Iran PROPN NNP 2 nsubj
            refused refuse VERB VBD 0 root
            to to PART TO 4 mark
            meet meet VERB VB 2 xcomp
            Oman Oman PROPN NNP 4 obj
            """, "IRN:1 OMN:5"));
        Assert.Equal("REJECT meet IRN OMN reject.content", Short(one));
        Assert.Equal("CONSULT  IRN OMN consult.meet", Short(one.Content!));
        Assert.Equal(Status.DidNotHappen, one.Content!.Statement.Status);
        Assert.Equal(Status.Happened, one.Statement.Status);
    }

    [Fact]
    public void Those_asked_are_to_act()
    {
        var one = Assert.Single(HandMade.Code(Talks, """
            Egypt Egypt PROPN NNP 2 nsubj
            urged urge VERB VBD 0 root
            Syria Syria PROPN NNP 2 obj
            to to PART TO 5 mark
            meet meet VERB VB 2 xcomp
            Jordan Jordan PROPN NNP 5 obj
            """, "EGY:1 SYR:3 JOR:6"));
        Assert.Equal("REQUEST meet EGY SYR request.content", Short(one));
        Assert.Equal("CONSULT  SYR JOR consult.meet", Short(one.Content!));
    }

    [Fact]
    public void Idiom_is_no_event() =>
        Assert.Empty(HandMade.Code(Talks, """
            Iran Iran PROPN NNP 2 nsubj
            struck strike VERB VBD 0 root
            a a DET DT 4 det
            deal deal NOUN NN 2 obj
            with with ADP IN 6 case
            Oman Oman PROPN NNP 2 obl
            """, "IRN:1 OMN:6"));

    [Fact]
    public void Meeting_to_come_is_an_agreement_to_it()
    {
        var one = Assert.Single(HandMade.Code(Talks, """
            Chile Chile PROPN NNP 3 nsubj
            will will AUX MD 3 aux
            meet meet VERB VB 0 root
            Peru Peru PROPN NNP 3 obj
            """, "CHL:1 PER:4"));
        Assert.Equal("AGREE  CHL PER consult.meet", Short(one));
        Assert.Equal("CONSULT", one.Content!.Type.Name);
        Assert.Equal(Status.Planned, one.Statement.Status);
    }

    [Fact]
    public void Meeting_that_will_not_be_is_a_refusal()
    {
        var one = Assert.Single(HandMade.Code(Talks, """
            Chile Chile PROPN NNP 4 nsubj
            will will AUX MD 4 aux
            not not PART RB 4 advmod
            meet meet VERB VB 0 root
            Peru Peru PROPN NNP 4 obj
            """, "CHL:1 PER:5"));
        Assert.Equal("REJECT meet CHL PER reject.will-not", Short(one));
        Assert.Equal(Status.Happened, one.Statement.Status);
    }

    [Fact]
    public void Negated_act_did_not_happen()
    {
        var one = Assert.Single(HandMade.Code(Talks, """
            Iran Iran PROPN NNP 4 nsubj
            did do AUX VBD 4 aux
            not not PART RB 4 advmod
            attack attack VERB VB 0 root
            Iraq Iraq PROPN NNP 4 obj
            """, "IRN:1 IRQ:5"));
        Assert.Equal("ASSAULT  IRN IRQ assault.attack", Short(one));
        Assert.Equal(Status.DidNotHappen, one.Statement.Status);
    }

    [Fact]
    public void Missiles_act_for_whose_they_are_but_other_things_do_not()
    {
        const string tree = """
            Iranian Iranian ADJ JJ 2 amod
            WORD LEMMA NOUN NNS 3 nsubj
            struck strike VERB VBD 0 root
            Iraq Iraq PROPN NNP 3 obj
            """;
        var one = Assert.Single(HandMade.Code(Talks, tree.Replace("WORD LEMMA", "missiles missile"), "IRN:1/m IRQ:4"));
        Assert.Equal("ASSAULT  IRN IRQ assault.attack", Short(one));
        Assert.Empty(HandMade.Code(Talks, tree.Replace("WORD LEMMA", "storms storm"), "IRN:1/m IRQ:4"));
    }

    [Fact]
    public void Ditransitive_names_its_receiver()
    {
        var one = Assert.Single(HandMade.Code(Talks, """
            France France PROPN NNP 2 nsubj
            gave give VERB VBD 0 root
            Mali Mali PROPN NNP 2 iobj
            weapons weapon NOUN NNS 2 obj
            """, "FRA:1 MLI:3"));
        Assert.Equal("AID  FRA MLI aid.give", Short(one));
    }

    [Fact]
    public void Verb_of_a_relative_clause_has_the_antecedent_as_its_object()
    {
        var one = Assert.Single(HandMade.Code(Talks, """
            The the DET DT 2 det
            sanctions sanction NOUN NNS 8 nsubj
            that that PRON WDT 5 obj
            Canada Canada PROPN NNP 5 nsubj
            imposed impose VERB VBD 2 acl:relcl
            on on ADP IN 7 case
            Cuba Cuba PROPN NNP 5 obl
            failed fail VERB VBD 0 root
            """, "CAN:4 CUB:7"));
        Assert.Equal("SANCTION  CAN CUB sanction.impose", Short(one));
    }

    [Fact]
    public void Those_who_consult_each_other_address_nobody_else()
    {
        var one = Assert.Single(HandMade.Code(Talks, """
            Chad Chad PROPN NNP 4 nsubj
            and and CCONJ CC 3 cc
            Niger Niger PROPN NNP 1 conj
            met meet VERB VBD 0 root
            each each DET DT 6 det
            other other ADJ JJ 4 obj
            with with ADP IN 8 case
            NATO NATO PROPN NNP 4 obl
            """, "TCD:1 NER:3 IGO:8"));
        Assert.Equal("CONSULT  TCD NER  consult.meet", Short(one));
    }

    [Fact]
    public void Act_without_a_known_actor_is_not_coded() =>
        Assert.Empty(HandMade.Code(Talks, """
            Rebels rebel NOUN NNS 2 nsubj
            attacked attack VERB VBD 0 root
            Iraq Iraq PROPN NNP 2 obj
            """, "IRQ:3"));

    private static string Short(Demarche.Coding.CodedEvent one) =>
        $"{one.Type.Name} {one.Mode} {HandMade.Codes(one.Actors)} {HandMade.Codes(one.Recipients)} {one.Explanation.Rule}";
}
