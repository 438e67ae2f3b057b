using Demarche.Coding;

namespace Demarche.Tests.Coding;

public class RuleReaderTests
{
    [Theory]
    [InlineData("- {event: AGREE, verb: [agree]}", "no id")]
    [InlineData("- {id: a, event: AGREED, verb: [agree]}", "no event type")]
    [InlineData("- {id: a, event: AGREE}", "neither verb nor noun")]
    [InlineData("- {id: a, event: CONSULT, mode: party, verb: [meet]}", "no mode 'party'")]
    [InlineData("- {id: a, event: AGREE, verb: [agree], objekt: [x]}", "'objekt' is no part of a rule")]
    [InlineData("- {id: a, event: AGREE, verb: [agree], object: $nothing}", "no word class $nothing")]
    [InlineData("- {id: a, event: AGREE, verb: [agree], when: [soon]}", "'soon' is no status")]
    [InlineData("- {id: a, event: AGREE, verb: [agree], recipient: [Object]}", "'Object' is no role")]
    [InlineData("- {id: a, event: AGREE, verb: [agree], content: [PARTY]}", "'PARTY' is no event type")]
    [InlineData("- {id: a, event: AGREE, verb: [agree]}\n- {id: a, event: AGREE, verb: [accept]}", "the id stands at")]
    public void Fault_names_its_line_and_what_is_wrong(string rules, string fault)
    {
        var complaints = Read(rules);
        Assert.Contains(complaints, c => c.Where.StartsWith("rules/test.yaml:", StringComparison.Ordinal) && c.What.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Class_may_hold_classes_and_exclusions()
    {
        var codebook = HandMade.Codebook("- {id: a, event: AGREE, verb: [sign], object: [$deals, '!$games']}", "deals: [deal, $pacts]\npacts: [pact]\ngames: [game]");
        var words = codebook.Rules[0].Object!;
        Assert.Equal(["deal", "pact"], words.Lemmas.Order());
        Assert.Equal(["game"], words.Excluded);
    }

    [Fact]
    public void Second_word_of_a_verb_and_first_of_a_noun_must_go_with_it()
    {
        var codebook = HandMade.Codebook("- {id: a, event: AGREE, verb: [call for], noun: [phone call]}");
        Assert.Equal([("call", "for", false), ("call", "phone", true)], codebook.Rules[0].Triggers.Select(t => (t.Lemma, t.Particle!, t.IsNoun)));
    }

    private static List<Diagnostic> Read(string rules)
    {
        var complaints = new List<Diagnostic>();
        var ontology = CodebookFiles.Shipped().At("ontology.yaml")!;
        Assert.Null(Codebook.Read(CodebookFiles.Of([ontology, new CodebookFile("rules/test.yaml", "rules/test.yaml", rules)]), complaints));
        return complaints;
    }
}
