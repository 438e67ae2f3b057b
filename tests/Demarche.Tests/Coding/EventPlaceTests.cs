namespace Demarche.Tests.Coding;

public class EventPlaceTests
{
    private static readonly Lazy<Pipeline> Loaded = new(() => Pipeline.Load(CodebookFiles.Shipped()).Value!);

    [Theory]
    [InlineData("Rebels attacked Goma on Monday.", "Goma")]
    [InlineData("Russian missiles struck Kharkiv.", "Kharkiv")]
    [InlineData("The two presidents held talks in Oslo.", "Oslo")]
    [InlineData("Russia attacked Ukraine.", null)]
    [InlineData("Turkey warned Damascus.", null)]
    [InlineData("In March, Norway imposed sanctions on Iran.", null)]
    [InlineData("In March, Norway freed nine monks.", null)]
    public void A_deed_happens_where_it_is_done(string text, string? place)
    {
        var coded = Loaded.Value.Code(Loaded.Value.Reader.FromText("made", text).Value!, TestContext.Current.CancellationToken);
        Assert.Equal(place, Assert.Single(coded.Events).Place?.Place?.Name);
    }
}
