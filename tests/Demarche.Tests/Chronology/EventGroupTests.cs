using Demarche.Chronology;
using Demarche.Tests.Cli;

namespace Demarche.Tests.Chronology;

/// <summary>The sixty groups of reports, from text to clusters.</summary>
public sealed class EventGroupTests(EventGroupTests.Scores scores) : IClassFixture<EventGroupTests.Scores>
{
    [Fact]
    public void There_are_sixty_groups_with_three_or_more_reports_each()
    {
        var groups = scores.Tune.Reports.Concat(scores.Check.Reports).GroupBy(r => r.Group, StringComparer.Ordinal).ToList();
        Assert.Equal(60, groups.Count);
        Assert.All(groups, g => Assert.True(g.Count() >= 3 && g.GroupBy(r => r.Label, StringComparer.Ordinal).Count() > 1, g.Key));
    }

    [Fact]
    public void No_event_is_merged_with_another_day_of_a_repeated_one() =>
        Assert.Empty(scores.Tune.AcrossDays.Concat(scores.Check.AcrossDays).Select(p => $"{p.First.Name} {p.First.Label} with {p.Second.Name} {p.Second.Label}"));

    [Fact]
    public void Pairs_of_the_check_half_reach_the_wanted_figure() => Assert.InRange(scores.Check.Pairwise(codedOnly: false).F1, 0.85, 1);

    [Fact]
    public void Copies_are_told_from_reports_of_their_own() =>
        Assert.All(scores.Tune.Reports.Concat(scores.Check.Reports), r =>
            Assert.Equal(r.IsCopy, scores.Tune.Originals.Of(r.Name) != r.Name || scores.Check.Originals.Of(r.Name) != r.Name));

    /// <summary>Both halves, coded and merged once.</summary>
    public sealed class Scores
    {
        public Scores()
        {
            var files = CodebookFiles.Shipped();
            var pipeline = Pipeline.Load(files).Value!;
            var merger = EventMerger.Load(files, pipeline.Codebook).Value!;
            var folder = Path.Combine(Repository.Root, "tests", "Demarche.Tests", "Chronology", "Groups");
            Tune = new GroupScore(folder, "tune", pipeline, merger);
            Check = new GroupScore(folder, "check", pipeline, merger);
        }

        internal GroupScore Tune { get; }

        internal GroupScore Check { get; }
    }
}
