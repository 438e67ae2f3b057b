using Microsoft.Extensions.DependencyInjection;

namespace Demarche.Web.Views;

/// <summary>The questions that pages ask.</summary>
internal static class ViewServices
{
    public static IServiceCollection AddViews(this IServiceCollection services) => services
        .AddSingleton<Answers>().AddSingleton<ReportReadings>().AddSingleton(s => s.GetRequiredService<Pipeline>().Codebook);
}
