using System.Collections.Immutable;
using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Reads the sectors of a noun off its role, the words before it and the body that it belongs to.</summary>
internal sealed class SectorReader(ActorTables tables, LocalDate? published)
{
    /// <summary>The sectors of a noun, the primary first.</summary>
    /// <param name="noun">The noun.</param>
    /// <param name="role">Its role.</param>
    /// <param name="of">The body that it belongs to, or null.</param>
    /// <param name="codes">Its codes.</param>
    public ImmutableArray<string> Read(Draft noun, Role role, Draft? of, ImmutableArray<string> codes)
    {
        var international = !codes.IsEmpty && tables.Codes.IsInternational(codes[0]);
        var word = SectorWord(noun);
        var body = of?.Identity;
        if (role.IsOpen && body?.SectorOn(published) == "PTY" && (of!.Role?.Sector ?? SectorWord(of)) == "OPP")
        {
            return ["OPP"];   // "leader of the opposition party Wefaq"
        }

        if (word is "REB" && role.Sector == "PTY")
        {
            return [role.Sector];   // "Islamist parties" are no rebels
        }

        if (word is "OPP" && role.IsOpen && body is { IsPerson: false } && body.SectorOn(published) is "REB")
        {
            return ["REB"];   // "the exiled leader of Hamas"
        }

        if (word is "OPP" or "REB" || word is not null && role.IsOpen)
        {
            return role.Sector is null || role.IsOpen || role.Sector == word ? [word] : [word, role.Sector];
        }

        if (noun.IsPlural && role is { Kind: RoleKind.Person, Sector: "CVL", Gender: 'm' } && noun.Attached.Find(a => a is { Link: HostLink.Possessive, Identity.IsPerson: true })?.Identity!.SectorOn(published) is { } troop && troop is "REB" or "PRM" or "MIL" or "COP")
        {
            return [troop];   // "his men" of a rebel
        }

        if (role is { Kind: RoleKind.Person, Sector: "UAF" } && body?.SectorOn(published) is { } arms && arms is "REB" or "PRM" or "MIL")
        {
            return [arms];   // "Hamas gunmen"
        }

        if (role is { Kind: RoleKind.Person or RoleKind.Group, Sector: "GOV", IsLeader: false } && body is { IsPerson: false } && body.SectorOn(published) is "REB")
        {
            return ["REB"];   // "Hamas negotiators", "a Hamas delegation"
        }

        if (body is { IsPerson: false } && body.SectorOn(published) == "BUS" && tables.Roles.Words.OfFirms.Contains(role.Words))
        {
            return ["BUS"];   // "the company's construction division"
        }

        // The president of a union or a club is in no government.
        if (body is not null && (role.IsOpen || role.IsLeader && body is { IsPerson: false }))
        {
            return body.SectorOn(published) is { } sector ? international && role.Kind == RoleKind.Institution && sector is "CVL" or "REF" ? [] : [sector] : role.Sector == "GOV" && body is { IsPerson: false, Entry: not { Kind: NameKind.Seat } } ? [] : role.Sector is { } own ? [own] : [];
        }

        if ((body?.Entry is { Kind: NameKind.Party } || of?.Role is { Sector: "PTY", Kind: RoleKind.Institution } && role.Sector == "LAB") && role is { Kind: RoleKind.Person, Sector: "LAB" or "CVL" } && body!.SectorOn(published) is { } party)
        {
            return [party];   // "Awami League workers", "workers of his party"
        }

        return role.Sector is null || international && (role.Sector == "GOV" || role is { Sector: "CVL", IsOpen: true } or { Sector: "CVL", IsAbroad: true }) ? [] : [role.Sector];   // members of NATO are states
    }

    /// <summary>Whether a word before a name says that it is of the opposition.</summary>
    public bool IsOpposition(Draft name) => SectorWord(name) == "OPP";

    // "rebel spokesman", "court officials": a word before the noun that has a sector of its own.
    private string? SectorWord(Draft noun)
    {
        string? found = null;
        for (var i = noun.CoreFirst - 1; i >= 0; i--)
        {
            var token = noun.Sentence[i];
            if (token.Tag is not (Upos.ADJ or Upos.NOUN or Upos.PROPN) && token.BaseRelation is not ("amod" or "compound"))
            {
                break;
            }

            if (noun.Attached.Exists(a => a.Kind == DraftKind.Name && a.CoreFirst <= i && i <= a.CoreLast))
            {
                continue;   // the chairman of the African Union Commission leads no union
            }

            if (noun.Role?.Kind is RoleKind.Holding or RoleKind.Deed && tables.Roles.Words.Fields.Contains(token.Lemma))
            {
                continue;
            }

            if (tables.Roles.SectorWords.TryGetValue(token.Form, out var sector) || tables.Roles.SectorWords.TryGetValue(token.Lemma, out sector))
            {
                if (sector != "PTY")
                {
                    return found is null || sector == "OPP" ? sector : found;   // "opposition party official"
                }

                found = sector;
            }
        }

        return found;
    }
}
