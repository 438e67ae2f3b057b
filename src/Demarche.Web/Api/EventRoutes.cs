using Demarche.Store;
using Demarche.Web.Hosting;
using Demarche.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Demarche.Web.Api;

/// <summary>Events by REST: the fields of the question are those of the pages' addresses.</summary>
internal static class EventRoutes
{
    private const int MostOfPage = 1000;
    private const int MostValues = 10_000;

    public static void MapEvents(this WebApplication site)
    {
        var events = site.MapGroup("/api").WithTags("Events");
        events.MapGet("/events", PageAsync).WithName("events").WithSummary("Events by who, what, when and where, a page at a time.").WithAskedFields(isPaged: true)
            .Produces<EventPageAnswer>().ProducesProblem(StatusCodes.Status400BadRequest);
        events.MapGet("/count", CountAsync).WithName("count").WithSummary("How many events a question asks for.").WithAskedFields().Produces<long>().ProducesProblem(StatusCodes.Status400BadRequest);
        events.MapGet("/timeline", TallyAsync).WithName("timeline").WithSummary("Events counted by a field: day, week, month, year, type, status, actor, …").WithAskedFields()
            .Produces<IReadOnlyList<EventTally>>().ProducesProblem(StatusCodes.Status400BadRequest);
        events.MapGet("/events/{key}", OneAsync).WithName("event").WithSummary("One event.").Produces<EventAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        events.MapGet("/events/{key}/history", HistoryAsync).WithName("history").WithSummary("As it was coded, and what was said of it.")
            .Produces<HistoryAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        events.MapPost("/events/{key}/corrections", CorrectAsync).WithName("correct").WithSummary("Accepts, rejects or edits an event; If-Match carries the revision that was seen.")
            .Accepts<CorrectionBody>("application/json").Produces<EventAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static EventView ViewOf(HttpContext context) => EventView.Read(context.Request.QueryString.Value ?? "");

    private static async Task<IResult> PageAsync(HttpContext context, IEventStore store, int? limit)
    {
        var view = ViewOf(context);
        if (ApiAnswers.Complaint(view) is { } complaint)
        {
            return complaint;
        }

        if (limit is < 1 or > MostOfPage)
        {
            return ApiAnswers.Problem(WebDiagnostics.BadField("limit", $"{limit}", $"Give a number from 1 to {MostOfPage}."), StatusCodes.Status400BadRequest);
        }

        try
        {
            var page = await store.PageAsync(view.Query with { Limit = limit ?? EventView.PageSize }, context.RequestAborted);
            return ApiAnswers.Tagged(context, EventPageAnswer.Of(page));
        }
        catch (StoreException fault) when (fault.Diagnostic.Number == "DEM611")
        {
            return ApiAnswers.Problem(fault.Diagnostic, StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> CountAsync(HttpContext context, IEventStore store)
    {
        var view = ViewOf(context);
        return ApiAnswers.Complaint(view) ?? ApiAnswers.Tagged(context, await store.CountAsync(view.Query, context.RequestAborted));
    }

    private static async Task<IResult> TallyAsync(HttpContext context, IEventStore store, string? by)
    {
        var view = ViewOf(context);
        if (ApiAnswers.Complaint(view) is { } complaint)
        {
            return complaint;
        }

        if (ApiAnswers.FieldOf(by ?? nameof(EventField.Month)) is not { } field)
        {
            var names = string.Join(", ", Enum.GetNames<EventField>().Select(n => n.ToLowerInvariant()));
            return ApiAnswers.Problem(WebDiagnostics.BadField("by", by ?? "", $"Give one of {names}."), StatusCodes.Status400BadRequest);
        }

        return ApiAnswers.Tagged(context, await store.TallyAsync(view.Query with { After = null, Limit = MostValues }, field, context.RequestAborted).ToListAsync(context.RequestAborted));
    }

    private static async Task<IResult> OneAsync(HttpContext context, IEventStore store, string key)
    {
        if (await store.EventAsync(key, context.RequestAborted) is not { } one)
        {
            return NoEvent(key);
        }

        return ApiAnswers.Tagged(context, EventAnswer.Of(one));
    }

    private static async Task<IResult> HistoryAsync(HttpContext context, IEventStore store, string key)
    {
        if (await store.HistoryAsync(key, context.RequestAborted) is not { } history)
        {
            return NoEvent(key);
        }

        return ApiAnswers.Tagged(context, HistoryAnswer.Of(history));
    }

    private static async Task<IResult> CorrectAsync(HttpContext context, IEventStore store, SiteSettings settings, IClock clock, string key, CorrectionBody body)
    {
        if (settings.IsReadOnly)
        {
            return ApiAnswers.Problem(WebDiagnostics.ReadOnly(), StatusCodes.Status403Forbidden);
        }

        if (VerdictNames.Parse(body.Verdict ?? "") is not { } verdict)
        {
            return ApiAnswers.Problem(WebDiagnostics.BadField("verdict", body.Verdict ?? "", "Give accepted, rejected or edited."), StatusCodes.Status400BadRequest);
        }

        if (string.IsNullOrWhiteSpace(body.Who))
        {
            return ApiAnswers.Problem(WebDiagnostics.NoWho(), StatusCodes.Status400BadRequest);
        }

        if (await store.EventAsync(key, context.RequestAborted) is not { } one)
        {
            return NoEvent(key);
        }

        var seen = context.Request.Headers.IfMatch.ToString().Trim('"') is { Length: > 0 } revision && revision != "*" ? revision : null;
        var correction = new Correction(one.Key, verdict, body.Who.Trim(), clock.GetCurrentInstant()) { Changes = body.Changes?.GetRawText(), Note = body.Note };
        var kept = await store.CorrectAsync(correction, seen, context.RequestAborted);
        return kept.Failure is { } failure
            ? ApiAnswers.Problem(failure, failure.Number switch { "DEM616" => StatusCodes.Status412PreconditionFailed, "DEM613" => StatusCodes.Status404NotFound, _ => StatusCodes.Status422UnprocessableEntity })
            : ApiAnswers.Tagged(context, EventAnswer.Of(kept.Value!));
    }

    private static IResult NoEvent(string key) => ApiAnswers.Problem(WebDiagnostics.NoEvent(key), StatusCodes.Status404NotFound);
}
