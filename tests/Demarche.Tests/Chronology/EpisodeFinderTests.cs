using Demarche.Chronology;
using Demarche.Coding.Records;
using static Demarche.Tests.Chronology.Acts;

namespace Demarche.Tests.Chronology;

/// <summary>Tracks of related events.</summary>
public class EpisodeFinderTests
{
    private static readonly EpisodeFinder Finder = EpisodeFinder.Load(CodebookFiles.Shipped()).Value!;

    [Fact]
    public void Summits_of_the_same_two_are_an_episode_and_each_link_says_why()
    {
        var episode = Assert.Single(Find(
            Event("a@1:X", "USA", "PRK", "CONSULT", Monday, "The leaders held a summit."),
            Event("b@1:X", "PRK", "USA", "CONSULT", Monday.PlusDays(260), "They met for their second summit."),
            Event("c@1:X", "USA", "CHN", "CONSULT", Monday.PlusDays(30), "The presidents held a summit.")));
        Assert.Equal("PRK–USA: summits, 2021", episode.Title);
        Assert.Equal(["PRK and USA take part in both", "'summit' is of the summits", "'second' refers to an earlier one", "260 days after the one before"], episode.Links[1].Reasons);
    }

    [Fact]
    public void A_word_of_reference_bridges_a_long_gap()
    {
        EventRecord[] apart = [Event("a@1:X", "USA", "PRK", "CONSULT", Monday, "The two held talks."), Event("b@1:X", "USA", "PRK", "CONSULT", Monday.PlusDays(500), "The two held talks.")];
        Assert.Empty(Find(apart));
        Assert.Single(Find(apart[0], apart[1] with { Text = "The two resumed their stalled talks." }));
    }

    [Fact]
    public void Sanctions_of_years_are_one_episode() =>
        Assert.Equal(3, Assert.Single(Find([.. Enumerable.Range(0, 3).Select(i => Event($"r{i}@1:X", "UNO", "PRK", "SANCTION", Monday.PlusYears(i), "The council imposed sanctions."))])).Links.Length);

    [Fact]
    public void The_order_of_the_events_changes_nothing()
    {
        EventRecord[] events = [.. Enumerable.Range(0, 30).Select(i => Event($"r{i}@1:X", i % 3 == 0 ? "USA" : "CHN", i % 2 == 0 ? "PRK" : "RUS", i % 5 == 0 ? "SANCTION" : "CONSULT", Monday.PlusDays(i * 37 % 400)))];
        Assert.Equal(Find(events).Select(e => e.Id + e.Links.Length), Find([.. events.Reverse()]).Select(e => e.Id + e.Links.Length));
    }

    private static IReadOnlyList<Episode> Find(params EventRecord[] events) =>
        Finder.Find(events.Select(e => Builder.Of(e.Id, [new ClusterEvidence(ToldAct.Of(e).First(), e.Citation.Report)])));
}
