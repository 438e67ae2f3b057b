using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Demarche.Coding.Records;
using Demarche.Store;
using Demarche.Web.Views;
using Microsoft.AspNetCore.Http;
using NodaTime.Text;

namespace Demarche.Web.Api;

/// <summary>An event with what the record knows of it.</summary>
/// <param name="Key">Stable over codings.</param>
/// <param name="Report">Content hash of its report.</param>
/// <param name="Revision">Changes with the event; send it as If-Match with a correction.</param>
/// <param name="Review">accepted, rejected, edited, or null.</param>
/// <param name="Cluster">Name of the events that are one and the same, or null.</param>
/// <param name="Event">The PLOVER record.</param>
internal sealed record EventAnswer(string Key, string Report, string Revision, string? Review, string? Cluster, JsonElement Event)
{
    public static EventAnswer Of(StoredEvent one) =>
        new(one.Key, one.Report, one.Revision, one.Review is { } verdict ? VerdictNames.Of(verdict) : null, one.Cluster, RecordOf(one.Record));

    public static JsonElement RecordOf(EventRecord record)
    {
        using var bytes = new MemoryStream();
        EventLines.Write([record], bytes);
        using var json = JsonDocument.Parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
        return json.RootElement.Clone();
    }
}

/// <summary>A page of events.</summary>
/// <param name="Events">The events.</param>
/// <param name="Next">What to send as 'after' for the next page, or null where these are the last.</param>
internal sealed record EventPageAnswer(IReadOnlyList<EventAnswer> Events, string? Next)
{
    public static EventPageAnswer Of(EventPage page) => new([.. page.Events.Select(EventAnswer.Of)], page.Next);
}

/// <summary>A correction of an event.</summary>
/// <param name="Verdict">accepted, rejected or edited.</param>
/// <param name="Who">Who says so.</param>
/// <param name="Changes">For an edit, the record fields that change.</param>
/// <param name="Note">Why, in words.</param>
internal sealed record CorrectionBody(string? Verdict, string? Who, JsonElement? Changes, string? Note);

/// <summary>A correction that was kept.</summary>
/// <param name="Verdict">accepted, rejected or edited.</param>
/// <param name="Who">Who said so.</param>
/// <param name="When">When, ISO 8601 in UTC.</param>
/// <param name="Changes">Fields that changed, as JSON text, or null.</param>
/// <param name="Note">Why, or null.</param>
internal sealed record CorrectionAnswer(string Verdict, string Who, string When, string? Changes, string? Note)
{
    public static CorrectionAnswer Of(Correction one) =>
        new(VerdictNames.Of(one.Verdict), one.Who, InstantPattern.ExtendedIso.Format(one.When), one.Changes, one.Note);
}

/// <summary>What became of an event.</summary>
/// <param name="Event">As it is.</param>
/// <param name="AsCoded">As it was coded.</param>
/// <param name="Corrections">What was said of it, in order.</param>
internal sealed record HistoryAnswer(EventAnswer Event, JsonElement AsCoded, IReadOnlyList<CorrectionAnswer> Corrections)
{
    public static HistoryAnswer Of(EventHistory history) =>
        new(EventAnswer.Of(history.Event), EventAnswer.RecordOf(history.AsCoded), [.. history.Corrections.Select(CorrectionAnswer.Of)]);
}

/// <summary>How answers leave: with an ETag, or as problem details.</summary>
internal static class ApiAnswers
{
    private const int TagBytes = 8;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The answer with the tag of its content; 304 where the caller has it.</summary>
    public static IResult Tagged<T>(HttpContext context, T answer)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, Json);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, TagBytes))}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        return context.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag, StringComparer.Ordinal)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(bytes, "application/json; charset=utf-8");
    }

    /// <summary>A message as problem details.</summary>
    public static IResult Problem(Diagnostic what, int status) =>
        Results.Problem(what.Remedy, what.Where, status, $"{what.What} ({what.Number})");

    /// <summary>What of the address could not be read; a program is told, and nothing is answered by guess.</summary>
    public static IResult? Complaint(EventView view) =>
        view.Complaints.IsEmpty ? null : Results.Problem(string.Join(' ', view.Complaints), statusCode: StatusCodes.Status400BadRequest, title: "The question cannot be read (DEM711)");

    /// <summary>The field of a name, whatever its letter case; null where there is none.</summary>
    public static EventField? FieldOf(string name) => Enum.TryParse<EventField>(name, ignoreCase: true, out var field) && Enum.IsDefined(field) ? field : null;
}
