using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Demarche.Web.Api;

/// <summary>The REST interface and that for agents: where their services and routes are added.</summary>
internal static class ApiRoutes
{
    public const string Description = "/api/openapi.json";

    /// <summary>What the routes need.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull);
        services.AddOpenApi(o => o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Demarche";
            document.Info.Description = "The record of diplomacy in news reports. Events are PLOVER records, as 'demarche code --format jsonl' writes them.";
            document.Servers?.Clear();   // the same address that the description came from
            return Task.CompletedTask;
        }));
        services.AddMcpServer().WithHttpTransport(o => o.Stateless = true).WithTools<RecordTools>();
        return services;
    }

    /// <summary>The routes, below /api and /mcp.</summary>
    public static void MapApi(this WebApplication site)
    {
        ArgumentNullException.ThrowIfNull(site);
        site.MapOpenApi(Description);
        site.MapEvents();
        site.MapReports();
        site.MapMcp("/mcp");
    }
}
