using Demarche.Coding.Records;
using Demarche.Time;

namespace Demarche.Chronology;

/// <summary>An act that an event of a report tells of: the event itself, or what it is about. Immutable.</summary>
/// <param name="Id">The event's id; with <see cref="ContentMark"/> behind it for what it is about.</param>
/// <param name="Act">The act.</param>
/// <param name="Event">The event that tells of it.</param>
public sealed record ToldAct(string Id, ActRecord Act, EventRecord Event)
{
    /// <summary>Behind the id of an event for what it is about.</summary>
    public const string ContentMark = "/content";

    /// <summary>Whether the act is what an act of speech is about.</summary>
    public bool IsContent => Id.Length > Event.Id.Length;

    /// <summary>Whether no day is named, and that of the report stands in.</summary>
    public bool IsDatedByReport => !IsContent && Event.Citation.DateEvidence.LastOrDefault() is { } why && why.EndsWith(EventDating.DayOfReport, StringComparison.Ordinal);

    /// <summary>The acts of an event: itself first; then, where an act of speech tells of a deed with a day, as a denial or an agreement does, that deed.</summary>
    public static IEnumerable<ToldAct> Of(EventRecord one)
    {
        ArgumentNullException.ThrowIfNull(one);
        if (one is { Type: "AGREE", Status: "planned", Content: { } deed })
        {
            // A planned deed that PLOVER codes as AGREE is the deed itself, to come.
            yield return new ToldAct(one.Id, deed with { Date = deed.Date ?? one.Date, EndDate = deed.EndDate ?? one.EndDate, Status = one.Status }, one);
            yield break;
        }

        yield return new ToldAct(one.Id, one, one);
        if (one.Content is { Date: not null, Status: not ("proposed" or "possible") } content)
        {
            yield return new ToldAct(one.Id + ContentMark, content, one);
        }
    }
}
