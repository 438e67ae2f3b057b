using System.Collections.Concurrent;
using Demarche.Cluster.Queue;
using Demarche.Cluster.Watching;
using Demarche.Reports;
using Demarche.Tests.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Demarche.Tests.Cluster;

/// <summary>Feeds are followed as a guest would, against a server of this test.</summary>
public sealed class FeedWatchTests : IAsyncLifetime
{
    private const string Feed = """
        <rss version="2.0"><channel><title>The Star</title>
        <item><title>Talks</title><link>https://example.org/1</link><description>Iran rejected talks with the United States.</description><pubDate>Sat, 04 Jul 2020 10:00:00 GMT</pubDate></item>
        <item><title>Sanctions</title><link>https://example.org/2</link><description>The United States imposed sanctions on Iran.</description></item>
        </channel></rss>
        """;

    private const string RobotsText = "User-agent: *\nDisallow: /private/\n";

    private static readonly ReportReader Reader = ReportReader.Load(CodebookFiles.Shipped()).Value!;
    private readonly TestFolder _folder = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly ConcurrentQueue<Report> _taken = new();
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly JumpingTime _time = new();
    private WebApplication? _site;
    private Func<HttpContext, Task> _answer = _ => Task.CompletedTask;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _site = builder.Build();
        _site.Urls.Add("http://127.0.0.1:0");
        _site.Run(context =>
        {
            _asked.Enqueue(context.Request.Path);
            return context.Request.Path == "/robots.txt" ? context.Response.WriteAsync(RobotsText) : _answer(context);
        });
        await _site.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _site!.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"Feeds\": null}")]
    [InlineData("{\"Feeds\": {\"https://a.example/\": null}}")]
    [InlineData("{\"Sites\": {\"a.example\": null}}")]
    public void A_broken_state_is_told(string text)
    {
        var failure = WatchState.Open(_folder.Write("broken.json", text)).Failure;
        Assert.Equal("DEM815", failure?.Number);
    }

    [Fact]
    public async Task A_feed_that_is_as_it_was_is_not_sent_again_and_a_restart_takes_nothing_twice()
    {
        _answer = context =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"v1\"" ? 304 : 200;
            return context.Response.StatusCode == 200 ? context.Response.WriteAsync(Feed) : Task.CompletedTask;
        };
        await WatchAsync("/feed.xml");
        await WatchAsync("/feed.xml");
        Assert.Equal(["/robots.txt", "/feed.xml"], _asked);
        _time.Jump(TimeSpan.FromHours(1));
        await WatchAsync("/feed.xml");
        Assert.Equal(["/robots.txt", "/feed.xml", "/feed.xml"], _asked);
        Assert.Equal(["https://example.org/1", "https://example.org/2"], _taken.Select(t => t.Name));
        Assert.Equal(("The Star", new NodaTime.LocalDate(2020, 7, 4)), (_taken.First().Outlet, _taken.First().Published));
    }

    [Fact]
    public async Task Only_the_new_items_of_a_feed_that_has_changed_are_taken()
    {
        var feed = Feed;
        _answer = context => context.Response.WriteAsync(feed);
        await WatchAsync("/feed.xml");
        feed = Feed.Replace("<item><title>Talks", "<item><title>More</title><link>https://example.org/3</link><description>China met Japan.</description></item><item><title>Talks", StringComparison.Ordinal);
        _time.Jump(TimeSpan.FromHours(1));
        await WatchAsync("/feed.xml");
        Assert.Equal(["https://example.org/1", "https://example.org/2", "https://example.org/3"], _taken.Select(t => t.Name));
    }

    [Fact]
    public async Task What_could_not_be_handed_on_is_taken_the_next_time()
    {
        _answer = context => context.Response.WriteAsync(Feed);
        await WatchAsync("/feed.xml", new Diagnostic("DEM804", "queue", "it is away", "Wait."));
        Assert.Empty(_taken);
        _time.Jump(TimeSpan.FromHours(1));
        await WatchAsync("/feed.xml");
        Assert.Equal(2, _taken.Count);
    }

    [Fact]
    public async Task A_site_that_keeps_robots_out_is_left_alone()
    {
        await WatchAsync("/private/feed.xml");
        Assert.Equal(["/robots.txt"], _asked);
        Assert.Equal(["DEM813"], _complaints);
    }

    [Fact]
    public async Task A_server_that_wants_peace_gets_it()
    {
        _answer = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "7200";
            return Task.CompletedTask;
        };
        await WatchAsync("/feed.xml");
        _time.Jump(TimeSpan.FromMinutes(100));
        await WatchAsync("/feed.xml");
        Assert.Equal(2, _asked.Count);
        _time.Jump(TimeSpan.FromMinutes(30));
        await WatchAsync("/feed.xml");
        Assert.Equal(3, _asked.Count);
        Assert.Equal(["DEM812", "DEM812"], _complaints);
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_not_asked_for_again()
    {
        _answer = context =>
        {
            context.Response.StatusCode = 410;
            return Task.CompletedTask;
        };
        await WatchAsync("/feed.xml");
        _time.Jump(TimeSpan.FromDays(9));
        await WatchAsync("/feed.xml");
        Assert.Equal(["/robots.txt", "/feed.xml"], _asked);
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /feeds/", "/feeds/a", true)]
    [InlineData("User-agent: demarche\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: Demarche\nDisallow: /a", "/a/b", false)]
    [InlineData("User-agent: *\nDisallow: /*.xml$", "/a/b.xml", false)]
    [InlineData("User-agent: *\nDisallow: /*.xml$", "/a/b.xml?c", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("<html>no robots here</html>", "/a", true)]
    public void Robots_are_read_as_the_standard_says(string robots, string path, bool allows) => Assert.Equal(allows, Robots.Of(robots).Allows(path));

    [Theory]
    [InlineData("feeds: [{url: 'ftp://example.org/a'}]")]
    [InlineData("feeds: [{url: 'https://example.org/a', every: 5s}]")]
    [InlineData("feeds: [{url: 'https://example.org/a', colour: red}]")]
    [InlineData("feeds: [{url: 'https://example.org/a'}, {url: 'https://example.org/a'}]")]
    [InlineData("feeds: []")]
    [InlineData("feeds: {")]
    [InlineData("")]
    public void A_list_that_is_none_is_refused(string yaml) => Assert.Equal("DEM811", FeedList.Parse("feeds.yaml", yaml).Failure?.Number);

    private async Task WatchAsync(string path, Diagnostic? refusal = null)
    {
        var state = WatchState.Open(Path.Combine(_folder.Path, "state.json")).Value!;
        using var fetch = new PoliteFetch("desk@example.org");
        var watch = new FeedWatch(state, fetch, Reader, Take, d => _complaints.Enqueue(d.Number == "DEM804" ? "" : d.Number), _time);
        await watch.RunAsync([new Feed(new Uri(_site!.Urls.First() + path), TimeSpan.FromMinutes(30), null)], once: true, Stop);

        Task<Outcome<Receipt>> Take(Report report, CancellationToken stop)
        {
            if (refusal is not null)
            {
                return Task.FromResult<Outcome<Receipt>>(refusal);
            }

            _taken.Enqueue(report);
            return Task.FromResult<Outcome<Receipt>>(new Receipt("", IsNew: true));
        }
    }

    // Waits take no time.
    private sealed class JumpingTime : TimeProvider
    {
        private DateTimeOffset _now = new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero);

        public void Jump(TimeSpan by) => _now += by;

        public override DateTimeOffset GetUtcNow() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero)
            {
                _now += dueTime;
            }

            return System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
