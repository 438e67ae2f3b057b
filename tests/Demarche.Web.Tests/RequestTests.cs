using System.Net;
using System.Net.Http.Headers;
using Demarche.Store;

namespace Demarche.Web.Tests;

/// <summary>What programs, and those who mean harm, are answered.</summary>
public class RequestTests(RunningSite site)
{
    private const string Token = "a-token-of-some-length";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_forbids_foreign_and_inline_script()
    {
        using var client = new HttpClient();
        foreach (var address in new[] { "/", "/site.css", "/no-such-page", "/export/events.csv" })
        {
            using var answer = await client.GetAsync(site.Address + address, Stop);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }

        var page = await client.GetStringAsync(site.Address + "/", Stop);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("//cdn", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/event/0123456789@1:AID")]
    [InlineData("/event/x")]
    [InlineData("/report/ffffffffffffffff")]
    [InlineData("/codebook/no.such.rule")]
    [InlineData("/no-such-page")]
    public async Task A_deep_link_to_what_is_missing_says_so(string address)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(site.Address + address, Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_token_nobody_comes_in()
    {
        var address = await site.ServeAsync(site.Store, Token);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        foreach (var path in new[] { "/", "/export/events.csv", "/_blazor/negotiate", "/api/events" })
        {
            using var answer = await client.GetAsync(address + path, Stop);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        using var wrong = new HttpRequestMessage(HttpMethod.Get, address + "/") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Token + "x") } };
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.SendAsync(wrong, Stop)).StatusCode);
        using var right = new HttpRequestMessage(HttpMethod.Get, address + "/") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Token) } };
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(right, Stop)).StatusCode);
    }

    [Fact]
    public async Task A_wrong_token_is_told_and_the_right_one_lets_in()
    {
        var address = await site.ServeAsync(site.Store, Token);
        await using var window = await site.OpenAsync();
        await window.Page.GotoAsync(address + "/reports");
        await window.Page.FillAsync("#token", "not-the-token-at-all");
        await window.Page.PressAsync("#token", "Enter");
        await window.Page.WaitForSelectorAsync("[role=alert]");
        await window.Page.FillAsync("#token", Token);
        await window.Page.PressAsync("#token", "Enter");
        await window.AliveAsync();
        Assert.EndsWith("/reports", window.Page.Url, StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Other_sites_cannot_talk_to_this_one()
    {
        using var client = new HttpClient();
        using var foreign = new HttpRequestMessage(HttpMethod.Post, site.Address + "/_blazor/negotiate?negotiateVersion=1") { Headers = { { "Origin", "https://elsewhere.example" } } };
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(foreign, Stop)).StatusCode);
        using var renamed = new HttpRequestMessage(HttpMethod.Get, site.Address + "/") { Headers = { Host = "elsewhere.example" } };
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(renamed, Stop)).StatusCode);
    }

    [Fact]
    public async Task A_body_of_fifty_megabytes_is_refused()
    {
        using var client = new HttpClient();
        using var body = new ByteArrayContent(new byte[50_000_000]);
        try
        {
            using var answer = await client.PostAsync(site.Address + "/choose/name", body, Stop);
            Assert.True(answer.StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType, answer.StatusCode.ToString());
        }
        catch (HttpRequestException)
        {
            return;   // the server hung up while the body was still coming
        }
    }

    [Fact]
    public async Task A_view_is_given_as_files()
    {
        using var client = new HttpClient();
        var count = await site.Store.CountAsync(new EventQuery { Actor = "USA" }, Stop);
        var csv = await client.GetStringAsync(site.Address + "/export/events.csv?actor=USA", Stop);
        var lines = await client.GetStringAsync(site.Address + "/export/events.jsonl?actor=USA", Stop);
        Assert.StartsWith("id,date", csv, StringComparison.Ordinal);
        Assert.Equal(count, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        var parquet = await client.GetByteArrayAsync(site.Address + "/export/events.parquet?actor=USA", Stop);
        Assert.Equal("PAR1"u8.ToArray(), parquet[..4]);
    }

    [Theory]
    [InlineData("chronology", "rect")]
    [InlineData("map", "circle")]
    [InlineData("network", "circle")]
    [InlineData("dyad", "rect")]
    public async Task A_drawing_is_given_as_a_file_that_stands_alone(string name, string shape)
    {
        using var client = new HttpClient();
        var svg = System.Xml.Linq.XDocument.Parse(await client.GetStringAsync($"{site.Address}/export/{name}.svg?{(name == "dyad" ? "actor=PRK&with=KOR" : "")}", Stop));
        Assert.True(svg.Descendants().Count(e => e.Name.LocalName == shape) > 1);
        Assert.DoesNotContain("var(--", svg.ToString(), StringComparison.Ordinal);
    }
}
