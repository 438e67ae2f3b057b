using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Demarche.Store;
using Demarche.Web.Hosting;

namespace Demarche.Bench;

/// <summary>Serves a store and times its pages: "web STORE [SECONDS]"; fill one with "store N STORE".</summary>
internal static class WebFigures
{
    private const int Readers = 50;

    // What a reader does: each is a page with its lists, counts and drawings.
    private static readonly string[] Pages =
    [
        "/", "/?actor=USA", "/?actor=USA&with=PRK", "/?type=SANCTION", "/?status=happened&split=status", "/?from=2010-01-01&to=2011-12-31", "/?text=word17", "/?order=newest", "/?least=0.9&split=type",
        "/dyad?actor=USA&with=PRK", "/network", "/network?from=2010-01-01&to=2010-12-31", "/map", "/review", "/reports", "/codebook",
    ];

    public static async Task<int> RunAsync(string address, int seconds)
    {
        var opened = await Stores.OpenAsync(address, StoreAccess.Read);
        if (opened.Value is not { } store || Pipeline.Load(CodebookFiles.Shipped()).Value is not { } pipeline)
        {
            Console.Error.WriteLine(opened.Failure);
            return 2;
        }

        await using (store)
        {
            await using var site = Site.Build(SiteSettings.Of("http://127.0.0.1:0", isReadOnly: true, token: null).Value!, store, CodebookFiles.Shipped(), pipeline);
            await site.StartAsync();
            using var client = new HttpClient { BaseAddress = new Uri(site.Urls.Single()), Timeout = TimeSpan.FromSeconds(60) };
            Console.WriteLine($"{(await store.CountsAsync()).Events} events");
            foreach (var page in Pages)
            {
                var (first, again) = (await TimedAsync(client, page), await TimedAsync(client, page));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page}: first {first:F0} ms, again {again:F0} ms"));
            }

            await ReadAsync(client, TimeSpan.FromSeconds(seconds));
        }

        return 0;
    }

    private static async Task ReadAsync(HttpClient client, TimeSpan span)
    {
        var (times, errors) = (new ConcurrentBag<double>(), 0);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(async reader =>
        {
            var random = new Random(reader);
            while (clock.Elapsed < span)
            {
                try
                {
                    times.Add(await TimedAsync(client, Pages[random.Next(Pages.Length)]));
                }
                catch (HttpRequestException)
                {
                    Interlocked.Increment(ref errors);
                }

                await Task.Delay(random.Next(500, 1500));   // a page is looked at for about a second
            }
        }));
        double[] sorted = [.. times.Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Readers} readers for {span.TotalSeconds:F0} s: {sorted.Length} pages, {errors} errors, median {sorted[sorted.Length / 2]:F0} ms, 95 in 100 under {sorted[sorted.Length * 95 / 100]:F0} ms"));
    }

    private static async Task<double> TimedAsync(HttpClient client, string page)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await client.GetAsync(page);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return clock.Elapsed.TotalMilliseconds;
    }
}
