using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Hosting;

/// <summary>Keeps the pages of other sites, open in the same browser, from talking to this one.</summary>
/// <remarks>
/// On this machine there is no token: a page of the web could open a connection to 127.0.0.1, or have its own name point there. So a request that a
/// page of another origin sends is refused, and without a token so is one for a name that is not this machine's.
/// </remarks>
internal static class SameOrigin
{
    public static void UseSameOrigin(this WebApplication site, SiteSettings settings) => site.Use((context, next) =>
    {
        var isForeignName = settings.Token is null && !IsOfThisMachine(context.Request.Host.Host);
        if (isForeignName || IsForeign(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return context.Response.WriteAsync("Refused: the request comes from another site.");
        }

        return next(context);
    });

    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin
        && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || !string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private static bool IsOfThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var address) && System.Net.IPAddress.IsLoopback(address);
}
