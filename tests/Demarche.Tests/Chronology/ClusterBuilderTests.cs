using Demarche.Chronology;
using static Demarche.Tests.Chronology.Acts;

namespace Demarche.Tests.Chronology;

/// <summary>What differs stands side by side, and copies count once.</summary>
public class ClusterBuilderTests
{
    [Fact]
    public void Numbers_days_and_denials_stand_side_by_side()
    {
        var cluster = Cluster(
            Event("a@1:X", "IND", "PAK", "ASSAULT", Monday, "The raid killed 300 militants."),
            Event("b@1:X", "IND", "PAK", "ASSAULT", Monday, "The raid killed 350 terrorists."),
            Event("c@1:X", "IND", "PAK", "ASSAULT", Monday.PlusDays(1), "There was no raid.") with { Status = "did-not-happen" });
        Assert.Equal("happened", cluster.Status);
        Assert.Equal(Monday, cluster.Date);
        Assert.Equal(["date", "status", "people"], cluster.Disagreements.Select(d => d.Aspect));
        Assert.Equal(["300: Outlet of a", "350: Outlet of b"], cluster.Disagreements[2].Values.Select(v => v.ToString()));
    }

    [Fact]
    public void A_copy_is_no_second_source()
    {
        var events = new[] { Event("a@1:X", "USA", "PRK", "CONSULT", Monday), Event("b@1:X", "USA", "PRK", "CONSULT", Monday), Event("c@1:X", "USA", "PRK", "CONSULT", Monday) };
        const string Text = "A story that is taken over word for word by another paper, with all that it says of the meeting and of what was agreed there.";
        var originals = Originals.Of([new PrintedReport("a", Monday, ReportPrint.Of(Text)), new PrintedReport("b", Monday, ReportPrint.Of(Text))]);
        var cluster = Assert.Single(Builder.Of(Merger.Merge(events, MergePins.None, originals), events, originals));
        Assert.Equal(3, cluster.Evidence.Length);
        Assert.Equal(2, cluster.Sources);
        Assert.True(cluster.Evidence[1].IsCopy);
    }

    [Fact]
    public void A_plan_that_came_true_is_no_disagreement()
    {
        var plan = Event("a@1:X", "USA", "PRK", "AGREE", Monday) with { Status = "planned", Content = Event("a@1:X", "USA", "PRK", "CONSULT", Monday) with { Status = "planned" } };
        var cluster = Cluster(plan, Event("b@1:X", "USA", "PRK", "CONSULT", Monday));
        Assert.Equal("CONSULT", cluster.Act.Type);
        Assert.Equal("happened", cluster.Status);
        Assert.Equal(["happened", "planned"], cluster.Statuses.Select(s => s.Value));
        Assert.Empty(cluster.Disagreements);
    }

    private static EventCluster Cluster(params Demarche.Coding.Records.EventRecord[] events) =>
        Builder.Of("x", events.SelectMany(ToldAct.Of).Select(a => new ClusterEvidence(a, a.Event.Citation.Report)));
}
