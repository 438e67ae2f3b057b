using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Hosting;

/// <summary>What programs are told where something fails: RFC 9457, "Problem Details for HTTP APIs".</summary>
internal static class Problems
{
    /// <summary>Writes the answer.</summary>
    public static Task WriteAsync(HttpContext context, int status, string title, string? detail = null)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { type = "about:blank", title, status, detail }, options: null, contentType: "application/problem+json");
    }
}
