using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding.Records;

namespace Demarche.Store.Formats;

/// <summary>GDELT 2.0 mentions: 16 columns without a header; ids are those of <see cref="GdeltSheet"/>.</summary>
internal sealed class GdeltMentionSheet(bool everyStatus) : IEventSheet
{
    private const string NotKnown = "-1";   // GDELT's word for an offset that it has not

    public ImmutableArray<string> Columns { get; } =
    [
        "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID", "Actor1CharOffset", "Actor2CharOffset",
        "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
    ];

    public bool HasHeader => false;

    public bool Holds(EventRecord one) => one.Cameo is not null && (everyStatus || one.IsDone());

    public IEnumerable<string?[]> Rows(EventRecord one, ActCount told)
    {
        foreach (var (_, recipient, part) in EventPairs.Of(one))
        {
            yield return
            [
                SheetCells.Id(one.Id, part), Time(SheetCells.Short(one.Date)), Time(SheetCells.Short(one.Citation.DateLatest)), one.Citation.Url is null ? "2" : "1",
                one.Citation.Publication, one.Citation.Url ?? one.Citation.Report, one.TextInfo is { } text ? Whole(text.Sentence + 1) : null,
                Offset(one, "actor"), recipient is null ? NotKnown : Offset(one, "recipient"), one.TextInfo is { } info ? Whole(info.Start) : NotKnown, "1",
                Whole((int)Math.Round(one.Confidence * 10) * 10), null, null, null, null,
            ];
        }
    }

    private static string? Time(string? day) => day is null ? null : day + "000000";

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Offset(EventRecord one, string part) =>
        one.Explanation.FirstOrDefault(e => e.Part.StartsWith(part, StringComparison.Ordinal)) is { } found ? Whole(found.Start) : NotKnown;
}
