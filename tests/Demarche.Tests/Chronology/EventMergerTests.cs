using Demarche.Chronology;
using static Demarche.Tests.Chronology.Acts;

namespace Demarche.Tests.Chronology;

/// <summary>When two reported acts are one act, on hand-made events.</summary>
public class EventMergerTests
{
    [Fact]
    public void Two_reports_of_one_meeting_are_one_act() =>
        Assert.Equal(["a@1:X b@1:X"], Clusters(Event("a@1:X", "USA", "PRK", "CONSULT", Monday), Event("b@1:X", "PRK", "USA", "CONSULT", Monday, "The leaders met.")));

    [Fact]
    public void A_meeting_of_the_next_day_is_another() =>
        Assert.Equal(2, Clusters(Event("a@1:X", "USA", "PRK", "CONSULT", Monday), Event("b@1:X", "USA", "PRK", "CONSULT", Monday.PlusDays(1))).Length);

    [Fact]
    public void Ties_are_not_cut_twice_in_two_days() =>
        Assert.Single(Clusters(
            Event("a@1:X", "HND", "TWN", "SANCTION", Monday, "It cut ties.", "discontinue"), Event("b@1:X", "HND", "TWN", "SANCTION", Monday.PlusDays(1), "It cut ties.", "discontinue")));

    [Fact]
    public void The_way_back_is_another_act() =>
        Assert.Equal(2, Clusters(Event("a@1:X", "GBR", "RUS", "SANCTION", Monday, mode: "expel"), Event("b@1:X", "RUS", "GBR", "SANCTION", Monday, mode: "expel")).Length);

    [Fact]
    public void What_is_done_to_another_is_another_act() =>
        Assert.Equal(2, Clusters(Event("a@1:X", "IND", "NPL", "AID", Monday), Event("b@1:X", "IND", "BGD", "AID", Monday)).Length);

    [Fact]
    public void A_report_that_names_a_month_brings_no_two_days_together()
    {
        var month = Event("c@1:X", "USA", "PRK", "CONSULT", Monday, "They met for talks on arms.") with { EndDate = Monday.PlusDays(30) };
        var clusters = Clusters(Event("a@1:X", "USA", "PRK", "CONSULT", Monday, "They met for talks on arms."), Event("b@1:X", "USA", "PRK", "CONSULT", Monday.PlusDays(7)), month);
        Assert.Equal(["a@1:X c@1:X", "b@1:X"], clusters);
    }

    [Fact]
    public void A_report_without_a_day_joins_the_only_act_that_fits() =>
        Assert.Single(Clusters(Event("a@1:X", "USA", "PRK", "CONSULT", Monday), Event("b@1:X", "USA", "PRK", "CONSULT", Monday).Undated()));

    [Fact]
    public void A_report_without_a_day_joins_none_of_two_that_fit_alike() =>
        Assert.Equal(3, Clusters(
            Event("a@1:X", "USA", "PRK", "CONSULT", Monday), Event("b@1:X", "USA", "PRK", "CONSULT", Monday.PlusDays(-2)), Event("c@1:X", "USA", "PRK", "CONSULT", Monday).Undated()).Length);

    [Fact]
    public void Another_minister_of_the_same_state_meets_another_time()
    {
        var one = Event("a@1:X", "USA", "PRK", "CONSULT", Monday) with { Actors = [Party("USA", "Mike Pompeo", "secretary of state")] };
        var other = Event("b@1:X", "USA", "PRK", "CONSULT", Monday, "There were talks.") with { Actors = [Party("USA", "Mark Esper", "secretary of defense")] };
        Assert.Equal(2, Clusters(one, other).Length);
    }

    [Fact]
    public void A_denial_stands_beside_what_it_denies()
    {
        var deed = Event("a@1:X", "PRK", "RUS", "AID", Monday);
        var denial = Event("b@1:X", "PRK", null, "REJECT", Monday.PlusDays(3)) with { Content = Event("b@1:X", "PRK", "RUS", "AID", Monday) with { Status = "did-not-happen" } };
        Assert.Equal(["a@1:X b@1:X/content", "b@1:X"], Clusters(deed, denial));
    }

    [Fact]
    public void What_is_kept_apart_stays_apart_and_what_is_tied_stays_tied()
    {
        var events = new[] { Event("a@1:X", "USA", "PRK", "CONSULT", Monday), Event("b@1:X", "USA", "PRK", "CONSULT", Monday), Event("c@1:X", "USA", "PRK", "SANCTION", Monday.PlusDays(40)) };
        var merged = Merger.Merge(events, MergePins.Of([("a@1:X", "c@1:X")], [("a@1:X", "b@1:X")]), Originals.None);
        Assert.Equal(["a@1:X c@1:X", "b@1:X"], Acts.Clusters(merged));
    }

    [Fact]
    public void What_has_no_day_is_tied_only_by_hand()
    {
        var undated = Event("b@1:X", "USA", "PRK", "CONSULT", Monday).Undated();
        undated = undated with { Citation = undated.Citation with { DateEarliest = null, DateLatest = null } };
        var events = new[] { Event("a@1:X", "USA", "PRK", "CONSULT", Monday), undated, undated with { Id = "c@1:X" } };
        Assert.Equal(["a@1:X", "b@1:X", "c@1:X"], Clusters(events));
        Assert.Equal(["a@1:X b@1:X", "c@1:X"], Acts.Clusters(Merger.Merge(events, MergePins.Of([("a@1:X", "b@1:X")], []), Originals.None)));
        Assert.Equal(["a@1:X", "b@1:X c@1:X"], Acts.Clusters(Merger.Merge(events, MergePins.Of([("c@1:X", "b@1:X")], []), Originals.None)));
    }

    [Fact]
    public void Two_deeds_of_one_sentence_are_two_where_their_modes_differ()
    {
        var bomb = Event("a@1:X", "IRQ", "GBR", "ASSAULT", Monday, "They bombed a town and fired shells at it.", "explosives");
        var shells = bomb with { Id = "a@9:X", Mode = "heavy-weapons" };
        Assert.Equal(["a@1:X", "a@9:X"], Clusters(bomb, shells));
        Assert.Equal(["a@1:X b@9:X"], Clusters(bomb, shells with { Id = "b@9:X", Citation = shells.Citation with { Report = "b" } }));
    }

    [Fact]
    public void Every_merge_says_why()
    {
        var why = Merger.Explain(Event("a@1:X", "USA", "PRK", "CONSULT", Monday), Event("b@1:X", "USA", "PRK", "CONSULT", Monday), Originals.None);
        Assert.True(why.IsMatch);
        Assert.Contains(why.Parts, p => p.ToString() == "+2.0 when: the same day");
        Assert.Equal(why.Score, why.Parts.Sum(p => p.Points), 6);
    }
}
