using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;

namespace Demarche.Cluster.Watching;

/// <summary>What is known of each feed and site, in a file, so that a program that starts again fetches nothing twice. Thread-safe.</summary>
public sealed class WatchState
{
    private static readonly JsonSerializerOptions Strict = new() { RespectNullableAnnotations = true };
    private readonly string _path;
    private readonly Lock _writing = new();
    private readonly ConcurrentDictionary<string, FeedState> _feeds;
    private readonly ConcurrentDictionary<string, SiteState> _sites;

    private WatchState(string path, Kept kept)
    {
        _path = path;
        _feeds = new(kept.Feeds, StringComparer.Ordinal);
        _sites = new(kept.Sites, StringComparer.Ordinal);
    }

    /// <summary>Reads the file, or begins where there is none.</summary>
    public static Outcome<WatchState> Open(string path)
    {
        try
        {
            var kept = File.Exists(path) ? JsonSerializer.Deserialize<Kept>(File.ReadAllBytes(path), Strict) : new Kept();
            return kept is null || kept.Feeds.ContainsValue(null!) || kept.Sites.ContainsValue(null!)
                ? ClusterDiagnostics.BadWatchState(path, "it says nothing of a feed or site")
                : new WatchState(path, kept);
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return ClusterDiagnostics.BadWatchState(path, fault is JsonException ? "it is no JSON of this program" : fault.Message);
        }
    }

    internal FeedState Of(Feed feed) => _feeds.GetValueOrDefault(feed.Url.AbsoluteUri, new FeedState());

    internal SiteState OfSite(string site) => _sites.GetValueOrDefault(site, new SiteState());

    internal void Keep(Feed feed, FeedState state)
    {
        _feeds[feed.Url.AbsoluteUri] = state;
        Write();
    }

    internal void Keep(string site, SiteState state)
    {
        _sites[site] = state;
        Write();
    }

    // Written beside and then moved, so that a kill leaves the one or the other whole.
    private void Write()
    {
        lock (_writing)
        {
            var beside = _path + ".new";
            File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(new Kept { Feeds = new(_feeds), Sites = new(_sites) }));
            File.Move(beside, _path, overwrite: true);
        }
    }

    private sealed record Kept
    {
        public Dictionary<string, FeedState> Feeds { get; init; } = [];

        public Dictionary<string, SiteState> Sites { get; init; } = [];
    }
}

/// <summary>What is known of a feed.</summary>
internal sealed record FeedState
{
    /// <summary>The version of it that was last read, as its server names it.</summary>
    public string? Tag { get; init; }

    /// <summary>When that version is from, as its server says.</summary>
    public string? Modified { get; init; }

    /// <summary>Not to be asked before.</summary>
    public DateTimeOffset Due { get; init; }

    /// <summary>How often in a row it could not be fetched.</summary>
    public int Failures { get; init; }

    /// <summary>Whether it is gone for good.</summary>
    public bool IsGone { get; init; }

    /// <summary>Content hashes of the reports that it had when it was last read.</summary>
    public ImmutableArray<string> Seen { get; init; } = [];
}

/// <summary>What is known of a site.</summary>
internal sealed record SiteState
{
    /// <summary>Its robots.txt; null where it could not be asked.</summary>
    public string? Robots { get; init; }

    /// <summary>Until when that holds.</summary>
    public DateTimeOffset Until { get; init; }
}
