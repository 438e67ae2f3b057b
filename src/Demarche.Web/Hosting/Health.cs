using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Demarche.Web.Hosting;

/// <summary>Tells a supervisor how a program is: /health/live while it runs, /health/ready while what it needs answers too. Both are for anybody and tell no more than that.</summary>
public static class Health
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    /// <summary>A site that answers these two questions and no other; start and dispose of it.</summary>
    /// <param name="url">Where it listens.</param>
    /// <param name="fault">What is wrong with what the program needs, or null.</param>
    public static WebApplication Site(string url, Func<CancellationToken, Task<Diagnostic?>> fault)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(url).ConfigureKestrel(o => o.AddServerHeader = false);
        builder.Logging.ClearProviders();
        var site = builder.Build();
        site.UseHealth(fault);
        return site;
    }

    /// <summary>Starts such a site, or says why it cannot be.</summary>
    public static async Task<Outcome<WebApplication>> StartAsync(string url, Func<CancellationToken, Task<Diagnostic?>> fault, CancellationToken stop)
    {
        if (!Uri.TryCreate(url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address) || address.Scheme != "http")
        {
            return WebDiagnostics.BadUrl(url, "it is no http:// address");
        }

        var site = Site(url, fault);
        try
        {
            await site.StartAsync(stop);
            return site;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await site.DisposeAsync();
            return WebDiagnostics.InUse(url);
        }
    }

    internal static void UseHealth(this WebApplication site, Func<CancellationToken, Task<Diagnostic?>> fault) => site.Use((context, next) => context.Request.Path.Value switch
    {
        "/health/live" => context.Response.WriteAsync("live", context.RequestAborted),
        "/health/ready" => ReadyAsync(context, fault),
        _ => next(context),
    });

    private static async Task ReadyAsync(HttpContext context, Func<CancellationToken, Task<Diagnostic?>> fault)
    {
        using var longest = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        longest.CancelAfter(Longest);
        var wrong = "";
        try
        {
            wrong = (await fault(longest.Token))?.Number;
        }
        catch (OperationCanceledException)
        {
            wrong = "no answer in time";
        }

        context.Response.StatusCode = wrong is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsync(wrong is null ? "ready" : $"not ready: {wrong}", context.RequestAborted);
    }
}
