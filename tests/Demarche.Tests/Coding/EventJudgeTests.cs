using Demarche.Coding;
using Demarche.Statements;

namespace Demarche.Tests.Coding;

/// <summary>The ranker chooses between rules of equal weight, overrules none that was met alone, and makes events more or less sure.</summary>
public class EventJudgeTests
{
    private const string Aid = "- {id: test.aid, event: AID, verb: [bombard], recipient: [object], priority: 50}\n";
    private const string Assault = "- {id: test.assault, event: ASSAULT, verb: [bombard], recipient: [object], priority: 50}\n";
    private const string Sentence = "Israel bombarded Syria with rockets.";

    [Fact]
    public void BetweenRulesOfEqualWeightTheRankerChoosesAndSaysSo()
    {
        var pipeline = With(Aid + Assault);
        var one = Assert.Single(Code(pipeline, Sentence).Events);
        Assert.Equal("test.assault", one.Explanation.Rule);
        Assert.Contains(one.Explanation.Parts, p => p.Part == "ranked before test.aid" && p.Token.Form == "bombarded");
    }

    [Fact]
    public void TheTraceNamesTheChoice()
    {
        var pipeline = With(Aid + Assault);
        var stated = pipeline.State(pipeline.Reader.FromText("test", Sentence).Value!);
        var trace = Assert.Single(pipeline.Coder.Trace(stated, stated.Mentioned.Parsed.Sentences[0]), t => t.Trigger.Form == "bombarded");
        Assert.Equal("test.assault", trace.Taken);
        Assert.Contains("the ranker's choice of test.assault", trace.Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public void ARuleMetAloneIsNeverOverruledButLessSureWhereTheRankerDisagrees()
    {
        var odd = Assert.Single(Code(With(Aid), Sentence).Events);
        var plain = Assert.Single(Code(With(Assault), Sentence).Events);
        Assert.Equal(("test.aid", "test.assault"), (odd.Explanation.Rule, plain.Explanation.Rule));
        Assert.DoesNotContain(odd.Explanation.Parts.Concat(plain.Explanation.Parts), p => p.Part.StartsWith("ranked", StringComparison.Ordinal));
        Assert.True(odd.Confidence < plain.Confidence, $"{odd.Confidence} is not below {plain.Confidence}");
        Assert.InRange(odd.Confidence, 0.001, 0.999);
    }

    [Fact]
    public void ADearerRuleLeavesNoChoice()
    {
        var one = Assert.Single(Code(With(Assault + Aid.Replace("50", "51", StringComparison.Ordinal)), Sentence).Events);
        Assert.Equal("test.aid", one.Explanation.Rule);
    }

    [Fact]
    public void ABadLineOfTheTableIsNamed()
    {
        var files = CodebookFiles.Of([new CodebookFile("confidence.yaml", "mine/confidence.yaml", "events:\n  offset: 1\n  slpoe: 2\n")]);
        var complaints = new List<Diagnostic>();
        ReadEvents.Read(files, complaints);
        Assert.Equal("mine/confidence.yaml:3", Assert.Single(complaints).Where);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("most")]
    public void AShareThatIsNoneIsNamed(string value)
    {
        var complaints = new List<Diagnostic>();
        ReadEvents.Read(CodebookFiles.Of([new CodebookFile("confidence.yaml", "mine/confidence.yaml", $"shown-from: {value}\n")]), complaints);
        Assert.Contains(value, Assert.Single(complaints).What, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatADeedIsOnlyMeantForIsNoEvent()
    {
        Assert.DoesNotContain(Code(With("[]\n"), "Norway bought a ship to help Somalia.").Events, e => e.Type.Name == "AID");
        Assert.Contains(Code(With("[]\n"), "Norway helped Somalia.").Events, e => e.Type.Name == "AID");
        var protest = Assert.Single(Code(With("[]\n"), "Thousands of Kenyans stopped work to protest against the government.").Events, e => e.Type.Name == "PROTEST");
        Assert.Equal(Status.Happened, protest.Statement.Status);
    }

    [Fact]
    public void WithoutATableTheRelationsConfidenceStays()
    {
        var one = Assert.Single(HandMade.Code("- {id: assault.strike, event: ASSAULT, verb: [strike], recipient: [object]}", """
            Iran Iran PROPN NNP 2 nsubj
            struck strike VERB VBD 0 root
            Iraq Iraq PROPN NNP 2 obj
            """, "IRN:1 IRQ:3"));
        Assert.Equal(0.8, ReadEvents.Read(CodebookFiles.Of([]), []).Of(0.8, one), 6);
    }

    private static CodedReport Code(Pipeline pipeline, string text) => pipeline.Code(pipeline.Reader.FromText("test", text).Value!);

    private static Pipeline With(string rules)
    {
        var outcome = Pipeline.Load(CodebookFiles.Of(CodebookFiles.Shipped().All.Append(new CodebookFile("rules/test.yaml", "rules/test.yaml", rules))));
        return outcome.Value ?? throw new InvalidOperationException(outcome.Failure!.ToString());
    }
}
