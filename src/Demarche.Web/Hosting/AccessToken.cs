using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Demarche.Web.Hosting;

/// <summary>Lets in who shows the token: as <c>Authorization: Bearer</c>, or once on the page /enter, which leaves a cookie. Thread-safe.</summary>
/// <remarks>The cookie holds a keyed hash of the token under a key of this run, so it neither tells the token nor outlives the run.</remarks>
internal sealed class AccessToken(SiteSettings settings)
{
    public const string Cookie = "demarche-access";
    private const string Scheme = "Bearer ";
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Whether a token is asked for at all.</summary>
    public bool IsAsked => settings.Token is not null;

    /// <summary>What the cookie of those let in holds.</summary>
    public string Pass => Convert.ToHexStringLower(Keyed(settings.Token ?? ""));

    /// <summary>Whether a token is the right one; takes as long for a wrong one.</summary>
    public bool IsRight(string token) => CryptographicOperations.FixedTimeEquals(Keyed(token), Keyed(settings.Token ?? ""));

    /// <summary>Whether a request may pass.</summary>
    public bool Lets(HttpRequest request)
    {
        if (!IsAsked)
        {
            return true;
        }

        if (request.Headers.Authorization.ToString() is var header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return IsRight(header[Scheme.Length..].Trim());
        }

        return request.Cookies[Cookie] is { } pass && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(pass), Encoding.ASCII.GetBytes(Pass));
    }

    private byte[] Keyed(string token) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(token));
}

/// <summary>The step of a request at which the token is asked for.</summary>
internal static class AccessTokenStep
{
    public const string EnterPage = "/enter";

    public static void UseAccessToken(this WebApplication site)
    {
        var token = site.Services.GetRequiredService<AccessToken>();
        if (!token.IsAsked)
        {
            return;
        }

        site.Use((context, next) =>
        {
            if (context.Request.Path == EnterPage || token.Lets(context.Request))
            {
                return next(context);
            }

            // People are shown where to enter it; programs are told what is wrong.
            if (context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            {
                context.Response.Redirect($"{EnterPage}?to={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
                return Task.CompletedTask;
            }

            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"demarche\"";
            return Problems.WriteAsync(context, StatusCodes.Status401Unauthorized, "The access token is missing or wrong.", "Send it as 'Authorization: Bearer TOKEN'.");
        });
    }
}
