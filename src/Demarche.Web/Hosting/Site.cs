using Demarche.Store;
using Demarche.Web.Api;
using Demarche.Web.Pages;
using Demarche.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Radzen;

namespace Demarche.Web.Hosting;

/// <summary>The web site over a record: what it is made of, and in what order a request passes.</summary>
public static class Site
{
    private const int LargestMessage = 1 << 20;   // bytes over a page's connection; texts are sent in pieces

    /// <summary>Builds the site; start and dispose of it.</summary>
    /// <param name="settings">How it is served.</param>
    /// <param name="store">The record; the caller disposes of it after the site.</param>
    /// <param name="files">The codebook that <paramref name="pipeline"/> was loaded from.</param>
    /// <param name="pipeline">Codes what is pasted, and shows what it sees in a report.</param>
    public static WebApplication Build(SiteSettings settings, IEventStore store, CodebookFiles files, Pipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(Site).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();   // what a stray appsettings.json or variable says is no business of ours
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.ConfigureListening(settings);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(o => o.SingleLine = true)
            .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(settings).AddSingleton(store).AddSingleton(files).AddSingleton(pipeline).AddSingleton<NodaTime.IClock>(NodaTime.SystemClock.Instance)
            .AddSingleton<AccessToken>().AddViews().AddApi();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAntiforgery().AddRadzenComponents().AddHttpContextAccessor();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(o => o.MaximumReceiveMessageSize = LargestMessage);

        var site = builder.Build();
        site.UseFaultPages();
        site.UseMissingPage();
        site.UseProblems();
        site.UseSecurityHeaders();
        site.UseHealth(stop => StoreFaultAsync(store, stop));
        site.UseSameOrigin(settings);
        site.UseAssets();
        site.UseAccessToken();
        site.UseRouting();
        site.UseAntiforgery();
        site.MapChoices();
        site.MapExports();
        site.MapDrawings();
        site.MapApi();
        site.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
        return site;
    }

    private static async Task<Diagnostic?> StoreFaultAsync(IEventStore store, CancellationToken stop)
    {
        try
        {
            await store.KnownAsync(["health"], stop);
            return null;
        }
        catch (StoreException fault)
        {
            return fault.Diagnostic;
        }
    }

    /// <summary>The message where an address cannot be listened on.</summary>
    public static Diagnostic PortInUse(SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return WebDiagnostics.InUse(string.Join(';', settings.Urls));
    }
}
