using Demarche.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Hosting;

/// <summary>What a reader sees where something fails: one line, never a stack trace.</summary>
internal static class FaultPages
{
    public static void UseFaultPages(this WebApplication site) => site.UseExceptionHandler(failed => failed.Run(context =>
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var (status, line) = fault switch
        {
            StoreException store => (StatusCodes.Status503ServiceUnavailable, store.Diagnostic.ToString()),
            BadHttpRequestException bad => (bad.StatusCode, bad.Message),
            _ => (StatusCodes.Status500InternalServerError, "The site failed; what happened stands in its log."),
        };
        context.Response.StatusCode = status;
        return context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? Problems.WriteAsync(context, status, line)
            : context.Response.WriteAsync(line);
    }));

    /// <summary>An address that nothing answers shows the page that says so; programs are told by the status alone.</summary>
    public static void UseMissingPage(this WebApplication site) => site.UseWhen(
        context => HttpMethods.IsGet(context.Request.Method) && IsForPeople(context.Request) && !IsForPrograms(context.Request),
        pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));

    /// <summary>An answer of the API that failed before its route was reached is told as problem details too.</summary>
    public static void UseProblems(this WebApplication site) => site.UseWhen(
        context => IsForPrograms(context.Request),
        api => api.UseStatusCodePages(pages => Problems.WriteAsync(
            pages.HttpContext, pages.HttpContext.Response.StatusCode, "The question cannot be answered: a field is missing or cannot be read, or there is no such address.")));

    private static bool IsForPrograms(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase, out var rest) && rest.Value?.Length > 1;

    private static bool IsForPeople(HttpRequest request) => request.Headers.Accept.ToString() is var accept && (accept is "" or "*/*" || accept.Contains("text/html", StringComparison.Ordinal));
}
