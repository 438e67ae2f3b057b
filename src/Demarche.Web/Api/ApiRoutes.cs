using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Demarche.Web.Api;

/// <summary>The REST interface and that for agents: where their services and routes are added.</summary>
internal static class ApiRoutes
{
    /// <summary>What the routes need.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services) => services;

    /// <summary>The routes, below /api and /mcp.</summary>
    public static void MapApi(this WebApplication site)
    {
        ArgumentNullException.ThrowIfNull(site);
    }
}
