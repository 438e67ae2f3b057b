using Demarche.Store;
using Microsoft.Playwright;

namespace Demarche.Web.Tests;

/// <summary>Putting events right, in a record of each test's own.</summary>
public class CorrectionTests(RunningSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_corrected_event_changes_the_chronology()
    {
        await using var record = await OwnRecord.MakeAsync(site);
        await using var window = await site.OpenAsync(name: "Ada");
        await window.GoAsync(record.Address + "/");
        await window.Page.Context.AddCookiesAsync([new Cookie { Name = "demarche-name", Value = "Ada", Url = record.Address }]);
        await window.GoAsync(record.Address + "/?status=proposed");
        var before = await window.Page.Locator("table.events tbody tr").CountAsync();
        var one = (await record.Store.PageAsync(new EventQuery { Statuses = ["happened"], Limit = 1 }, Stop)).Events[0];
        await window.GoAsync($"{record.Address}/event/{Uri.EscapeDataString(one.ShortKey)}");
        await window.Page.GetByText("✎ Edit").ClickAsync();
        await window.Page.SelectOptionAsync("#j-status", "proposed");
        await window.Page.GetByText("Save the changes").ClickAsync();
        await Assertions.Expect(window.Page.Locator("section[aria-label=History]")).ToContainTextAsync("edited by Ada");
        await window.GoAsync(record.Address + "/?status=proposed");
        Assert.Equal(before + 1, await window.Page.Locator("table.events tbody tr").CountAsync());
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_queue_is_worked_off_by_keyboard()
    {
        await using var record = await OwnRecord.MakeAsync(site);
        await using var window = await site.OpenAsync();
        await window.GoAsync(record.Address + "/review");
        await window.Page.FillAsync("#reader-name", "Ada");
        await window.Page.PressAsync("#reader-name", "Enter");
        await window.AliveAsync();
        var first = (await record.Store.PageAsync(new EventQuery { OnlyUnreviewed = true, Order = EventOrder.Confidence, Limit = 2 }, Stop)).Events;
        await window.Page.Locator("ol.queue").FocusAsync();
        await window.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(window.Page.Locator("ol.queue li").Nth(1)).ToHaveAttributeAsync("aria-current", "true");
        await window.Page.Keyboard.PressAsync("r");
        await Assertions.Expect(window.Page.Locator("p[role=status].tools")).ToContainTextAsync("1 done here");
        await window.Page.Keyboard.PressAsync("k");
        await window.Page.Keyboard.PressAsync("a");
        await Assertions.Expect(window.Page.Locator("p[role=status].tools")).ToContainTextAsync("2 done here");
        Assert.Equal(Verdict.Rejected, (await record.Store.EventAsync(first[1].Key, Stop))!.Review);
        Assert.Equal(Verdict.Accepted, (await record.Store.EventAsync(first[0].Key, Stop))!.Review);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Of_two_who_edit_one_event_the_later_is_told()
    {
        await using var record = await OwnRecord.MakeAsync(site);
        await using var window = await site.OpenAsync();
        var one = (await record.Store.PageAsync(new EventQuery { Limit = 1 }, Stop)).Events[0];
        await window.Page.Context.AddCookiesAsync([new Cookie { Name = "demarche-name", Value = "Ada", Url = record.Address }]);
        await window.GoAsync($"{record.Address}/event/{Uri.EscapeDataString(one.ShortKey)}");
        await record.Store.CorrectAsync(new Correction(one.Key, Verdict.Rejected, "Ben", NodaTime.Instant.FromUtc(2026, 1, 1, 0, 0)), null, Stop);
        await window.Page.GetByText("✓ Accept").ClickAsync();
        await Assertions.Expect(window.Page.Locator("[role=alert]")).ToContainTextAsync("DEM616");
        await Assertions.Expect(window.Page.Locator("section[aria-label=History]")).ToContainTextAsync("rejected by Ben");
        Assert.Equal(Verdict.Rejected, (await record.Store.EventAsync(one.Key, Stop))!.Review);
        await window.Page.GetByText("✓ Accept").ClickAsync();
        await Assertions.Expect(window.Page.Locator("section[aria-label=History]")).ToContainTextAsync("accepted by Ada");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_read_only_site_takes_nothing()
    {
        var address = await site.ServeAsync(site.Store, token: null, isReadOnly: true);
        await using var window = await site.OpenAsync(name: "Ada");
        var one = (await site.Store.PageAsync(new EventQuery { Limit = 1 }, Stop)).Events[0];
        await window.GoAsync($"{address}/event/{Uri.EscapeDataString(one.ShortKey)}");
        Assert.Equal(0, await window.Page.GetByText("✓ Accept").CountAsync());
        Assert.Contains("read-only", await window.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }
}
