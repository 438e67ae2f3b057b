using Demarche.Store;
using Demarche.Web.Parts;

namespace Demarche.Web.Views;

/// <summary>Events as marks in the text of their report.</summary>
internal static class EventMarks
{
    /// <summary>A mark for each, numbered as they stand.</summary>
    public static IEnumerable<TextMark> Of(IEnumerable<StoredEvent> events, string text)
    {
        var offsets = new CodePointOffsets(text);
        var number = 0;
        foreach (var one in events)
        {
            number++;
            if (one.Record.TextInfo is { } place)
            {
                yield return new TextMark(offsets.Span(place.Start, place.End), $"event quad-{one.Record.Quad}", $"event {number}: {EventWords.What(one.Record)}, {EventWords.Status(one.Record.Status)}")
                {
                    Link = new MarkLink(number, EventWords.Address(one)),
                };
            }
        }
    }
}
