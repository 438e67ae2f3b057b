using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Demarche.Coding.Records;

namespace Demarche.Web.Tests;

/// <summary>The record by HTTP.</summary>
public class ApiTests(RunningSite site)
{
    private static readonly HttpClient Client = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_of_events_give_each_once_and_their_records_read_back()
    {
        var (keys, after) = (new List<string>(), "");
        do
        {
            using var page = await AskAsync($"/api/events?limit=3&order=newest{after}");
            foreach (var one in page.RootElement.GetProperty("events").EnumerateArray())
            {
                keys.Add(one.GetProperty("key").GetString()!);
                Assert.Null(EventLines.Read("test", Encoding.UTF8.GetBytes(one.GetProperty("event").GetRawText())).Failure);
            }

            after = page.RootElement.TryGetProperty("next", out var next) ? $"&after={Uri.EscapeDataString(next.GetString()!)}" : "";
        }
        while (after.Length > 0);

        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
        using var count = await AskAsync("/api/count");
        Assert.Equal(count.RootElement.GetInt64(), keys.Count);
    }

    [Fact]
    public async Task A_tag_saves_the_second_answer()
    {
        using var first = await Client.GetAsync(site.Address + "/api/events", Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, site.Address + "/api/events") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await Client.SendAsync(again, Stop);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/api/events?from=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/api/events?status=likely", HttpStatusCode.BadRequest)]
    [InlineData("/api/events?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/events?limit=many", HttpStatusCode.BadRequest)]
    [InlineData("/api/events?after=garbage", HttpStatusCode.BadRequest)]
    [InlineData("/api/timeline?by=colour", HttpStatusCode.BadRequest)]
    [InlineData("/api/search", HttpStatusCode.BadRequest)]
    [InlineData("/api/events/0123456789@1:AID", HttpStatusCode.NotFound)]
    [InlineData("/api/events/x/history", HttpStatusCode.NotFound)]
    [InlineData("/api/reports/ffffffffffff", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_answered_is_a_problem(string address, HttpStatusCode status)
    {
        using var answer = await Client.GetAsync(site.Address + address, Stop);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(text).RootElement.TryGetProperty("title", out _));
    }

    [Fact]
    public async Task Counts_reports_search_and_actors_answer()
    {
        foreach (var address in new[] { "/api/timeline?by=type", "/api/search?words=talks", "/api/actors" })
        {
            using var answer = await AskAsync(address);
            Assert.True(answer.RootElement.GetArrayLength() > 0, address);
        }

        using var reports = await AskAsync("/api/reports?limit=1");
        var hash = reports.RootElement.GetProperty("reports")[0].GetProperty("hash").GetString();
        using var report = await AskAsync($"/api/reports/{hash}");
        Assert.NotEmpty(report.RootElement.GetProperty("text").GetString()!);
    }

    [Fact]
    public async Task A_correction_is_kept_and_a_late_one_refused()
    {
        await using var record = await OwnRecord.MakeAsync(site);
        using var page = JsonDocument.Parse(await Client.GetStringAsync(record.Address + "/api/events?limit=1", Stop));
        var one = page.RootElement.GetProperty("events")[0];
        var (key, revision) = (one.GetProperty("key").GetString()!, one.GetProperty("revision").GetString()!);
        Assert.Equal(HttpStatusCode.BadRequest, (await SayAsync(record.Address, key, revision, new { verdict = "perhaps", who = "Ada" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SayAsync(record.Address, key, revision, new { verdict = "rejected" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SayAsync(record.Address, key, revision, new { verdict = "rejected", who = "Ada", note = "a plan" })).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SayAsync(record.Address, key, revision, new { verdict = "accepted", who = "Bob" })).StatusCode);
        using var history = JsonDocument.Parse(await Client.GetStringAsync($"{record.Address}/api/events/{Uri.EscapeDataString(key)}/history", Stop));
        Assert.Equal("Ada", history.RootElement.GetProperty("corrections")[0].GetProperty("who").GetString());
        Assert.Equal("rejected", history.RootElement.GetProperty("event").GetProperty("review").GetString());
    }

    [Fact]
    public async Task A_read_only_site_keeps_no_correction()
    {
        var address = await site.ServeAsync(site.Store, token: null, isReadOnly: true);
        using var answer = await SayAsync(address, "0123456789@1:AID", "0", new { verdict = "rejected", who = "Ada" });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_description_names_every_route()
    {
        using var description = await AskAsync("/api/openapi.json");
        var paths = description.RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        Assert.Equal(
            ["/api/actors", "/api/count", "/api/events", "/api/events/{key}", "/api/events/{key}/corrections", "/api/events/{key}/history", "/api/reports", "/api/reports/{hash}", "/api/search", "/api/timeline"],
            paths.Where(p => p.StartsWith("/api/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Agents_find_the_tools_and_use_them()
    {
        using var tools = await CallAsync("tools/list", new { });
        Assert.Equal(["count", "event", "search", "timeline"], tools.RootElement.GetProperty("result").GetProperty("tools").EnumerateArray().Select(t => t.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        using var found = await CallAsync("tools/call", new { name = "timeline", arguments = new { limit = 2 } });
        var text = found.RootElement.GetProperty("result").GetProperty("content")[0].GetProperty("text").GetString()!;
        Assert.Equal(2, JsonDocument.Parse(text).RootElement.GetProperty("events").GetArrayLength());
        using var wrong = await CallAsync("tools/call", new { name = "timeline", arguments = new { from = "yesterday" } });
        Assert.Contains("yesterday", wrong.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_to_try_it_opens_an_answer()
    {
        await using var window = await site.OpenAsync();
        await window.GoAsync("/api");
        await window.Page.FillAsync("[id='/api/search-words']", "talks");
        await window.Page.PressAsync("[id='/api/search-words']", "Enter");
        await window.AtAsync("/api/search?words=talks");
        Assert.Contains("sentence", await window.Page.ContentAsync(), StringComparison.Ordinal);
    }

    private async Task<JsonDocument> AskAsync(string address) => JsonDocument.Parse(await Client.GetStringAsync(site.Address + address, Stop));

    private static Task<HttpResponseMessage> SayAsync(string address, string key, string revision, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/api/events/{Uri.EscapeDataString(key)}/corrections") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{revision}\"");
        return Client.SendAsync(request, Stop);
    }

    private async Task<JsonDocument> CallAsync(string method, object parameters)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, site.Address + "/mcp") { Content = JsonContent.Create(new Dictionary<string, object> { ["jsonrpc"] = "2.0", ["id"] = 1, ["method"] = method, ["params"] = parameters }) };
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        using var answer = await Client.SendAsync(request, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        var data = text.Split('\n').FirstOrDefault(l => l.StartsWith("data:", StringComparison.Ordinal))?["data:".Length..] ?? text;
        return JsonDocument.Parse(data);
    }
}
