namespace Demarche.Tests.Actors;

/// <summary>Figures on whole reports, by the shipped model and tables.</summary>
public sealed class ActorGoldTests(ShippedActors shipped, ITestOutputHelper output) : IClassFixture<ShippedActors>
{
    [Theory]
    [InlineData(0.94, 0.92, "asia", "fresh", "mideast", "world")]
    [InlineData(0.9, 0.88, "blind")]
    [InlineData(0.87, 0.93, "later")]
    [InlineData(0.85, 0.82, "third")]
    [InlineData(0.86, 0.83, "fourth")]
    [InlineData(0.77, 0.86, "fifth")]
    [InlineData(0.91, 0.84, "sixth")]
    [InlineData(0.93, 0.94, "seventh")]
    [InlineData(0.91, 0.91, "eighth")]
    [InlineData(0.89, 0.91, "ninth")]
    [InlineData(0.92, 0.94, "tenth")]
    [InlineData(0.91, 0.87, "eleventh")]
    [InlineData(0.8, 0.83, "twelfth")]
    [InlineData(0.86, 0.89, "thirteenth")]
    [InlineData(0.91, 0.89, "fourteenth")]
    public void Codes_sectors_and_links_of_the_own_gold_are_right(double least, double leastLinks, params string[] files)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Gold", "Actors");
        var stories = files.SelectMany(f => ActorGold.Read(f, File.ReadAllText(Path.Combine(folder, f + ".txt")))).ToList();
        var score = ActorGold.Judge(stories, shipped.Reader, shipped.Language, shipped.Finder);
        output.WriteLine(score.ToString());
        output.WriteLine(string.Join('\n', score.Misses));
        Assert.True(score.Marks > 120);
        Assert.True(score.RightShare >= least, score.ToString());
        Assert.True(score.LinkShare >= leastLinks, score.ToString());
    }

    [Fact]
    public void Heads_of_marked_actors_and_recipients_are_in_mentions()
    {
        var score = RelationsGold.Judge(ShippedActors.Shared("gold/relations-train.tsv"), shipped.Reader, shipped.Language, shipped.Finder);
        output.WriteLine(score.ToString());
        Assert.True(score.RowShare >= 0.95, score.ToString());
    }

    [Fact]
    public void Examples_of_the_roles_hold()
    {
        var roles = shipped.Finder.Tables.Roles;
        Assert.NotEmpty(roles.Examples);
        foreach (var example in roles.Examples)
        {
            // A phrase is no sentence; the parser is given one.
            var text = $"{char.ToUpperInvariant(example.Text[0])}{example.Text[1..]} said nothing.";
            var parsed = shipped.Language.Parse(shipped.Reader.FromText("example", text).Value!);
            var subject = parsed.Sentences[0].Root.Child("nsubj");
            Assert.True(subject is not null, $"{example.Where}: '{example.Text}' has no subject");
            var mention = shipped.Finder.Find(parsed).At(subject.Value);
            Assert.Equal((example.Where, example.Code, example.Sector), (example.Where, mention?.Actor.Code, mention?.Actor.Sectors.FirstOrDefault()));
        }
    }
}
