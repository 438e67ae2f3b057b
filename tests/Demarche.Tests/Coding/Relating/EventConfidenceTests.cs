using Demarche.Coding.Relating;

namespace Demarche.Tests.Coding.Relating;

public class EventConfidenceTests
{
    private static readonly RuleReliability Rules = new(new Dictionary<string, RuleAnswers>(StringComparer.Ordinal) { ["good.rule"] = new(20, 20), ["bad.rule"] = new(4, 20) });

    [Fact]
    public void ARuleIsAsReliableAsItWasAndOneNeverSeenAsTheAverage()
    {
        var (good, bad, unseen) = (Rules.Of(Rule("good.rule")), Rules.Of(Rule("bad.rule")), Rules.Of(Rule("new.rule")));
        Assert.True(bad < unseen && unseen < good);
        Assert.Equal(24.0 / 40, unseen, 6);
        Assert.InRange(good, 0.9, 0.999);
    }

    [Fact]
    public void TheAnswerInQuestionDoesNotCountForItself()
    {
        Assert.True(Rules.Of(Rule("bad.rule"), without: true) < Rules.Of(Rule("bad.rule")));
        Assert.True(Rules.Of(Rule("bad.rule"), without: false) > Rules.Of(Rule("bad.rule")));
    }

    [Fact]
    public void AWritersOwnFigureStandsWhereNothingWasMeasured()
    {
        var rule = Rule("new.rule") with { Confidence = 0.3 };
        Assert.Equal(0.3, Rules.Of(rule), 6);
    }

    [Fact]
    public void CountsAreReadAsTheyWereWritten()
    {
        var again = RuleReliability.Parse(Rules.ToString());
        Assert.Equal(Rules.Of(Rule("bad.rule")), again.Of(Rule("bad.rule")));
        Assert.Equal(Rules.ToString(), again.ToString());
    }

    [Fact]
    public void TheShippedRankerMakesAgreementAndReliabilityCount()
    {
        var confidence = Ranker.Load().Value!.Confidence;
        var usual = new AnswerSigns(0.9, 8, 0.9, 25, IsLone: false);
        Assert.True(confidence.OfRule(usual) > confidence.OfRule(usual with { Agreement = 0.05 }));
        Assert.True(confidence.OfRule(usual) > confidence.OfRule(usual with { Reliability = 0.3 }));
        Assert.True(confidence.OfRule(usual) > confidence.OfRule(usual with { Words = 60 }));
        Assert.InRange(confidence.OfRule(usual with { Agreement = null }), 0.5, 1);
        Assert.Equal(1, confidence.Probabilities([1, 3, 2]).Sum(), 4);
    }

    private static Demarche.Coding.Rules.Rule Rule(string id) => HandMade.Codebook($"- {{id: {id}, event: AID, verb: [help], recipient: [object]}}").Rules[0];
}
