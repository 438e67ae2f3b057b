using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>The state that a noun without one belongs to, where the report leaves no doubt: "police" in a report on Cairo.</summary>
internal sealed class Setting
{
    private const double ClearShare = 0.6;   // of all namings of states; below it the report is about several

    private readonly LocalDate? _published;

    public Setting(IReadOnlyList<SentenceDrafts> report, LocalDate? published)
    {
        _published = published;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = 0;
        foreach (var sentence in report)
        {
            foreach (var draft in sentence.All)
            {
                if (draft.Reading is { Entry: { Kind: NameKind.State or NameKind.Seat, Codes.Length: 1 } entry })
                {
                    counts[entry.Codes[0]] = counts.GetValueOrDefault(entry.Codes[0]) + 1;
                    total++;
                }
            }
        }

        foreach (var (code, count) in counts)
        {
            if (count >= 2 && count >= ClearShare * total)
            {
                Topic = code;
            }
        }
    }

    /// <summary>The state that the report is about, where it is about one.</summary>
    public string? Topic { get; }

    /// <summary>The state for a draft, and why; null where the report leaves a doubt.</summary>
    public (string Code, string Reason)? Of(Draft draft, SentenceDrafts sentence)
    {
        string? place = null;
        foreach (var other in sentence.All)
        {
            if (other.Use == MentionUse.Place && other.Identity?.CodeOn(_published) is { } code && code != place)
            {
                if (place is not null)
                {
                    return null;
                }

                place = code;
            }
        }

        return place is not null ? (place, "the sentence's place") : Topic is { } topic ? (topic, "the state that the report is about") : null;
    }
}
