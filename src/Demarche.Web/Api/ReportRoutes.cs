using Demarche.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Api;

/// <summary>A report in short, or whole with its text.</summary>
/// <param name="Hash">Content hash.</param>
/// <param name="Name">The input that it came from.</param>
/// <param name="Title">Its headline, or null.</param>
/// <param name="Outlet">Who published it, or null.</param>
/// <param name="Url">Its address, or null.</param>
/// <param name="Published">Day of publication, ISO 8601, or null.</param>
/// <param name="Coder">Name and version of what coded it.</param>
/// <param name="Codebook">Version of the codebook.</param>
/// <param name="Text">The text as read, or null in a list.</param>
internal sealed record ReportAnswer(string Hash, string Name, string? Title, string? Outlet, string? Url, string? Published, string Coder, string Codebook, string? Text);

/// <summary>A page of reports.</summary>
/// <param name="Reports">The reports, the latest to come first.</param>
/// <param name="Next">What to send as 'after' for the next page, or null.</param>
internal sealed record ReportPageAnswer(IReadOnlyList<ReportAnswer> Reports, long? Next);

/// <summary>A report that holds the words.</summary>
/// <param name="Hash">Content hash.</param>
/// <param name="Name">The input that it came from.</param>
/// <param name="Title">Its headline, or null.</param>
/// <param name="Outlet">Who published it, or null.</param>
/// <param name="Published">Day of publication, ISO 8601, or null.</param>
/// <param name="Score">How well it fits (BM25).</param>
/// <param name="Sentence">Its sentence that fits best.</param>
/// <param name="Events">How many events it holds.</param>
internal sealed record HitAnswer(string Hash, string Name, string? Title, string? Outlet, string? Published, double Score, string Sentence, int Events)
{
    public static HitAnswer Of(ReportHit hit) => new(hit.Hash, hit.Name, hit.Title, hit.Outlet, IsoDay.Text(hit.Published), hit.Score, hit.Sentence, hit.Events);
}

/// <summary>Reports, full text and those who take part, by REST.</summary>
internal static class ReportRoutes
{
    public const int MostOfPage = 1000;
    private const int OfPage = 50;

    public static void MapReports(this WebApplication site)
    {
        var reports = site.MapGroup("/api").WithTags("Reports");
        reports.MapGet("/reports", PageAsync).WithName("reports").WithSummary("Reports, the latest to come first.").Produces<ReportPageAnswer>();
        reports.MapGet("/reports/{hash}", OneAsync).WithName("report").WithSummary("One report with its text.").Produces<ReportAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        reports.MapGet("/search", SearchAsync).WithName("search").WithSummary("Reports that hold the words, in any form, the best first.").Produces<IReadOnlyList<HitAnswer>>();
        reports.MapGet("/actors", ActorsAsync).WithName("actors").WithSummary("Who takes part, the most frequent first.").Produces<IReadOnlyList<ActorCount>>();
    }

    private static async Task<IResult> PageAsync(HttpContext context, IEventStore store, string? text, string? outlet, long? after, int? limit)
    {
        var page = await store.ReportPageAsync(new ReportQuery { Text = text, Outlet = outlet, After = after, Limit = Math.Clamp(limit ?? OfPage, 1, MostOfPage) }, context.RequestAborted);
        return ApiAnswers.Tagged(context, new ReportPageAnswer(
            [.. page.Reports.Select(r => new ReportAnswer(r.Hash, r.Name, r.Title, r.Outlet, r.Url, IsoDay.Text(r.Published), r.Coder, r.Codebook, Text: null))], page.Next));
    }

    private static async Task<IResult> OneAsync(HttpContext context, IEventStore store, string hash)
    {
        if (await store.ReportAsync(hash, context.RequestAborted) is not { } one)
        {
            return ApiAnswers.Problem(WebDiagnostics.NoReport(hash), StatusCodes.Status404NotFound);
        }

        return ApiAnswers.Tagged(context, new ReportAnswer(one.Hash, one.Name, one.Title, one.Outlet, one.Url, IsoDay.Text(one.Published), one.Coder, one.Codebook, one.Text));
    }

    private static async Task<IResult> SearchAsync(HttpContext context, IEventStore store, string words, int? limit) =>
        ApiAnswers.Tagged(context, await store.SearchAsync(words, Math.Clamp(limit ?? OfPage, 1, MostOfPage), context.RequestAborted).Select(HitAnswer.Of).ToListAsync(context.RequestAborted));

    private static async Task<IResult> ActorsAsync(HttpContext context, IEventStore store, string? code, string? name, int? limit) =>
        ApiAnswers.Tagged(context, await store.ActorsAsync(new ActorQuery { Code = code, Name = name, Limit = Math.Clamp(limit ?? OfPage, 1, MostOfPage) }, context.RequestAborted).ToListAsync(context.RequestAborted));
}
