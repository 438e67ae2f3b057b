using System.Collections.Immutable;
using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>What the words around a noun or name tell of its code and sectors.</summary>
/// <param name="Codes">Codes; empty where the words tell none.</param>
/// <param name="Sectors">Sectors, the primary first.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record Facts(ImmutableArray<string> Codes, ImmutableArray<string> Sectors, string Reason)
{
    /// <summary>Whether a state itself gives the code: "Iran's president", not "the Iranian union's president".</summary>
    public bool IsOfState { get; init; }

    /// <summary>Whether only where it is tells whose it is: "the fund in Washington".</summary>
    public bool IsByPlace { get; init; }

    /// <summary>Whether only a pronoun tells whose it is: "its leader".</summary>
    public bool IsByPronoun { get; init; }

    /// <summary>Whether the codes were guessed from the setting of the report.</summary>
    public bool IsGuessed { get; init; }
}

/// <summary>Reads code and sectors off a draft and what hangs on it; those must have been resolved before.</summary>
internal sealed class FactReader(ActorTables tables, SectorReader sectorsOf, LocalDate? published)
{
    private const string Business = "BUS";
    private const string Unknown = "UNK";
    private const int LongestOffice = 3;   // words: "chief executive officer"
    private const string Multinational = "MNC";

    /// <summary>The facts of a common noun or title.</summary>
    /// <param name="noun">The noun.</param>
    /// <param name="holder">The person whose title it is, or null; what hangs on the name counts too.</param>
    public Facts Common(Draft noun, Draft? holder = null)
    {
        var role = noun.Role!;
        var attached = holder is null ? noun.Attached : [.. noun.Attached, .. holder.Attached.Where(a => a.Link is HostLink.Modifier or HostLink.Possessive)];
        if (role is { Kind: RoleKind.Person, Sector: "GOV" } && attached.Exists(a => a is { IsState: true, Link: HostLink.Possessive } or { Reading: { Form: NameForm.Adjective, Entry.Kind: NameKind.State } }))
        {
            attached = attached.FindAll(a => a.Link == HostLink.Possessive || a.Identity?.CodeOn(published) is not { } code || !tables.Codes.IsInternational(code));   // "Iran's U.N. ambassador" is Iran's
        }

        if (attached.Exists(a => a.Link == HostLink.In) && (IsForeign(noun) || role is { IsAbroad: true, Sector: "GOV" or "JRN" }))
        {
            attached = attached.FindAll(a => a.Link != HostLink.In);   // "Western diplomats in Tehran", "African leaders in Paris"
        }

        if (role is { Kind: RoleKind.Person } and ({ IsOpen: true } or { Sector: "JUD" }) && attached.Exists(a => a.Link is HostLink.Of or HostLink.From && a.Identity is { IsState: false } body && body.CodeOn(published) is { } of && tables.Codes.IsInternational(of)))
        {
            attached = attached.FindAll(a => a is not { Link: HostLink.Modifier, Reading: { Form: NameForm.Adjective, Entry.Kind: NameKind.State } });   // "the Canadian commander of the U.N. peacekeepers"
        }

        if (role.IsOther)
        {
            attached = attached.FindAll(a => a is not { Link: HostLink.Modifier, IsState: true, Reading.Form: not NameForm.Adjective });   // "US allies"
        }

        var isSide = tables.Roles.Words.Sides.Contains(role.Words) && attached.Exists(a => a is { Link: HostLink.Possessive, Identity.IsPerson: false });
        var (codes, owner) = OwnerOf(role.IsOther || isSide || tables.Roles.Words.Companions.Contains(role.Words) ? [.. attached.Where(a => a.Link != HostLink.Possessive && a.Link != HostLink.Of)] : attached);
        var because = owner is null ? "" : $", of {owner.Identity!.Name}";
        var body = attached.Where(a => a.Identity is { IsState: false } && a is not { Kind: DraftKind.Body, Use: MentionUse.Place } && a.Role?.Kind != RoleKind.State && (a.Kind != DraftKind.Pronoun || role.Sector is null || role.IsOpen && (a.Identity is { IsPerson: false } || role.Kind == RoleKind.Institution || role.Sector == "MIL" && a.Identity?.SectorOn(published) is "COP" or "REB" or "PRM"))).MinBy(a => a.Link);
        if (role.Code is { } own && (codes.IsEmpty || owner is { Link: HostLink.From or HostLink.By or HostLink.Other }))   // "the international community led by Norway"
        {
            codes = [own];
        }

        if (codes.IsEmpty && role is { Kind: RoleKind.Person, Sector: "LEG" or "PTY" or "GOV", IsLeader: false } && noun.CoreFirst > 0 && tables.Roles.Words.PartyWords.TryGetValue(noun.Sentence[noun.CoreFirst - 1].Form, out var home))
        {
            codes = [home];
            because = $", of {home} by the party";
        }

        var sectors = holder is not null && noun.Attached.Count == 0 && tables.Roles.Words.AsTitle.TryGetValue(role.Words, out var ofTitle) ? [ofTitle] : sectorsOf.Read(noun, role, body, codes);
        if (isSide || !codes.IsEmpty && tables.Codes.IsInternational(codes[0]) && sectors.FirstOrDefault() == "GOV")
        {
            sectors = [];   // the chief of a mission of the IMF is in no government, and a state's neighbours are states
        }

        if (role.PrivateSector is { } business && (sectors.FirstOrDefault() == role.Sector || sectors.IsEmpty && body?.Identity is { IsPerson: false } && codes.IsEmpty) && owner is not { IsState: true } && body?.Identity is not { IsPerson: false, Entry: { Kind: NameKind.ArmedGroup or NameKind.Seat } } && !(body?.Identity is { IsPerson: false } organ && organ.SectorOn(published) == role.Sector) && (body is not null || owner is not null || !role.IsOpen || IsBesideFirmOffice(noun.HeadToken)))
        {
            sectors = [business];
        }

        if (sectors.IsEmpty && role is { Kind: RoleKind.Person } && codes is [Multinational])
        {
            sectors = [Business];   // the head of a firm across borders
        }

        if (sectors is ["CVL"] or ["GOV"] && tables.Roles.Words.Kin.Contains(role.Words) && owner?.Identity is { IsPerson: true } relative && relative.SectorOn(published) is "ELI" or "GOV" && (relative.IsLeader || tables.Roles.Words.Kin.Any(relative.Held)))
        {
            sectors = ["ELI"];
            because += ", who leads or led a state";
        }

        var isOfFormer = role.Sector == "GOV" && owner?.Identity is { IsPerson: true } master && master.SectorOn(published) == "ELI";   // "Mubarak's last prime minister"
        if ((noun.IsFormer || holder?.IsFormer == true || isOfFormer) && role.Kind == RoleKind.Person && sectors.FirstOrDefault() is "GOV" or "LEG" or "MIL" or "JUD" or "SPY" or "COP" or "ELI")
        {
            sectors = ["ELI", .. sectors.Where(s => s != "ELI")];
            because += ", no more";
        }

        return new Facts(codes, sectors, $"\"{role.Words}\"{because}") { IsOfState = owner?.IsState == true, IsByPlace = owner?.Link == HostLink.In, IsByPronoun = owner?.Kind == DraftKind.Pronoun, IsGuessed = owner?.Identity!.IsGuessed == true };
    }

    /// <summary>The roles by which a person of the tables is called without being named so: "the secretary-general" after Ban Ki-moon. "The president" may be another's.</summary>
    public IEnumerable<Role> RolesOf(Identity person)
    {
        if (person.Entry?.OfficeOn(published) is not { } office || published is { } day && !office.Term.Covers(day))
        {
            return [];
        }

        var title = office.Title.Split(' ');
        return Enumerable.Range(0, title.Length).Select(i => tables.Roles.Phrases.Find(title[i..])).FirstOrDefault(found => found.Any(), []).Where(r => !r.IsLeader || tables.Codes.IsInternational(office.Code));
    }

    /// <summary>The facts of a name that no table knows.</summary>
    public Facts Body(Draft body)
    {
        var inner = body.Inner.Find(r => r.Entry.Kind != NameKind.State) ?? body.Inner.FirstOrDefault();
        var (codes, owner) = inner is not null ? (inner.Entry.Codes, null) : body.Role?.Code is { } own ? ([own], null) : OwnerOf(body.Attached);
        ImmutableArray<string> sectors = body.Role?.Sector is { } sector && (body.Role.Kind != RoleKind.Person || body.Equal?.Kind == DraftKind.Person) ? [sector] : inner?.Entry.Sectors ?? [];
        if (body.Entity is EntityKind.Place)
        {
            sectors = [];
            if (codes.IsEmpty && body.HeadToken.Child("det") is null && tables.Towns.StateOf(TokenRange.Text(body.Sentence, body.CoreFirst, body.CoreLast)) is { } state)
            {
                return new Facts([state], [], $"a place in {tables.States.GetValueOrDefault(state)?.Name ?? state}");
            }
        }

        // "American Medical", "Society Corp.": a name that holds a state or hangs on one is not that state itself.
        if (sectors.IsEmpty && body.Entity is not EntityKind.Place && body.Kind == DraftKind.Body && (codes.IsEmpty || !tables.Codes.IsInternational(codes[0])))
        {
            sectors = IsFirm(body) ? [Business] : inner is { Entry.Kind: NameKind.State } ? [Unknown] : [];
        }

        if (sectors.IsEmpty && body is { Kind: DraftKind.Body, Role: { Kind: RoleKind.Institution or RoleKind.Group, Sector: null, Code: null } } && tables.Roles.Words.National.Contains(body.Words[0]))
        {
            sectors = ["GOV"];   // "National Water Resources Committee"
        }

        if (sectors is ["GOV", ..] && !codes.IsEmpty && tables.Codes.IsInternational(codes[0]))
        {
            sectors = [];
        }

        var told = inner is not null ? $", holds {inner.Entry.Name}" : owner is not null ? $", of {owner.Identity!.Name}" : "";
        return new Facts(codes, sectors, $"name found by the model{told}");
    }

    /// <summary>The code that a known name takes from a state in front of it: "the Brazilian Congress"; empty where it keeps its own.</summary>
    public ImmutableArray<string> Override(Draft name)
    {
        if (name.Reading!.Entry.Kind is not (NameKind.Seat or NameKind.Party))
        {
            return [];
        }

        var (codes, owner) = OwnerOf([.. name.Attached.Where(a => a.Link is HostLink.Modifier or HostLink.Possessive or HostLink.Of && a.IsState)]);
        return owner is null || name.Reading.Entry.Codes.Contains(codes[0]) ? [] : codes;
    }

    // "chairman and chief executive": of several offices of one person, one that only firms have tells of the others.
    private bool IsBesideFirmOffice(Token office) =>
        HasFirmOffice(office) || office is { Relation: "conj", Head: { } first } && IsFirmOffice(first) || office is { Relation: "appos", Head: { } name } && HasFirmOffice(name);

    private bool HasFirmOffice(Token head)
    {
        foreach (var child in head.Children)
        {
            if (child.Relation == "conj" && IsFirmOffice(child))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsFirmOffice(Token noun)
    {
        for (var i = noun.Index; i >= 0 && i > noun.Index - LongestOffice; i--)
        {
            if (tables.Roles.LongestAt(noun.Sentence, i) is { } match && i + match.Length > noun.Index && match.Values[0] is { Kind: RoleKind.Person } role)
            {
                return role.Sector == Business || role is { PrivateSector: Business, IsOpen: false };
            }
        }

        return false;
    }

    private bool IsFirm(Draft body)
    {
        for (var i = body.CoreFirst; i <= body.CoreLast; i++)
        {
            if (char.IsUpper(body.Sentence[i].Form[0]) && tables.Roles.Words.Firms.Contains(body.Sentence[i].Form))
            {
                return true;
            }
        }

        return false;
    }

    // Those who are known before those who are guessed, by how near they are tied, then as they stand.
    private static int ByOwning(Draft a, Draft b) => Certainty(a) != Certainty(b) ? Certainty(a).CompareTo(Certainty(b)) : a.Link != b.Link ? a.Link.CompareTo(b.Link) : a.CoreFirst.CompareTo(b.CoreFirst);

    private static int Certainty(Draft draft) => draft.Identity is not { } identity ? 0 : identity.IsGuessed ? 2 : 1;

    // The codes of what hangs on a noun the closest, all of them where several hang equally close.
    private (ImmutableArray<string> Codes, Draft? Owner) OwnerOf(IReadOnlyList<Draft> attached)
    {
        Draft? owner = null;
        var codes = ImmutableArray<string>.Empty;
        foreach (var draft in attached.Ranked(ByOwning))
        {
            if (draft.Identity is not { } identity || owner is not null && draft.Link != owner.Link)
            {
                continue;
            }

            var own = identity.Codes.IsEmpty && identity.CodeOn(published) is { } code ? [code] : identity.Codes;
            if (own.IsEmpty || owner is not null && !(draft.IsState && owner.IsState))
            {
                continue;
            }

            owner ??= draft;
            codes = codes.AddRange(own.Concat(draft.Others.Select(o => o.CodeOn(published)).OfType<string>()).Distinct(StringComparer.Ordinal).Where(c => !codes.Contains(c)));   // "their ministers" of both
        }

        return (codes, owner);
    }

    /// <summary>Whether a word before a noun says that those named are not of the state where they are: "foreign companies", "Latin American leaders".</summary>
    public bool IsForeign(Draft noun)
    {
        for (var i = noun.CoreFirst - 1; i >= 0 && noun.Sentence[i] is { Tag: Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.PUNCT } or { Tag: Upos.VERB, BaseRelation: "amod" }; i--)
        {
            if (tables.Roles.Words.Foreign.Contains(noun.Sentence[i].Form))
            {
                return true;
            }
        }

        var first = ClauseRoles.Conjunct(noun.HeadToken);
        if (first != noun.HeadToken && tables.Roles.LongestAt(noun.Sentence, first.Index)?.Values[0].Kind is RoleKind.Person or RoleKind.Group or RoleKind.Institution)
        {
            return false;   // "foreign envoys and police"
        }

        foreach (var child in first.Children)
        {
            if (child.Index < noun.CoreFirst && child.BaseRelation is "amod" && tables.Roles.Words.Foreign.Contains(child.Form))
            {
                return true;   // "an international land, sea and air force"
            }
        }

        return false;
    }
}
