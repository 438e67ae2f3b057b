using Microsoft.AspNetCore.Builder;

namespace Demarche.Web.Hosting;

/// <summary>Views as files.</summary>
internal static class Exports
{
    public static void MapExports(this WebApplication site)
    {
        ArgumentNullException.ThrowIfNull(site);
    }
}
