namespace Demarche.Cluster.Queue;

/// <summary>Where a queue is and what it is called. Immutable.</summary>
/// <param name="Url">"nats://user:password@host:4222", several between commas.</param>
/// <param name="Name">The queue's name; all that belongs to it begins so.</param>
/// <param name="Shown">The URL without a password, for messages.</param>
public sealed record QueueAddress(string Url, string Name, string Shown)
{
    /// <summary>The name of a queue that was given none.</summary>
    public const string DefaultName = "demarche";

    private const int LongestName = 40;

    /// <summary>Checks what was asked for.</summary>
    public static Outcome<QueueAddress> Of(string url, string name)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(name);
        var servers = url.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var shown = string.Join(',', servers.Select(Hidden));
        if (servers.Length == 0 || Array.Exists(servers, s => !Uri.TryCreate(s, UriKind.Absolute, out var uri) || uri.Scheme is not ("nats" or "tls" or "ws" or "wss")))
        {
            return ClusterDiagnostics.NoQueueServer(shown, "it is no address such as nats://127.0.0.1:4222");
        }

        return IsName(name) ? new QueueAddress(string.Join(',', servers), name, shown) : ClusterDiagnostics.BadQueueName(name);
    }

    /// <summary>The subject of reports to be coded.</summary>
    internal string Reports => Name + ".reports";

    /// <summary>The subject of reports that were given up.</summary>
    internal string Parked => Name + ".parked";

    /// <summary>The stream of reports that were given up.</summary>
    internal string ParkedStream => Name + "-parked";

    /// <summary>The bucket that tells how often a report was begun.</summary>
    internal string Tries => Name + "-tries";

    private static string Hidden(string server)
    {
        var (at, scheme) = (server.LastIndexOf('@'), server.IndexOf("://", StringComparison.Ordinal));
        return at < 0 ? server : (scheme < 0 ? "" : server[..(scheme + 3)]) + server[(at + 1)..];
    }

    // It becomes part of subjects and stream names, where dots, stars and blanks mean something.
    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
