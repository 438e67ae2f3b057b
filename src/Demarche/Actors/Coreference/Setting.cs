using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>The state that a noun without one belongs to, where the report leaves no doubt: "police" in a report on Cairo.</summary>
internal sealed class Setting
{
    private const int LeastNamings = 3;      // the first naming counts three, another one in the first sentence two, a place one
    private const double ClearShare = 0.6;   // of all namings of states; below it the report is about several
    private const double LeastShare = 0.45;  // enough where no other state comes near
    private const double Lead = 2;
    private const int DeepestPlan = 3;       // "had no plans to try to send troops"

    private readonly string? _scene;
    private readonly LocalDate? _published;
    private readonly Towns _towns;
    private readonly Roles _roles;
    private readonly ActorCodes _codes;
    private readonly Identities _identities;

    public Setting(IReadOnlyList<SentenceDrafts> report, ActorTables tables, Identities identities, LocalDate? published)
    {
        _roles = tables.Roles;
        _codes = tables.Codes;
        _towns = tables.Towns;
        _identities = identities;
        _published = published;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = 0;
        foreach (var sentence in report)
        {
            foreach (var draft in sentence.All)
            {
                if (CodeOf(draft) is { } code)
                {
                    // a report opens with what it is about
                    var weight = total == 0 ? 3 : draft.Use == MentionUse.Place ? 1 : sentence.Sentence.Index == 0 ? 2 : 1;
                    counts[code] = counts.GetValueOrDefault(code) + weight;
                    total += weight;
                }
            }
        }

        // talks abroad are named once; a scene is a state that the report goes on about
        _scene = report.Count > 0 && report[0].All.Where(d => d.Use == MentionUse.Place).Select(CodeOf).OfType<string>().Distinct().ToList() is [var one] && 2 * counts[one] >= counts.Values.Max() ? one : null;
        foreach (var (code, count) in counts)
        {
            var isFarAhead = count >= LeastShare * total && counts.All(c => c.Key == code || count >= Lead * c.Value);
            if (count >= LeastNamings && (count >= ClearShare * total || isFarAhead))
            {
                Topic = code;
            }
        }
    }

    /// <summary>The state that the report is about, where it is about one.</summary>
    public string? Topic { get; }

    private string? CodeOf(Draft draft) => draft is { Kind: DraftKind.Body, Entity: EntityKind.Place, Attached.Count: 0 } ? _towns.StateOf(TokenRange.Text(draft.Sentence, draft.CoreFirst, draft.CoreLast))
        : draft.Reading?.Entry is not { Codes.Length: 1 } entry ? null
        : entry.Kind is NameKind.State or NameKind.Seat ? entry.Codes[0]
        : entry.Kind is NameKind.Person ? entry.OfficeOn(_published)?.Code
        : null;

    /// <summary>The state for a draft, and why; null where the report leaves a doubt.</summary>
    public (string Code, string Reason)? Of(Draft draft, SentenceDrafts sentence)
    {
        if (!BelongsToSetting(draft))
        {
            return null;
        }

        var (place, isClear) = PlaceOf(draft, sentence);
        if (!isClear)
        {
            return null;
        }

        var sector = draft.Role?.Sector ?? draft.Titles.Find(t => t.Role?.Sector is not null)?.Role!.Sector;
        return place is not null ? (place, "the sentence's place")
            : sector is "CVL" or "MED" or "LAB" or "AGR" or "EDU" or "REF" or "REL" or "BUS" && _scene is { } scene ? (scene, "the place of the report's first sentence")
            : Own(draft, sentence) is { } own ? (own, "the state of the one who speaks or acts")
            : Power(draft, sentence) is { } power ? (power, "the state whose police or court the sentence names")
            : sector is "JUD" or "LEG" or "COP" && _identities.OnlyCodeOf(sector) is { } only ? (only, "the state whose court, police or parliament was named before")
            : Topic is { } topic ? (topic, "the state that the report is about")
            : Subject(draft, sentence) is { } subject ? (subject, "the state named before it in the sentence")
            : null;
    }

    // The state of the places of the sentence; none against the state that the report is about for those who are a whole state's:
    // "the foreign ministry recalled its man in Paris".
    private (string? Place, bool IsClear) PlaceOf(Draft draft, SentenceDrafts sentence)
    {
        string? place = null;
        foreach (var other in sentence.All)
        {
            if (other.Use != MentionUse.Place || other.Identity?.CodeOn(_published) is not { } code || code == place || _codes.IsInternational(code)
                || Topic is { } topic && code != topic && IsOfWholeState(draft))
            {
                continue;
            }

            if (place is not null)
            {
                return (null, false);
            }

            place = code;
        }

        return (place, true);
    }

    private static bool IsOfWholeState(Draft draft) => (draft.Role?.Sector ?? draft.Titles.Find(t => t.Role?.Sector is not null)?.Role!.Sector) is "GOV" or "LEG" or "MIL" or "SPY" or "OPP";

    /// <summary>The state that has, sends or loses those of a noun: "Syria keeps troops in the country"; null where the clause tells none.</summary>
    public string? Owner(Draft draft, SentenceDrafts sentence)
    {
        if (draft.Role?.Sector is not ("MIL" or "GOV" or "COP" or "CVL") || Antecedents.Conjunct(draft.HeadToken) is not { BaseRelation: "obj", Head: { } verb } || !_roles.Having.Contains(verb.Lemma))
        {
            return null;
        }

        var first = GovernorOf(verb);
        foreach (var other in sentence.All)
        {
            if (other is { IsFolded: false, Identity: { } owner } && other != draft && Antecedents.IsSubject(other) && (Antecedents.SharesClause(draft, other) || Antecedents.Conjunct(other.HeadToken).HeadIndex == first.Index) && owner.SectorOn(_published) is null or "GOV" or "MIL")
            {
                return owner.CodeOn(_published);
            }
        }

        return null;
    }

    // "has plans to send", "refused to keep": the verb whose subject is that of one without a subject.
    private static Token GovernorOf(Token verb)
    {
        for (var step = 0; step < DeepestPlan && verb.Child("nsubj") is null && verb.BaseRelation is "acl" or "xcomp" or "obj" && verb.Head is { } above; step++)
        {
            verb = above;
        }

        return verb;
    }

    // "The US unveiled the plan, but the administration left": the state that is the subject before a government without one.
    private static string? Subject(Draft draft, SentenceDrafts sentence) => draft.Role is { Kind: RoleKind.Institution, Sector: "GOV" or "LEG" }
        ? sentence.All.FindLast(d => d is { IsFolded: false, IsState: true, Identity.Codes.Length: 1 } && d.CoreLast < draft.CoreFirst && Antecedents.IsSubject(d))?.Identity!.Codes[0] : null;

    // Not a "group" that might be anybody's, nor diplomats and "foreign companies".
    private bool BelongsToSetting(Draft draft)
    {
        if (draft.Role is { Kind: not RoleKind.Person, Sector: null } or { IsAbroad: true } or { Sector: "UAF" })
        {
            return false;
        }

        // "the president", "a unit" in a report that has named a firm and no government: the firm's.
        if (IsOfFirm(draft))
        {
            return false;
        }

        // "Brightwell's chief executive" is of Brightwell's state, and that is not told.
        var sector = draft.Role?.Sector ?? draft.Titles.Find(t => t.Role?.Sector is not null)?.Role!.Sector;
        if (sector is not ("GOV" or "LEG" or "JUD" or "COP" or "MIL") && draft.Titles.SelectMany(t => t.Attached).Concat(draft.Attached).Concat(draft.Equal?.Attached ?? []).Any(a => (a is { Kind: DraftKind.Body, Entity: not EntityKind.Place } || a.Role is { Kind: RoleKind.Institution, Sector: "BUS" }) && a.Identity is { } owner && owner.CodeOn(_published) is null))
        {
            return false;
        }

        for (var i = draft.CoreFirst - 1; i >= 0 && draft.Sentence[i].Tag is Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.PUNCT; i--)
        {
            if (_roles.Foreign.Contains(draft.Sentence[i].Form))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a word that firms have too is a firm's: the report has named a firm, and no government.</summary>
    public bool IsOfFirm(Draft draft) => (draft.Role ?? draft.Titles.FirstOrDefault()?.Role) is { } role && _roles.OfFirms.Contains(role.Words) && _identities.HasSector("BUS") && !_identities.HasSector("GOV");

    /// <summary>The state of the official who acts on those of a noun, or on whom they act: a state's organs and people without a name are one's own.</summary>
    /// <remarks>"The president ordered the army", "the minister told parliament", "opposition members shouted at the president".</remarks>
    public string? Own(Draft draft, SentenceDrafts sentence)
    {
        var isOrgan = draft.Role is { Kind: RoleKind.Institution or RoleKind.Group, Sector: "GOV" or "MIL" or "LEG" or "COP" or "JUD" };
        if (!isOrgan && draft.Role is not { Kind: RoleKind.Person, Sector: "CVL" or "LEG" or "PTY" or "MIL" or "OPP" or "JUD" or "COP" })
        {
            return null;
        }

        foreach (var other in sentence.All)
        {
            if (other != draft && other is { IsFolded: false, Identity: { IsPerson: true, IsNamed: true } identity } && IsOfOneState(draft, other, isOrgan) && identity.SectorOn(_published) == "GOV" && identity.CodeOn(_published) is { } code)
            {
                return code;
            }
        }

        return null;
    }

    // "The president ordered the army", or "opposition members shouted at the president".
    private static bool IsOfOneState(Draft draft, Draft official, bool isOrgan) => official.CoreFirst < draft.CoreFirst
        ? Antecedents.IsSubject(official) && (isOrgan || Antecedents.SharesClause(draft, official))
        : Antecedents.IsSubject(draft) && Antecedents.SharesClause(official, draft);

    // Police and courts deal with people of their own state.
    private string? Power(Draft draft, SentenceDrafts sentence)
    {
        foreach (var other in sentence.All)
        {
            if (other != draft && other is { IsFolded: false, Use: MentionUse.Actor, Identity: { } identity } && identity.SectorOn(_published) is "COP" or "JUD" && identity.CodeOn(_published) is { } code && !_codes.IsInternational(code))
            {
                return code;
            }
        }

        return null;
    }
}
