using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Hosting;

/// <summary>What a reader chooses for the browser: to come in, light or dark, and under what name corrections are kept.</summary>
internal static class Choices
{
    public const string ThemeCookie = "demarche-theme";
    public const string NameCookie = "demarche-name";
    private const int LongestName = 80;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void MapChoices(this WebApplication site)
    {
        site.MapPost(AccessTokenStep.EnterPage, (HttpContext context, [Microsoft.AspNetCore.Mvc.FromForm] string? token, [Microsoft.AspNetCore.Mvc.FromForm] string? to, AccessToken access) =>
        {
            if (!access.IsRight(token ?? ""))
            {
                return Results.Redirect($"{AccessTokenStep.EnterPage}?wrong=1&to={Uri.EscapeDataString(Local(to))}");
            }

            context.Response.Cookies.Append(AccessToken.Cookie, access.Pass, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true });
            return Results.LocalRedirect(Local(to));
        }).ExcludeFromDescription();
        site.MapPost("/choose/theme", (HttpContext context, [Microsoft.AspNetCore.Mvc.FromForm] string? theme, [Microsoft.AspNetCore.Mvc.FromForm] string? to) =>
        {
            Keep(context, ThemeCookie, theme is "dark" or "light" ? theme : "");
            return Results.LocalRedirect(Local(to));
        }).ExcludeFromDescription();
        site.MapPost("/choose/name", (HttpContext context, [Microsoft.AspNetCore.Mvc.FromForm] string? name, [Microsoft.AspNetCore.Mvc.FromForm] string? to) =>
        {
            var kept = (name ?? "").Trim();
            Keep(context, NameCookie, Uri.EscapeDataString(kept.Length > LongestName ? kept[..LongestName] : kept));
            return Results.LocalRedirect(Local(to));
        }).ExcludeFromDescription();
    }

    /// <summary>The name that a browser gave, or an empty one.</summary>
    public static string NameOf(HttpRequest? request) => Uri.UnescapeDataString(request?.Cookies[NameCookie] ?? "");

    /// <summary>"dark", "light", or empty for as the system has it.</summary>
    public static string ThemeOf(HttpRequest? request) => request?.Cookies[ThemeCookie] is "dark" or "light" ? request.Cookies[ThemeCookie]! : "";

    // Never to another site, whatever the form says.
    private static string Local(string? to) => to is ['/', not ('/' or '\\'), ..] or "/" ? to : "/";

    private static void Keep(HttpContext context, string name, string value)
    {
        if (value.Length == 0)
        {
            context.Response.Cookies.Delete(name);
            return;
        }

        context.Response.Cookies.Append(name, value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, MaxAge = Kept });
    }
}
