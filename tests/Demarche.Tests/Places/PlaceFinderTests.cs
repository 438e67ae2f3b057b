using Demarche.Places;
using Demarche.Tests.Actors;

namespace Demarche.Tests.Places;

/// <summary>Which places are found, and which of several namesakes.</summary>
public sealed class PlaceFinderTests(ShippedActors shipped) : IClassFixture<ShippedActors>
{
    [Theory]
    [InlineData("Talks were held in Tripoli, Libya, on Monday.", "Tripoli", "LBY")]
    [InlineData("Lebanese troops entered Tripoli. The army said that Tripoli was calm. Lebanon sent tanks to Tripoli in northern Lebanon.", "Tripoli", "LBN")]
    [InlineData("The envoys met in Paris on Friday.", "Paris", "FRA")]
    [InlineData("The farmers met in Paris, Texas, on Friday.", "Paris", "USA")]
    [InlineData("The ministers met in Seoul.", "Seoul", "KOR")]
    [InlineData("Rebels fled to Georgia from Russia.", "Georgia", "GEO")]
    public void Context_tells_namesakes_apart(string text, string name, string country)
    {
        var place = Find(text).Last(m => m.Sentence[m.First].Form == name);
        Assert.Equal((name, country), (place.Place?.Name, place.Place?.Country));
        Assert.NotEmpty(place.Reason);
    }

    [Fact]
    public void A_city_has_coordinates_and_an_id()
    {
        var hanoi = Assert.Single(Find("The summit took place in Hanoi.")).Place!;
        Assert.Equal(PlaceLevel.City, hanoi.Level);
        Assert.InRange(hanoi.Latitude!.Value, 20.5, 21.5);
        Assert.InRange(hanoi.Longitude!.Value, 105, 106.5);
        Assert.NotNull(hanoi.GeoNamesId);
    }

    [Theory]
    [InlineData("The Washington Post said nothing.")]
    [InlineData("Seoul said that it would answer.")]
    [InlineData("Goalkeeper Jordan Pickett scored twice.")]
    public void A_name_that_is_no_place_here_is_none(string text) => Assert.Empty(Find(text));

    [Fact]
    public void A_bad_level_is_named_with_file_and_line()
    {
        const string path = "places/places.tsv";
        var text = "geonameid\tname\tother_names\tcountry\tadmin1\tlatitude\tlongitude\tpopulation\tlevel\n1\tX\t\tFRA\t\t0\t0\t5\thamlet\n";
        var files = CodebookFiles.Of(CodebookFiles.Shipped().All.Where(f => f.Path != path).Append(new CodebookFile(path, path, text)));
        Assert.Contains("places.tsv:2", PlaceFinder.Load(files).Failure!.Where, StringComparison.Ordinal);
    }

    private IReadOnlyList<PlaceMention> Find(string text) => shipped.Places.Find(shipped.Language.Parse(shipped.Reader.FromText("made", text).Value!)).All;
}
