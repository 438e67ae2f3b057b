using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Finds which person of a report "the tycoon", "the former president" or "his guest" means.</summary>
internal sealed class PersonDescriptions(ActorTables tables, Determiners determiners, Antecedents antecedents, Identities identities, LocalDate? published)
{
    private const int Window = 3;              // sentences
    private const int LeaderWindow = 8;        // sentences: a leader is spoken of all along
    private const int MostMentions = 4;        // beyond which another naming says no more

    /// <summary>"The former president": the one named last who has left that office; "the ousted leader": also one whom the report still calls by it.</summary>
    public Identity? Former(Draft draft, Facts facts)
    {
        var role = draft.Role!;
        foreach (var before in antecedents.Before(draft))
        {
            if (before.Identity is { IsPerson: true, IsNamed: true } who && (who.SectorOn(published) == "ELI" || HasLeft(who)) && !ClauseRoles.SharesClause(draft, before) && IsOf(who, facts) && (who.Held(role.Words) || role is { IsOpen: true, IsLeader: true } && Led(who)))
            {
                return who;
            }
        }

        return role.IsLeader && IsFallen(draft) ? Fallen(draft, facts) : null;
    }

    // The leader named most, while the report still calls him by his office: "Zelaya was put on a plane … the ousted leader".
    private Identity? Fallen(Draft draft, Facts facts) => antecedents.Before(draft, LeaderWindow)
        .Where(b => b.Identity is { IsPerson: true, IsNamed: true, IsLeader: true } who && IsOf(who, facts) && who.SectorOn(published) is "GOV" && !ClauseRoles.SharesClause(draft, b) && (who.Held(draft.Role!.Words) || draft.Role.IsOpen) && !IsSpeaker(draft, b))
        .Select(b => b.Identity!).Distinct().MaxBy(who => (who.Mentions, -who.Order));

    // "Ousted", "late": who was in office till the news of the report. "Former" is long ago.
    private bool IsFallen(Draft draft)
    {
        for (var i = draft.CoreFirst - 1; i >= 0 && draft.Sentence[i].Tag is Upos.ADJ or Upos.VERB or Upos.NOUN or Upos.PROPN; i--)
        {
            if (tables.Roles.Words.Fallen.Contains(draft.Sentence[i].Form))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOf(Identity who, Facts facts) => facts.Codes.IsEmpty || who.CodeOn(published) == facts.Codes[0];

    private bool Led(Identity who) => who.Entry?.OfficeOn(published) is { } office && tables.Leads(office);

    // Whom a report still calls by the office that the tables end: a president whom soldiers have locked up.
    private bool HasLeft(Identity who) => published is { } day && who.Entry?.OfficeOn(day)?.Term.IsOverBefore(day) == true;

    // Who says something of somebody says it of another.
    private static bool IsSpeaker(Draft draft, Draft other) => ClauseRoles.IsSubject(other) && ClauseRoles.IsUnder(draft, other);

    /// <summary>"Kim met his guest": of those in office of another state than the one whose guest he is, the one named most, and of late.</summary>
    public Identity? Companion(Draft draft)
    {
        if (draft.Attached is not [{ Link: HostLink.Possessive, Identity: { IsPerson: true } self }])
        {
            return null;
        }

        var others = antecedents.Before(draft).Select(b => b.Identity!).Where(i => i is { IsPerson: true, IsPlural: false } && i != self && i.CodeOn(published) is { } code && code != self.CodeOn(published) && i.SectorOn(published) is "GOV" or "LEG");
        return others.MaxBy(i => i.Mentions);
    }

    /// <summary>"The Wagner chief", "the Russian leader", "her leader": the one person named with that code and sector, and not she whose leader he is.</summary>
    public Identity? Leader(Draft draft, Facts facts)
    {
        if (draft.Role is not { Kind: RoleKind.Person, IsLeader: true, IsOpen: true } || draft.IsPlural || determiners.IsIndefinite(draft))
        {
            return null;
        }

        return Only(antecedents.Before(draft), (before, who) => !IsSpeaker(draft, before) && !draft.Attached.Exists(a => a.Identity == who) && IsLeaderOf(who, facts));
    }

    // The one named person that fits; null where none or several do.
    private static Identity? Only(IEnumerable<Draft> named, Func<Draft, Identity, bool> fits)
    {
        Identity? only = null;
        foreach (var before in named)
        {
            if (before.Identity is { IsPerson: true, IsNamed: true } who && who != only && fits(before, who))
            {
                if (only is not null)
                {
                    return null;
                }

                only = who;
            }
        }

        return only;
    }

    private bool IsLeaderOf(Identity who, Facts facts) => who.CodeOn(published) == facts.Codes[0] && who.SectorOn(published) == facts.Sectors.FirstOrDefault() && (!facts.IsOfState || who.IsLeader);

    /// <summary>"The senator said the president …", "the opposition leader backed the president": where several states' presidents were named, the president of whoever speaks of him.</summary>
    public Identity? Own(Draft draft)
    {
        foreach (var before in antecedents.Before(draft, 0))
        {
            if (IsSpeaker(draft, before) && (!ClauseRoles.SharesClause(draft, before) || before.Identity!.SectorOn(published) is "OPP" or "PTY" or "LEG") && before.Identity!.CodeOn(published) is { } code)
            {
                return identities.LastIn(draft.Role!.Words, code) is { IsPerson: true, IsNamed: true } holder && holder != before.Identity ? holder : null;
            }
        }

        return null;
    }

    /// <summary>"The preacher", "the general": the only person named of late in that sector.</summary>
    public Identity? OfTrade(Draft draft)
    {
        if (draft is { IsPlural: true } or { Attached.Count: > 0 } or { Host: not null } or not { Role: { Kind: RoleKind.Person, Sector: not ("GOV" or "CVL" or "LEG" or null) } } || draft.HeadToken.Child("acl:relcl") is not null)
        {
            return null;
        }

        return Only(antecedents.Before(draft, Window), (before, who) => who.SectorOn(published) == draft.Role!.Sector && FitsGender(who, draft.Role) && !ClauseRoles.SharesClause(draft, before));
    }

    /// <summary>"The tycoon": of those of whom the words can be said, the one named most and of late.</summary>
    public Identity? Described(Draft draft)
    {
        if (draft.IsPlural || draft.Attached.Count > 0 || draft.HeadToken.Child("acl:relcl") is not null || draft.HeadToken.Child("acl") is not null)
        {
            return null;   // "the man who …", "the lawyer representing …" is told by the clause
        }

        var role = draft.Role!;
        if (!role.IsLeader && antecedents.Before(draft, LeaderWindow).FirstOrDefault(b => b is { Kind: DraftKind.Common, IsPlural: false, Identity: { IsPerson: true, IsNamed: true } } && b.Role!.Words == role.Words && b.Attached.Count == 0) is { } same && !IsSpeaker(draft, same))
        {
            return same.Identity;   // called so before
        }

        Identity? best = null;
        var most = double.MinValue;
        foreach (var before in antecedents.Before(draft, role.IsLeader ? LeaderWindow : Window))
        {
            if (before.Identity is { IsPerson: true, IsNamed: true } who && !ClauseRoles.SharesClause(draft, before) && !IsSpeaker(draft, before) && FitsGender(who, role) && (role.IsLeader ? who.IsLeader : CanBe(who, role)))
            {
                var weight = Weight(who, role) + (ClauseRoles.IsSubject(before) ? 1 : 0) - Math.Min(Window, draft.Sentence.Index - before.Sentence.Index);
                (best, most) = weight > most ? (who, weight) : (best, most);
            }
        }

        return best;
    }

    // Those in office are called by it.
    private int Weight(Identity who, Role role)
    {
        var sector = who.SectorOn(published);
        return Math.Min(who.Mentions, MostMentions) + (sector == role.Sector ? 1 : 0) - (!role.IsLeader && sector is "GOV" or "LEG" or "JUD" ? 2 : 0) - (role.IsLeader && sector == "ELI" ? 2 : 0);
    }

    private static bool FitsGender(Identity who, Role role) => who.Gender is null || role.Gender is null || who.Gender == role.Gender;

    // Who is in office is not called by another trade.
    private bool CanBe(Identity who, Role role) => !who.IsInternational && who.SectorOn(published) is not ("GOV" or "LEG" or "JUD") || role.Sector is "GOV" or "CVL" or "PTY";
}
