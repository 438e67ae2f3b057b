using System.Collections.Immutable;
using Demarche.Coding.Records;

namespace Demarche.Tests.Statements;

/// <summary>Who says so from the nearest speaker to the outlet, over whole reports: headlines, carriers and reprints.</summary>
public class ChainTests
{
    private static readonly Lazy<Pipeline> Loaded = new(() => Pipeline.Load(CodebookFiles.Shipped()).Value!);

    [Theory]
    [InlineData("Iran rejects talks with France, says foreign minister", "foreign minister")]
    [InlineData("Kremlin: Putin and Modi to meet in Goa next week", "Kremlin")]
    [InlineData("Norway to send aid to Nepal, officials say", "officials")]
    [InlineData("Minister says Kenya will withdraw troops from Somalia", "Minister")]
    [InlineData("Egypt has expelled two diplomats of Qatar: ministry", "ministry")]
    [InlineData("Chile recalled its envoy from Peru, according to state television", "television")]
    public void A_headline_has_its_speaker(string headline, string speaker)
    {
        var events = Coded($"{headline}\n\nThe weather in the capital stayed cold on the day, with rain in the hills and snow above them, and few people were out.\nMore was to come.");
        var one = Assert.Single(events, e => e.TextInfo!.Section == "headline");
        Assert.Contains(speaker, one.Attribution[0].Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Chad pledged to help Niger, warning Libya that any attack would be answered.", "Chad")]
    [InlineData("Niger's president said that he believed that Chad had attacked Libya.", "Niger's president")]
    [InlineData("Iran said the raid was to protect shipping; Belgian minister Joost Peeters called the order cruel and foolish.", "")]
    [InlineData("Russia said its troops would stay in Syria; Ukraine called the decision an outrage; Poland said it would expel two Russian diplomats.", "Poland")]
    public void Each_speaker_of_a_clause_is_named_once(string text, string speakers) =>
        Assert.Contains(speakers, Coded($"CAIRO, March 3, 2019 (AFP) - {text}\nNobody was available for comment.").Select(e => string.Join(';', e.Attribution.Select(a => a.Text))));

    [Fact]
    public void A_reprint_names_the_agency_and_the_outlet()
    {
        var one = Assert.Single(Coded("CAIRO, March 3, 2019 (Reuters) - Egypt expelled two diplomats of Qatar on Sunday.\nNobody was available for comment.\n\nSOURCE: Harbour Times\nLINK: https://example.org/a"));
        Assert.Equal(("Harbour Times", "Reuters", "https://example.org/a"), (one.Citation.Publication, one.Citation.Agency, one.Citation.Url));
    }

    [Fact]
    public void An_agency_that_publishes_itself_is_no_reprint()
    {
        var one = Assert.Single(Coded("CAIRO, March 3, 2019 (Reuters) - Egypt expelled two diplomats of Qatar on Sunday.\nNobody was available for comment."));
        Assert.Equal(("Reuters", null), (one.Citation.Publication, one.Citation.Agency));
    }

    [Fact]
    public void A_statement_keeps_its_carrier_and_the_reprint_of_the_report()
    {
        var one = Assert.Single(Coded("TEHRAN, May 6, 2018 (AFP) - Iran will not attend talks with France, its foreign minister said in a statement carried by state news agency IRNA.\nNobody was available for comment.\n\nSOURCE: Harbour Times"));
        var said = one.Attribution[0];
        Assert.Contains("foreign minister", said.Text, StringComparison.Ordinal);
        Assert.Equal("statement", said.Medium);
        Assert.Contains("IRNA", said.Outlet, StringComparison.Ordinal);
        Assert.Equal(("Harbour Times", "AFP"), (one.Citation.Publication, one.Citation.Agency));
    }

    private static ImmutableArray<EventRecord> Coded(string text) => [.. RecordedEvents.Of(Loaded.Value.Code(Loaded.Value.Reader.FromText("report", text).Value!), Loaded.Value.Codebook)];
}
