using Microsoft.AspNetCore.Hosting;

namespace Demarche.Web.Hosting;

/// <summary>Where the server listens and what it takes.</summary>
internal static class Listening
{
    /// <summary>The largest body of a request: a pasted report and its form.</summary>
    public const long LargestBody = 8 << 20;

    public static void ConfigureListening(this IWebHostBuilder host, SiteSettings settings) => host
        .UseUrls([.. settings.Urls])
        .ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = LargestBody;
        });
}
