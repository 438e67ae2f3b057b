using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Demarche.Store;
using Demarche.Web.Hosting;
using Demarche.Web.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using NodaTime;

[assembly: AssemblyFixture(typeof(RunningSite))]

namespace Demarche.Web.Tests;

/// <summary>The real site over a small record, and one browser for all tests.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    internal const float Patience = 15_000;   // milliseconds, on a busy machine
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly string _folder = Directory.CreateTempSubdirectory("demarche-web").FullName;
    private readonly List<WebApplication> _sites = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IEventStore Store { get; private set; } = null!;

    public Pipeline Engine { get; private set; } = null!;

    /// <summary>Where it is served, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var files = CodebookFiles.Shipped();
        Engine = Pipeline.Load(files).Value!;
        Store = (await Stores.OpenAsync(Path.Combine(_folder, "record.duckdb"), StoreAccess.Write)).Value!;
        await Store.AddAsync([.. Samples.All.Select(s => Coded(s.Name, s.Text, s.Day, files))]);
        Address = await ServeAsync(Store, token: null);
        if (File.Exists(Chromium))
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Headless = true, Args = Arguments });
        }
    }

    /// <summary>Serves a store at a free port.</summary>
    public async Task<string> ServeAsync(IEventStore store, string? token, bool isReadOnly = false)
    {
        var site = Site.Build(SiteSettings.Of("http://127.0.0.1:0", isReadOnly, token).Value!, store, CodebookFiles.Shipped(), Engine);
        _sites.Add(site);
        await site.StartAsync();
        return site.Urls.Single();
    }

    /// <summary>A fresh window; skips the test where there is no browser.</summary>
    public async Task<Window> OpenAsync(string? theme = null, int width = 1280, int height = 860, string? name = null)
    {
        Assert.SkipUnless(_browser is not null, $"no {Chromium}: eng/test.sh installs it");
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
        });
        context.SetDefaultTimeout(Patience);
        if (name is not null)
        {
            await context.AddCookiesAsync([new Cookie { Name = Choices.NameCookie, Value = name, Url = Address }]);
        }

        return new Window(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        foreach (var site in _sites)
        {
            await site.DisposeAsync();
        }

        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public ReportCoding Coded(string name, string text, LocalDate day, CodebookFiles files)
    {
        var report = Engine.Reader.FromText(name, text).Value!;
        return ReportCoding.Of(ContentHash.Of(report), Engine.Code(report with { Published = day }), Engine.Codebook, CodebookVersion.Of(files), Instant.FromUtc(2026, 1, 2, 3, 4));
    }
}

/// <summary>A browser window that notes every complaint of the page.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    public Window(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console so far.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Opens a page and waits until it is alive.</summary>
    public async Task<IResponse?> GoAsync(string address)
    {
        var response = await Page.GotoAsync(address);
        await AliveAsync();
        return response;
    }

    /// <summary>Waits until the address holds this. It asks again and again: one who waits for the news of a move misses what came just before.</summary>
    public Task AtAsync(string address) =>
        Assertions.Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(address), RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = RunningSite.Patience });

    public Task AliveAsync() => Page.WaitForSelectorAsync("main[data-alive]");

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
