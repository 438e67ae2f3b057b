using Demarche.Coding;

namespace Demarche.Tests.Coding;

public class TraceTests
{
    private const string Rules = """
        - {id: assault.with-drone, event: ASSAULT, mode: drone, verb: [strike], with: {with: [drone]}, recipient: [object]}
        - {id: assault.strike, event: ASSAULT, verb: [strike], recipient: [object]}
        """;

    private const string Tree = """
        Iran Iran PROPN NNP 2 nsubj
        struck strike VERB VBD 0 root
        Iraq Iraq PROPN NNP 2 obj
        """;

    [Fact]
    public void Trace_tells_each_rule_tried_and_what_it_lacked()
    {
        var report = HandMade.State(Tree, "IRN:1 IRQ:3");
        var trace = Assert.Single(EventCoder.By(HandMade.Codebook(Rules)).Trace(report, report.Mentioned.Parsed.Sentences[0]));
        Assert.Equal("assault.strike", trace.Taken);
        Assert.Equal("an event", trace.Outcome);
        Assert.Equal(["assault.with-drone: a phrase with 'with'", "assault.strike: "], trace.Trials.Select(t => $"{t.Rule.Id}: {t.Lacked}"));
    }

    [Fact]
    public void Match_without_an_actor_says_so()
    {
        var report = HandMade.State(Tree, "IRQ:3");
        var trace = Assert.Single(EventCoder.By(HandMade.Codebook(Rules)).Trace(report, report.Mentioned.Parsed.Sentences[0]));
        Assert.Equal("lacks an actor", trace.Outcome);
    }
}
