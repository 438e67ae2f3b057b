using System.Net;

namespace Demarche.Web.Hosting;

/// <summary>How the site is served. Immutable.</summary>
/// <param name="Urls">Addresses to listen on.</param>
/// <param name="IsReadOnly">Whether nothing can be changed.</param>
/// <param name="Token">What a reader must show, or null where anybody may read who can reach it.</param>
public sealed record SiteSettings(IReadOnlyList<string> Urls, bool IsReadOnly, string? Token)
{
    private const int ShortestToken = 16;

    /// <summary>Checks what was asked for: beyond this machine only with a token.</summary>
    /// <param name="urls">Addresses between semicolons.</param>
    /// <param name="isReadOnly">Whether nothing can be changed.</param>
    /// <param name="token">The token, or null.</param>
    /// <returns>The settings, or what is wrong with them.</returns>
    public static Outcome<SiteSettings> Of(string urls, bool isReadOnly, string? token)
    {
        ArgumentNullException.ThrowIfNull(urls);
        if (token is { Length: > 0 and < ShortestToken })
        {
            return WebDiagnostics.ShortToken(ShortestToken);
        }

        var all = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var url in all)
        {
            // "http://*:80" and "http://+:80" are Kestrel's ways to say every address.
            var readable = url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
            if (!Uri.TryCreate(readable, UriKind.Absolute, out var address) || address.Scheme != "http")
            {
                return WebDiagnostics.BadUrl(url, "it is no http:// address (put a proxy before it for https)");
            }

            if (string.IsNullOrEmpty(token) && !IsOfThisMachine(address))
            {
                return WebDiagnostics.NeedsToken(url);
            }
        }

        return all.Length == 0 ? WebDiagnostics.BadUrl(urls, "it is empty") : new SiteSettings(all, isReadOnly, string.IsNullOrEmpty(token) ? null : token);
    }

    private static bool IsOfThisMachine(Uri address) =>
        address.Host == "localhost" || IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip);
}
