using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>The state that a noun without one belongs to, where the report leaves no doubt: "police" in a report on Cairo.</summary>
internal sealed class Setting
{
    private const int LeastNamings = 3;      // one naming in the first sentence counts two
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
                if (CodeOf(draft) is { } code)
                {
                    var weight = sentence.Sentence.Index == 0 ? 2 : 1;   // a report opens with what it is about
                    counts[code] = counts.GetValueOrDefault(code) + weight;
                    total += weight;
                }
            }
        }

        foreach (var (code, count) in counts)
        {
            if (count >= LeastNamings && count >= ClearShare * total)
            {
                Topic = code;
            }
        }
    }

    /// <summary>The state that the report is about, where it is about one.</summary>
    public string? Topic { get; }

    private string? CodeOf(Draft draft) => draft.Reading?.Entry is not { Codes.Length: 1 } entry ? null
        : entry.Kind is NameKind.State or NameKind.Seat ? entry.Codes[0]
        : entry.Kind is NameKind.Person ? entry.OfficeOn(_published)?.Code
        : null;

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

        return place is not null ? (place, "the sentence's place")
            : Own(draft, sentence) is { } own ? (own, "the state of the one who speaks or acts")
            : Power(draft, sentence) is { } power ? (power, "the state whose police or court the sentence names")
            : Topic is { } topic ? (topic, "the state that the report is about")
            : null;
    }

    // "The president ordered the army", "the minister told parliament": a state's organs without a name are one's own.
    private string? Own(Draft draft, SentenceDrafts sentence)
    {
        if (draft.Role is not { Kind: RoleKind.Institution or RoleKind.Group, Sector: "GOV" or "MIL" or "LEG" or "COP" or "JUD" })
        {
            return null;
        }

        foreach (var other in sentence.All)
        {
            if (other != draft && other.CoreFirst < draft.CoreFirst && other is { IsFolded: false, Identity: { IsPerson: true, IsNamed: true } identity } && Antecedents.IsSubject(other)
                && identity.SectorOn(_published) == "GOV" && identity.CodeOn(_published) is { } code)
            {
                return code;
            }
        }

        return null;
    }

    // Police and courts deal with people of their own state.
    private string? Power(Draft draft, SentenceDrafts sentence)
    {
        foreach (var other in sentence.All)
        {
            if (other != draft && other is { IsFolded: false, Use: MentionUse.Actor, Identity: { } identity } && identity.SectorOn(_published) is "COP" or "JUD" && identity.CodeOn(_published) is { } code)
            {
                return code;
            }
        }

        return null;
    }
}
