using Demarche.Web.Hosting;

namespace Demarche.Web.Tests;

public class SiteSettingsTests
{
    private const string Token = "0123456789abcdef";

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:0")]
    [InlineData("http://[::1]:80")]
    [InlineData("http://127.0.0.1:1;http://localhost:2")]
    public void This_machine_needs_no_token(string urls) => Assert.Null(SiteSettings.Of(urls, false, null).Failure);

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:80")]
    [InlineData("http://+:80")]
    [InlineData("http://[::]:80")]
    [InlineData("http://192.168.0.4:80")]
    [InlineData("http://desk.example:80")]
    [InlineData("http://127.0.0.1:1;http://0.0.0.0:2")]
    public void What_others_can_reach_needs_one(string urls)
    {
        Assert.Equal("DEM701", SiteSettings.Of(urls, false, null).Failure?.Number);
        Assert.Equal("DEM701", SiteSettings.Of(urls, false, "").Failure?.Number);
        Assert.Equal(Token, SiteSettings.Of(urls, false, Token).Value?.Token);
    }

    [Theory]
    [InlineData("", "DEM702")]
    [InlineData("5080", "DEM702")]
    [InlineData("https://localhost:5080", "DEM702")]
    [InlineData("ftp://localhost", "DEM702")]
    public void No_address_is_named(string urls, string number) => Assert.Equal(number, SiteSettings.Of(urls, false, null).Failure?.Number);

    [Fact]
    public void A_short_token_is_refused() => Assert.Equal("DEM704", SiteSettings.Of("http://localhost:1", false, "secret").Failure?.Number);
}
