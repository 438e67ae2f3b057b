using System.Globalization;
using YamlDotNet.Core;

namespace Demarche.Cluster.Watching;

/// <summary>A feed to be followed. Immutable.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Every">How often it is asked.</param>
/// <param name="Outlet">Who publishes it; null for what the feed says.</param>
public sealed record Feed(Uri Url, TimeSpan Every, string? Outlet);

/// <summary>Reads <c>FEEDS.yaml</c>: <c>feeds: [{url: https://…, every: 30m, outlet: …}]</c>.</summary>
public static class FeedList
{
    private const int LargestFile = 16 << 20;
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);   // nobody needs to be asked more often

    /// <summary>The feeds of a file, or its first fault.</summary>
    public static Outcome<IReadOnlyList<Feed>> Read(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > LargestFile } ? ClusterDiagnostics.BadFeeds(path, "the file is no list of feeds") : Parse(path, File.ReadAllText(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ClusterDiagnostics.BadFeeds(path, $"the file cannot be read: {fault.Message.TrimEnd('.')}");
        }
    }

    /// <summary>The feeds of a text, or its first fault.</summary>
    internal static Outcome<IReadOnlyList<Feed>> Parse(string where, string yaml)
    {
        IReadOnlyList<CodebookYaml> documents;
        try
        {
            documents = YamlText.Read(where, yaml);
        }
        catch (YamlException fault)
        {
            return ClusterDiagnostics.BadFeeds($"{where}:{fault.Start.Line}", "the file is no YAML");
        }

        if (documents is not [var root] || root["feeds"]?.Sequence is not { Count: > 0 } all)
        {
            return ClusterDiagnostics.BadFeeds(where, "the file lists no feeds");
        }

        var feeds = new List<Feed>();
        foreach (var node in all)
        {
            var feed = Of(node);
            if (feed.Value is not { } read)
            {
                return feed.Failure!;
            }

            feeds.Add(read);
        }

        return feeds.DistinctBy(f => f.Url).Count() < feeds.Count ? ClusterDiagnostics.BadFeeds(where, "an address is listed twice") : feeds;
    }

    private static Outcome<Feed> Of(CodebookYaml fields)
    {
        var where = fields.Where;
        if (fields.Mapping is not { } given || given.Any(f => f.Key is not ("url" or "every" or "outlet")))
        {
            return ClusterDiagnostics.BadFeeds(where, "the entry is no feed with url, every and outlet");
        }

        if (!Uri.TryCreate(Text(fields, "url"), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0)
        {
            return ClusterDiagnostics.BadFeeds(where, $"'{Text(fields, "url")}' is no http or https address without a password");
        }

        var every = Text(fields, "every") is { } text ? Period(text) : Usual;
        return every is null || every < Shortest ? ClusterDiagnostics.BadFeeds(where, $"'{Text(fields, "every")}' is no period of a minute or more, such as 30m or 2h") : new Feed(url, every.Value, Text(fields, "outlet"));
    }

    private static string? Text(CodebookYaml fields, string name) => fields[name]?.Scalar is { Length: > 0 } text ? text : null;

    private static TimeSpan? Period(string text) =>
        int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 10_000
            ? text[^1] switch
            {
                'm' => TimeSpan.FromMinutes(count),
                'h' => TimeSpan.FromHours(count),
                'd' => TimeSpan.FromDays(count),
                _ => null,
            }
            : null;
}
