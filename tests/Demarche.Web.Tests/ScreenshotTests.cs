using Demarche.Store;
using Microsoft.Playwright;

namespace Demarche.Web.Tests;

/// <summary>Makes the pictures of docs/web/: <c>DEMARCHE_SCREENSHOTS=docs/web dotnet test --filter-class '*ScreenshotTests'</c>; skipped else.</summary>
public class ScreenshotTests(RunningSite site)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("DEMARCHE_SCREENSHOTS");
    private static readonly string? Store = Environment.GetEnvironmentVariable("DEMARCHE_SCREENSHOTS_STORE");

    [Fact]
    public async Task Pages_are_pictured()
    {
        Assert.SkipWhen(Folder is null, "no folder for pictures is named");
        var store = Store is null ? site.Store : (await Stores.OpenAsync(Store, StoreAccess.Read, TestContext.Current.CancellationToken)).Value!;
        var address = await site.ServeAsync(store, token: null);
        var page = await store.PageAsync(new EventQuery { Statuses = ["planned"], Limit = 1 }, TestContext.Current.CancellationToken);
        var one = page.Events.Length > 0 ? page.Events[0] : (await store.PageAsync(new EventQuery { Limit = 1 }, TestContext.Current.CancellationToken)).Events[0];
        (string Name, string Path)[] pages =
        [
            ("chronology", "/"), ("event", "/event/" + Uri.EscapeDataString(one.ShortKey)), ("report", $"/report/{one.Report[..10]}?sentence={one.Record.TextInfo?.Sentence}"), ("dyad", "/dyad?actor=PRK&with=USA"),
            ("network", "/network"), ("map", "/map"), ("reports", "/reports"), ("review", "/review"), ("paste", "/paste"), ("codebook", "/codebook?type=CONSULT"), ("dossier", "/dossier?actor=PRK"),
        ];
        await Take(pages, address, "light", 1280, "");
        await Take(pages[..6], address, "dark", 1280, "-dark");
        await Take(pages[..3], address, "light", 390, "-phone");
    }

    private async Task Take((string Name, string Path)[] pages, string address, string theme, int width, string suffix)
    {
        await using var window = await site.OpenAsync(theme, width, width < 500 ? 844 : 900);
        await window.Page.Context.AddCookiesAsync([new Cookie { Name = "demarche-name", Value = "Ada", Url = address }]);
        foreach (var (name, path) in pages)
        {
            await window.GoAsync(address + path);
            if (name == "paste")
            {
                await window.Page.GetByText("Take an example").ClickAsync();
                await window.Page.ClickAsync("button.main");
                await window.Page.WaitForSelectorAsync(".report-text");
            }

            await window.Page.WaitForTimeoutAsync(name == "chronology" ? 1500 : 250);
            await window.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder!, $"{name}{suffix}.png") });
        }
    }
}
