using Demarche.Coding.Records;
using Demarche.Store;
using Demarche.Web.Parts;

namespace Demarche.Web.Views;

/// <summary>Events as marks in the text of their report.</summary>
internal static class EventMarks
{
    /// <summary>A mark for each event that is kept, with a link to it, numbered as they stand.</summary>
    public static IEnumerable<TextMark> Of(IReadOnlyList<StoredEvent> events, string text) =>
        Of(events.Select(e => e.Record), text, number => new MarkLink(number, Addresses.Of(events[number - 1])));

    /// <summary>A mark for each event, numbered as they stand.</summary>
    public static IEnumerable<TextMark> Of(IEnumerable<EventRecord> events, string text) => Of(events, text, _ => null);

    private static IEnumerable<TextMark> Of(IEnumerable<EventRecord> events, string text, Func<int, MarkLink?> linkOf)
    {
        var offsets = new CodePointOffsets(text);
        var number = 0;
        foreach (var one in events)
        {
            number++;
            if (one.TextInfo is { } place)
            {
                yield return new TextMark(offsets.Span(place.Start, place.End), $"event quad-{one.Quad}", $"event {number}: {EventWords.What(one)}, {EventWords.Status(one.Status)}")
                {
                    Link = linkOf(number),
                };
            }
        }
    }
}
