using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Finds whom "the president", "the company" or "the tycoon" means.</summary>
internal sealed class Descriptions(ActorTables tables, Determiners determiners, StateDescriptions states, Antecedents antecedents, Identities identities, LocalDate? published)
{
    private const int DescriptionWindow = 3;   // sentences
    private const int LeaderWindow = 8;        // sentences: a leader is spoken of all along
    private const int CrowdWindow = 2;         // sentences
    private const int VoiceWindow = 2;         // sentences
    private const int MostMentions = 4;        // beyond which another naming says no more

    /// <summary>The identity that a noun without a number means, and why; null where it is a new one.</summary>
    public (Identity Identity, string Reason)? Find(Draft draft, Facts facts)
    {
        var role = draft.Role!;
        if (role.Kind == RoleKind.State)
        {
            if (!draft.IsPlural && facts.Codes.Length == 1 && draft.Attached.Exists(a => a.Link == HostLink.Possessive) && identities.OfState(facts.Codes[0]) is { } own)
            {
                return (own, "his or her state");
            }

            return determiners.IsDefinite(draft) && !draft.IsPlural && facts.Codes.IsEmpty && states.State(draft) is { } state ? (state, $"stands for {state.Name}, named before") : null;
        }

        if (tables.Roles.Words.Sides.Contains(role.Words) && !draft.IsPlural && states.Counterpart(draft) is { } neighbour)
        {
            return (neighbour, $"stands for {neighbour.Name}, named before");   // "Pakistan tested a bomb after the neighbour", "its neighbour"
        }

        if (tables.Roles.Words.Companions.Contains(role.Words) && !draft.IsPlural && Companion(draft) is { } companion)
        {
            return (companion, $"{companion.Name}, named before, is the other one");
        }

        var singular = role.Kind != RoleKind.Person || !draft.IsPlural;
        if (draft.IsFormer && !draft.IsPlural && !determiners.IsIndefinite(draft) && Former(draft, facts) is { } former)
        {
            return (former, $"{former.Name}, named before, was {role.Words}");
        }

        if (draft.IsPlural && role is { Kind: RoleKind.Person, IsOpen: true, Sector: "MIL" } && identities.PoliceCameLast && identities.LastBody("COP") is { } force && (determiners.IsDefinite(draft) || draft.Attached.Exists(a => a.Link == HostLink.Possessive)) && (facts.Codes.IsEmpty || force.CodeOn(published) == facts.Codes[0]))
        {
            return (force, $"those of {force.Name}, named before");   // "his officers" of a police minister
        }

        if (draft.IsFormer || !singular && !determiners.IsDefinite(draft))
        {
            return null;
        }

        if (facts.IsByPlace && !draft.IsPlural && role.Kind is RoleKind.Institution or RoleKind.Group && determiners.IsDefinite(draft) && identities.LastIn(role.Words, null) is { IsPerson: false, Entry: not null } seated)
        {
            return (seated, $"{seated.Name}, named before as {role.Words}");   // "a spokesman for the fund in Washington"
        }

        if (!facts.Codes.IsEmpty)
        {
            var holder = facts is { IsOfState: true, Codes.Length: 1 } && role.Kind == RoleKind.Person && !draft.IsPlural && !determiners.IsIndefinite(draft) ? identities.LastIn(role.Words, facts.Codes[0]) ?? (role.IsSame ? identities.LastIn("#" + role.Group, facts.Codes[0]) : null) : null;
            if (role.Kind == RoleKind.Person && draft.IsPlural && determiners.IsDefinite(draft) && identities.LastIn(role.Words, facts.Codes[0]) is { IsPerson: false, Entry: not null } band)
            {
                return (band, $"{band.Name}, named before");   // "the Somali militants" after the name of the group
            }

            holder ??= Leader(draft, facts) ?? Firm(draft, facts);
            return holder is { IsPlural: false, IsIndefinite: false } ? (holder, $"{holder.Name}, named before as {role.Words}") : null;
        }

        if (!determiners.IsDefinite(draft))
        {
            return null;
        }

        if (role.IsDescription && Described(draft) is { } person)
        {
            return (person, $"{person.Name}, named before, is \"{role.Words}\"");
        }

        if (role is { Kind: RoleKind.Person, Sector: "GOV", IsOpen: false } && !draft.IsPlural && Own(draft) is { } superior)
        {
            return (superior, $"{superior.Name}, {role.Words} of the one who speaks");
        }

        if (draft.IsPlural && draft.Attached.Count == 0 && draft.HeadToken.Child("acl:relcl") is null && draft.HeadToken.Child("nummod") is null)
        {
            if (tables.Roles.Words.Plotters.Contains(role.Words) && Foremost(draft, d => d.Identity!.SectorOn(published) == "MIL" && (d.Identity.IsPlural || !d.Identity.IsPerson)) is { } soldiers)
            {
                return (soldiers, $"{soldiers.Name}, who rose");
            }

            if (role is { Kind: RoleKind.Person, Gender: 'm' } && identities.LastIn(role.Words, null) is null && Foremost(draft, d => d is { Kind: DraftKind.Common, Role.Kind: RoleKind.Person, Identity: { IsPlural: true } some } && some.SectorOn(published) is { } trade && (trade is "MIL" or "REB" or "PRM" || tables.StateWeights.PeopleSectors.Contains(trade))) is { } men)
            {
                return (men, $"{men.Name}, named before");   // "the men" after miners
            }
        }

        var last = identities.LastIn(role.Words, null);
        if ((last is null || draft.IsPlural && !last.IsPlural) && (draft.IsPlural ? role.Kind == RoleKind.Person : role.Kind == RoleKind.Institution && role.Sector is "LEG" or "JUD" && !role.Words.Contains(' ', StringComparison.Ordinal))
            && identities.LastBody(role.Sector) is { } body)
        {
            return (body, $"those of {body.Name}, named before");   // "the judges" after "a court", "the legislature" after "the National Assembly"
        }

        last ??= role.IsSame ? identities.LastIn("#" + role.Group, null) : null;
        last ??= draft.IsPlural && role is { IsSame: true, Sector: "CVL" } ? Crowd(draft) : null;
        last ??= draft.IsPlural && role is { Kind: RoleKind.Person or RoleKind.Group, IsMachine: false, Sector: { } trade } && tables.Roles.Words.Trades.Contains(trade) ? identities.LastIn("#" + trade, null) : null;   // "the workers" after "miners"
        return last is not null && (last.IsPlural || last.Entry is not null && !last.IsPerson || !draft.IsPlural) && (!last.IsPlural || draft.IsPlural || role.Kind != RoleKind.Person) ? (last, $"{last.Name}, named before as {role.Words}") : last is null && OfTrade(draft) is { } one ? (one, $"{one.Name}, named before, is \"{role.Words}\"") : null;
    }

    // "The preacher", "the general": the only person named of late in that sector.
    private Identity? OfTrade(Draft draft)
    {
        Identity? only = null;
        if (draft is { IsPlural: true } or { Attached.Count: > 0 } or not { Role: { Kind: RoleKind.Person, Sector: not ("GOV" or "CVL" or "LEG" or null) } } || draft.HeadToken.Child("acl:relcl") is not null)
        {
            return null;
        }

        foreach (var before in antecedents.Before(draft, DescriptionWindow))
        {
            if (before.Identity is { IsPerson: true, IsNamed: true } who && who != only && who.SectorOn(published) == draft.Role!.Sector && (who.Gender is null || draft.Role.Gender is null || who.Gender == draft.Role.Gender) && !Antecedents.SharesClause(draft, before))
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

    // Of those that fit the one named most and of late.
    private Identity? Foremost(Draft draft, Func<Draft, bool> fits)
    {
        Identity? best = null;
        var most = double.MinValue;
        foreach (var before in antecedents.Before(draft, DescriptionWindow))
        {
            if (fits(before) && !Antecedents.SharesClause(draft, before))
            {
                var weight = Math.Min(before.Identity!.Mentions, MostMentions) + (Antecedents.IsSubject(before) ? 1 : 0) - (draft.Sentence.Index - before.Sentence.Index);
                (best, most) = weight > most ? (before.Identity, weight) : (best, most);
            }
        }

        return best;
    }

    // "The senator said the president …": where several states' presidents were named, the president of whoever speaks of him.
    private Identity? Own(Draft draft)
    {
        foreach (var before in antecedents.Before(draft, 0))
        {
            if (Antecedents.IsSubject(before) && !Antecedents.SharesClause(draft, before) && Antecedents.IsUnder(draft, before) && before.Identity!.CodeOn(published) is { } code)
            {
                return identities.LastIn(draft.Role!.Words, code) is { IsPerson: true, IsNamed: true } holder && holder != before.Identity ? holder : null;
            }
        }

        return null;
    }

    // "Students marched. The protesters …": the people who did something of late.
    private Identity? Crowd(Draft draft)
    {
        foreach (var before in antecedents.Before(draft, CrowdWindow))
        {
            if (before is { Kind: DraftKind.Common or DraftKind.Name } && before.Identity is { IsPlural: true } crowd && Antecedents.IsSubject(before) && !Speaks(before) && before.Sentence != draft.Sentence && tables.StateWeights.PeopleSectors.Contains(crowd.SectorOn(published) ?? ""))
            {
                return crowd;
            }
        }

        return null;
    }

    // "…, witnesses said": who tells of a deed is not who did it.
    private static bool Speaks(Draft subject) => Antecedents.Conjunct(subject.HeadToken).Head is { } verb && (verb.Child("ccomp") is not null || verb.Relation == "parataxis");

    /// <summary>"The spokesman warned …": the body, no state, that acted last in the two sentences before; null for other words, and where a state did.</summary>
    public Identity? Voice(Draft draft)
    {
        if (!tables.Roles.Words.SpeaksFor.Contains(draft.Role!.Words) || draft.IsPlural || !determiners.IsDefinite(draft))
        {
            return null;
        }

        var actor = antecedents.Before(draft, VoiceWindow).FirstOrDefault(b => b.Sentence != draft.Sentence && Antecedents.IsSubject(b) && b is { Kind: DraftKind.Name or DraftKind.Body, Use: MentionUse.Actor } && b.Identity is { IsPerson: false })?.Identity;
        return actor is { IsState: false } && actor.CodeOn(published) is not null ? actor : null;
    }

    // "The former president": the one named last who has left that office.
    private Identity? Former(Draft draft, Facts facts)
    {
        foreach (var before in antecedents.Before(draft))
        {
            if (before.Identity is { IsPerson: true, IsNamed: true } who && (who.SectorOn(published) == "ELI" || HasLeft(who)) && !Antecedents.SharesClause(draft, before) && (facts.Codes.IsEmpty || who.CodeOn(published) == facts.Codes[0])
                && (who.Held(draft.Role!.Words) || draft.Role is { IsOpen: true, IsLeader: true } && who.Entry?.OfficeOn(published) is { } office && tables.Leads(office)))
            {
                return who;
            }
        }

        return null;
    }

    // "Kim met his guest": of those in office of another state than the one whose guest he is, the one named most, and of late.
    private Identity? Companion(Draft draft)
    {
        if (draft.Attached is not [{ Link: HostLink.Possessive, Identity: { IsPerson: true } self }])
        {
            return null;
        }

        var others = antecedents.Before(draft).Select(b => b.Identity!).Where(i => i is { IsPerson: true, IsPlural: false } && i != self && i.CodeOn(published) is { } code && code != self.CodeOn(published) && i.SectorOn(published) is "GOV" or "LEG");
        return others.MaxBy(i => i.Mentions);
    }

    // Whom a report still calls by the office that the tables end: a president whom soldiers have locked up.
    private bool HasLeft(Identity who) => published is { } day && who.Entry?.OfficeOn(day)?.Term.IsOverBefore(day) == true;

    // "The Wagner chief", "the Russian leader": the one person named with that code and sector.
    private Identity? Leader(Draft draft, Facts facts)
    {
        if (draft.Role is not { Kind: RoleKind.Person, IsLeader: true, IsOpen: true } || draft.IsPlural || determiners.IsIndefinite(draft))
        {
            return null;
        }

        Identity? only = null;
        foreach (var before in antecedents.Before(draft))
        {
            if (before.Identity is { IsPerson: true, IsNamed: true } who && who != only && !(Antecedents.IsSubject(before) && Antecedents.IsUnder(draft, before)) && who.CodeOn(published) == facts.Codes[0] && who.SectorOn(published) == facts.Sectors.FirstOrDefault() && (!facts.IsOfState || who.IsLeader))
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

    // "The Chinese company" after Huawei, which works across borders.
    private Identity? Firm(Draft draft, Facts facts) =>
        draft.Role!.Kind == RoleKind.Institution && facts.IsOfState && determiners.IsDefinite(draft) && identities.LastIn(draft.Role.Words, null) is { Entry: not null } firm && firm.CodeOn(published) is { } code && tables.Codes.IsInternational(code) ? firm : null;

    // "The tycoon": of those of whom the words can be said, the one named most and of late.
    private Identity? Described(Draft draft)
    {
        if (draft.IsPlural || draft.Attached.Count > 0 || draft.HeadToken.Child("acl:relcl") is not null)
        {
            return null;   // "the man who …" is told by the clause
        }

        Identity? best = null;
        var most = double.MinValue;
        foreach (var before in antecedents.Before(draft, draft.Role!.IsLeader ? LeaderWindow : DescriptionWindow))
        {
            if (before.Identity is { IsPerson: true, IsNamed: true } who && !Antecedents.SharesClause(draft, before) && !(Antecedents.IsSubject(before) && Antecedents.IsUnder(draft, before)) && (who.Gender is null || draft.Role!.Gender is null || who.Gender == draft.Role.Gender)
                && (draft.Role.IsLeader ? who.IsLeader : CanBe(who, draft.Role)))
            {
                var weight = Math.Min(who.Mentions, MostMentions) + (who.SectorOn(published) == draft.Role.Sector ? 1 : 0) + (Antecedents.IsSubject(before) ? 1 : 0) - (draft.Role.IsLeader || who.SectorOn(published) is not ("GOV" or "LEG" or "JUD") ? 0 : 2) - (draft.Role.IsLeader && who.SectorOn(published) == "ELI" ? 2 : 0) - Math.Min(DescriptionWindow, draft.Sentence.Index - before.Sentence.Index);   // those in office are called by it
                (best, most) = weight > most ? (who, weight) : (best, most);
            }
        }

        return best;
    }

    // Who is in office is not called by another trade.
    private bool CanBe(Identity who, Role role) => !who.IsInternational && who.SectorOn(published) is not ("GOV" or "LEG" or "JUD") || role.Sector is "GOV" or "CVL" or "PTY";
}
