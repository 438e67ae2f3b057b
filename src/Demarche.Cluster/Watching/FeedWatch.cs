using System.Collections.Immutable;
using System.Net;
using System.Text;
using Demarche.Cluster.Queue;
using Demarche.Reports;
using Demarche.Store;
using Demarche.Store.Sources;

namespace Demarche.Cluster.Watching;

/// <summary>Takes a report that a feed brought.</summary>
/// <param name="report">The report.</param>
/// <param name="stop">Gives up.</param>
public delegate Task<Outcome<Receipt>> TakeReport(Report report, CancellationToken stop);

/// <summary>Follows feeds: a request at a time to a site, only for what is new, and within what its robots.txt lets.</summary>
/// <param name="state">What is known of them.</param>
/// <param name="fetch">Fetches.</param>
/// <param name="reader">Reads their reports.</param>
/// <param name="take">Takes each new report.</param>
/// <param name="complain">Told of what goes wrong, on several threads.</param>
/// <param name="time">Tells the time.</param>
public sealed class FeedWatch(WatchState state, PoliteFetch fetch, ReportReader reader, TakeReport take, Action<Diagnostic> complain, TimeProvider time)
{
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(2);   // between two requests to a site
    private static readonly TimeSpan RobotsHold = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromDays(1);
    private const string TooLarge = "DEM803";   // it will be no smaller the next time
    private int _taken;

    /// <summary>Reports that were new.</summary>
    public int Taken => _taken;

    /// <summary>Follows the feeds until it is stopped, or asks each that is due once.</summary>
    public Task RunAsync(IReadOnlyList<Feed> feeds, bool once, CancellationToken stop) =>
        Task.WhenAll(feeds.GroupBy(f => f.Url.GetLeftPart(UriPartial.Authority), StringComparer.Ordinal).Select(site => SiteAsync(site.Key, [.. site], once, stop)));

    private async Task SiteAsync(string site, Feed[] feeds, bool once, CancellationToken stop)
    {
        try
        {
            var left = feeds.Where(f => !state.Of(f).IsGone).ToHashSet();
            while (left.Count > 0)
            {
                var next = left.MinBy(f => state.Of(f).Due)!;
                var wait = state.Of(next).Due - time.GetUtcNow();
                if (wait > TimeSpan.Zero && once)
                {
                    return;
                }

                await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, stop);
                var robots = await RobotsAsync(site, stop);
                await AskAsync(next, robots, stop);
                _ = (once || state.Of(next).IsGone) && left.Remove(next);
                await Task.Delay(left.Count == 0 ? TimeSpan.Zero : robots?.Delay > Gap ? robots.Delay : Gap, time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was read is kept in the state.
        }
    }

    private async Task AskAsync(Feed feed, Robots? robots, CancellationToken stop)
    {
        var before = state.Of(feed);
        var now = time.GetUtcNow();
        if (robots is null || !robots.Allows(feed.Url.PathAndQuery))
        {
            complain(robots is null ? ClusterDiagnostics.FeedAway(feed.Url.AbsoluteUri, "the site's robots.txt cannot be read") : ClusterDiagnostics.FeedForbidden(feed.Url.AbsoluteUri));
            state.Keep(feed, before with { Due = now + (robots is null ? feed.Every : RobotsHold) });
            return;
        }

        var fetched = await fetch.GetAsync(feed.Url, before.Tag, before.Modified, now, stop);
        if (fetched.Status == HttpStatusCode.NotModified)
        {
            state.Keep(feed, before with { Due = now + feed.Every, Failures = 0 });
        }
        else if (fetched.Body is { } body)
        {
            if (await ReadAsync(feed, body, before.Seen, stop) is { } seen)
            {
                state.Keep(feed, new FeedState { Tag = fetched.Tag, Modified = fetched.Modified, Due = now + feed.Every, Seen = seen });
            }
            else
            {
                state.Keep(feed, before with { Due = now + feed.Every });
            }
        }
        else
        {
            Fail(feed, before, fetched, now);
        }
    }

    // Ever less often: after every failure the pause doubles, unless the server says how long it shall be.
    private void Fail(Feed feed, FeedState before, Fetched fetched, DateTimeOffset now)
    {
        var isGone = fetched.Status == HttpStatusCode.Gone;
        complain(isGone ? ClusterDiagnostics.FeedGone(feed.Url.AbsoluteUri) : ClusterDiagnostics.FeedAway(feed.Url.AbsoluteUri, fetched.Fault ?? $"the server answers {(int?)fetched.Status}"));
        var backOff = feed.Every * Math.Pow(2, Math.Min(before.Failures + 1, 12));
        var pause = fetched.Pause > feed.Every ? fetched.Pause.Value : backOff < LongestBackOff ? backOff : LongestBackOff;
        state.Keep(feed, before with { Due = now + pause, Failures = before.Failures + 1, IsGone = isGone });
    }

    // The hashes of all that the feed has, or null where one could not be handed on: then the feed is read again.
    private async Task<ImmutableArray<string>?> ReadAsync(Feed feed, byte[] body, ImmutableArray<string> before, CancellationToken stop)
    {
        var (known, seen, isWhole) = (before.ToHashSet(StringComparer.Ordinal), new List<string>(), true);
        var sources = new ReportSources(reader, new ReadingOptions { Format = SourceFormat.Feed }, TextReader.Null);
        using var bytes = new MemoryStream(body);
        foreach (var item in sources.Find(feed.Url.AbsoluteUri, bytes))
        {
            var read = item.Read();
            if (read.Value is not { } report)
            {
                complain(read.Failure!);
                continue;
            }

            // A place in a feed changes with every new item; an address stays.
            var named = report with { Name = report.Link ?? report.Name, Outlet = feed.Outlet ?? report.Outlet };
            var hash = ContentHash.Of(named);
            if (!known.Contains(hash))
            {
                var taken = await take(named, stop);
                if (taken.Failure is { } failure)
                {
                    complain(failure);
                    isWhole &= failure.Number == TooLarge;
                    continue;
                }

                Interlocked.Increment(ref _taken);
            }

            seen.Add(hash);
        }

        return isWhole ? [.. seen] : null;
    }

    private async Task<Robots?> RobotsAsync(string site, CancellationToken stop)
    {
        var known = state.OfSite(site);
        var now = time.GetUtcNow();
        if (now >= known.Until)
        {
            var fetched = await fetch.GetAsync(new Uri(new Uri(site), "/robots.txt"), null, null, now, stop);

            // Who has none lets everybody in; who fails may mean to keep everybody out.
            var text = fetched.Body is { } body ? Encoding.UTF8.GetString(body) : (int?)fetched.Status is >= 400 and < 500 ? "" : known.Robots;
            known = new SiteState { Robots = text, Until = now + (text is null ? Gap : RobotsHold) };
            state.Keep(site, known);
            await Task.Delay(Gap, time, stop);
        }

        return known.Robots is { } robots ? Robots.Of(robots) : null;
    }
}
