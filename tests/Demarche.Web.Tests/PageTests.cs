using Demarche.Store;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Demarche.Web.Tests;

/// <summary>Every page in a real browser: it shows, nothing complains, and those who cannot see or use a mouse can use it.</summary>
public class PageTests(RunningSite site)
{
    public static TheoryData<string> Addresses => ["/", "/?split=type&order=newest", "/?actor=nobody", "/dyad", "/dyad?actor=USA&with=PRK", "/network", "/map", "/map?zoom=4&east=125&north=38", "/reports", "/reports?text=summit", "/review", "/paste", "/codebook", "/codebook?type=CONSULT", "/dossier", "/no-such-page", "/event/0123456789@1:AID", "/report/zzz", "/?from=never", "/?after=nonsense"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_shows_without_complaint_and_is_accessible(string address)
    {
        await using var window = await site.OpenAsync(name: "Ada");
        await window.GoAsync(address);
        await AssertSound(window, address);
    }

    [Theory]
    [InlineData("dark", 1280)]
    [InlineData("light", 390)]
    [InlineData("dark", 390)]
    public async Task Pages_are_accessible_in_the_dark_and_on_a_phone(string theme, int width)
    {
        await using var window = await site.OpenAsync(theme, width, name: "Ada");
        foreach (var address in new[] { "/", "/network", "/review", await EventAddress(), await ReportAddress() })
        {
            await window.GoAsync(address);
            await AssertSound(window, address);
            var overflow = await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 1, $"{address} is {overflow} pixels wider than the window");
        }
    }

    [Fact]
    public async Task From_the_chronology_one_clicks_through_to_the_sentence()
    {
        await using var window = await site.OpenAsync();
        await window.GoAsync("/");
        await window.Page.Locator("table.events td.what a").First.ClickAsync();
        await window.Page.WaitForSelectorAsync("blockquote.main-quote");
        var quote = (await window.Page.Locator("blockquote.main-quote mark").First.InnerTextAsync()).Trim();
        await window.Page.Locator("section[aria-label=Evidence] p.soft a").First.ClickAsync();
        await window.Page.WaitForSelectorAsync(".sentence.chosen");
        Assert.Contains(quote, await window.Page.Locator(".sentence.chosen").InnerTextAsync(), StringComparison.Ordinal);
        await window.Page.GetByText("Parse tree").ClickAsync();
        Assert.Contains("root", await window.Page.Locator(".tree").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData("/", "chronology")]
    [InlineData("/network", "network")]
    [InlineData("/map", "map")]
    [InlineData("/dyad?actor=PRK&with=KOR", "dyad")]
    public async Task A_drawing_is_saved_as_a_picture(string address, string name)
    {
        await using var window = await site.OpenAsync();
        await window.GoAsync(address);
        await window.Page.ClickAsync("details.menu summary");
        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.ClickAsync("text=Drawing as PNG"));
        Assert.Equal(name + ".png", download.SuggestedFilename);
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);
        Assert.True(System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)) >= 1000, "the picture is small");
        Assert.True(bytes.Length > 5000, "the picture is blank");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_filter_narrows_the_list_and_stands_in_the_address()
    {
        await using var window = await site.OpenAsync();
        await window.GoAsync("/");
        await window.Page.FillAsync("#f-actor", "USA");
        await window.Page.PressAsync("#f-actor", "Enter");
        await window.AtAsync("/?actor=USA");
        var asked = await site.Store.CountAsync(new EventQuery { Actor = "USA" }, TestContext.Current.CancellationToken);
        await Assertions.Expect(window.Page.Locator("table.events tbody tr")).ToHaveCountAsync((int)asked);
        await window.Page.SelectOptionAsync("#f-status", "planned");
        await window.AtAsync("/?actor=USA&status=planned");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_column_of_the_time_axis_leads_to_its_days()
    {
        await using var window = await site.OpenAsync();
        await window.GoAsync("/");
        await window.Page.WaitForSelectorAsync(".rz-chart svg path, .rz-chart svg rect");
        await window.Page.GetByText("The numbers").ClickAsync();
        await window.Page.Locator("details.numbers tbody th a").First.ClickAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("from=2005-01-01&to=2005-01-31", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Report_text_never_runs_as_script()
    {
        await using var window = await site.OpenAsync();
        var report = await site.Store.ReportAsync("hostile.txt", TestContext.Current.CancellationToken);
        foreach (var address in new[] { $"/report/{report!.Hash}", "/", "/?text=<script>document.title='taken'</script>", "/dossier", "/reports" })
        {
            await window.GoAsync(address);
            Assert.NotEqual("taken", await window.Page.TitleAsync());
        }

        await window.GoAsync($"/report/{report.Hash}");
        Assert.Contains("<script>", await window.Page.Locator(".report-text").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await window.Page.Locator(".report-text script, .report-text img, .report-text svg").CountAsync());
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_pasted_report_is_coded_and_kept()
    {
        await using var window = await site.OpenAsync();
        await window.GoAsync("/paste");
        await window.Page.FillAsync("#p-text", "LIMA, May 5 (Demarche Wire) -- Peru's foreign minister met the ambassador of Japan in Lima on Monday and asked for a loan.");
        await window.Page.ClickAsync("button.main");
        await window.Page.WaitForSelectorAsync(".report-text .m.event");
        await window.Page.GetByText("Keep it in the record").ClickAsync();
        await window.Page.GetByText("the report in the record").ClickAsync();
        await window.Page.WaitForSelectorAsync(".report-text .m.event");
        await window.GoAsync("/?actor=PER");
        Assert.True(await window.Page.Locator("table.events tbody tr").CountAsync() >= 1);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task What_is_too_large_or_empty_to_paste_is_told_in_one_line()
    {
        await using var window = await site.OpenAsync();
        await window.GoAsync("/paste");
        await window.Page.ClickAsync("button.main");
        Assert.Contains("DEM101", await window.Page.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        var path = Path.Combine(Path.GetTempPath(), $"large-{Guid.NewGuid():N}.txt");
        await using (var large = File.Create(path))
        {
            large.SetLength(50_000_000);
        }

        await window.Page.SetInputFilesAsync("input[type=file]", path);
        await Assertions.Expect(window.Page.Locator("[role=alert]")).ToContainTextAsync("DEM705");
        File.Delete(path);
        await window.Page.EvaluateAsync("document.querySelector('#p-text').value = 'word '.repeat(2_000_000); document.querySelector('#p-text').dispatchEvent(new Event('change', { bubbles: true }))");
        await Assertions.Expect(window.Page.Locator("[role=alert]")).ToContainTextAsync("DEM705");
        await window.Page.GetByText("Take an example").ClickAsync();
        await window.Page.ClickAsync("button.main");
        await window.Page.WaitForSelectorAsync(".report-text .m.event");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Rules_can_be_tried_on_a_sentence()
    {
        await using var window = await site.OpenAsync();
        await window.GoAsync("/codebook");
        await window.Page.FillAsync("#c-text", "Iran ruled out direct negotiations with Washington.");
        await window.Page.PressAsync("#c-text", "Enter");
        await Assertions.Expect(window.Page.Locator("section[aria-label='Try a sentence'] .what-tag").First).ToHaveTextAsync("REJECT");
        Assert.Empty(window.Complaints);
    }

    private async Task<string> EventAddress() => "/event/" + Uri.EscapeDataString((await site.Store.PageAsync(new EventQuery { Limit = 1 })).Events[0].ShortKey);

    private async Task<string> ReportAddress() => "/report/" + (await site.Store.ReportAsync("summit.txt"))!.Hash[..10] + "?sentence=1";

    private static async Task AssertSound(Window window, string address)
    {
        var found = await window.Page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa") });
        var serious = found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {v.Help} at {string.Join(" | ", v.Nodes.Take(4).Select(n => n.Html))}");
        Assert.True(!serious.Any(), $"{address}: {string.Join('\n', serious)}");
        Assert.DoesNotContain(window.Complaints, c => !(IsMissing(address) && c.Contains("404", StringComparison.Ordinal)));
    }

    // The browser itself notes that an address is missing.
    private static bool IsMissing(string address) => address is "/no-such-page" or "/event/0123456789@1:AID" or "/report/zzz";
}
