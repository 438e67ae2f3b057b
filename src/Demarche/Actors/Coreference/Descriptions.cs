using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Finds whom "the president", "the company" or "the tycoon" means.</summary>
internal sealed class Descriptions(ActorTables tables, Determiners determiners, StateDescriptions states, PersonDescriptions people, CrowdDescriptions crowds, Antecedents antecedents, Identities identities, LocalDate? published)
{
    private const int VoiceWindow = 2;         // sentences

    /// <summary>The identity that a noun without a number means, and why; null where it is a new one.</summary>
    public (Identity Identity, string Reason)? Find(Draft draft, Facts facts)
    {
        var role = draft.Role!;
        if (role.Kind == RoleKind.State)
        {
            return OfState(draft, facts);
        }

        if (states.OtherSide(draft) is { } neighbour)
        {
            return (neighbour, $"stands for {neighbour.Name}, named before");   // "Pakistan tested a bomb after the neighbour", "its neighbour"
        }

        if (tables.Roles.Words.Companions.Contains(role.Words) && !draft.IsPlural && people.Companion(draft) is { } companion)
        {
            return (companion, $"{companion.Name}, named before, is the other one");
        }

        if (draft.IsFormer && !draft.IsPlural && !determiners.IsIndefinite(draft) && people.Former(draft, facts) is { } former)
        {
            return (former, $"{former.Name}, named before, was {role.Words}");
        }

        if (OfPolice(draft, facts) is { } force)
        {
            return (force, $"those of {force.Name}, named before");
        }

        var areSome = role.Kind == RoleKind.Person && draft.IsPlural;
        if (draft.IsFormer || areSome && !determiners.IsDefinite(draft))
        {
            return null;
        }

        if (Seated(draft, facts) is { } seated)
        {
            return (seated, $"{seated.Name}, named before as {role.Words}");
        }

        return !facts.Codes.IsEmpty ? OfCode(draft, facts) : determiners.IsDefinite(draft) ? OfReport(draft) : OfOrgan(draft);
    }

    // "Administration officials" after the Bush administration.
    private (Identity Identity, string Reason)? OfOrgan(Draft draft) =>
        draft is { Role: { Kind: RoleKind.Institution, Sector: "GOV" } role, HeadToken.BaseRelation: "compound" } && identities.LastIn(role.Words, null) is { IsPerson: false, Entry.Kind: NameKind.Seat } organ ? (organ, $"{organ.Name}, named before") : null;

    private (Identity Identity, string Reason)? OfState(Draft draft, Facts facts)
    {
        if (!draft.IsPlural && facts.Codes.Length == 1 && draft.Attached.Exists(a => a.Link == HostLink.Possessive) && identities.OfState(facts.Codes[0]) is { } own)
        {
            return (own, "his or her state");
        }

        return determiners.IsDefinite(draft) && !draft.IsPlural && facts.Codes.IsEmpty && states.State(draft) is { } state ? (state, $"stands for {state.Name}, named before") : null;
    }

    // "His officers" of a police minister.
    private Identity? OfPolice(Draft draft, Facts facts)
    {
        var areOfficers = draft.IsPlural && draft.Role is { Kind: RoleKind.Person, IsOpen: true, Sector: "MIL" };
        var areNamed = determiners.IsDefinite(draft) || draft.Attached.Exists(a => a.Link == HostLink.Possessive);
        return areOfficers && areNamed && identities.PoliceCameLast && identities.LastBody("COP") is { } force && (facts.Codes.IsEmpty || force.CodeOn(published) == facts.Codes[0]) ? force : null;
    }

    // "A spokesman for the fund in Washington": the place says where it sits.
    private Identity? Seated(Draft draft, Facts facts) => facts.IsByPlace && !draft.IsPlural && draft.Role!.Kind is RoleKind.Institution or RoleKind.Group && determiners.IsDefinite(draft)
        && identities.LastIn(draft.Role.Words, null) is { IsPerson: false, Entry: not null } seated ? seated : null;

    // Whom a noun means of which the words tell a state or body: "the Somali militants", "the Wagner chief", "the Chinese company".
    private (Identity Identity, string Reason)? OfCode(Draft draft, Facts facts)
    {
        var role = draft.Role!;
        if (role.Kind == RoleKind.Person && draft.IsPlural && determiners.IsDefinite(draft) && identities.LastIn(role.Words, facts.Codes[0]) is { IsPerson: false, Entry: not null } band)
        {
            return (band, $"{band.Name}, named before");
        }

        var holder = Holder(draft, facts) ?? people.Leader(draft, facts) ?? Firm(draft, facts) ?? Band(draft, facts);
        return holder is { IsPlural: false, IsIndefinite: false } ? (holder, $"{holder.Name}, named before as {role.Words}") : null;
    }

    private Identity? Holder(Draft draft, Facts facts)
    {
        var role = draft.Role!;
        return facts is { Codes: [var state] } && (facts.IsOfState || role.Code == state) && role.Kind == RoleKind.Person && !draft.IsPlural && !determiners.IsIndefinite(draft)
            ? identities.LastIn(role.Words, state) ?? (role.IsSame ? identities.LastIn("#" + role.Group, state) : null) : null;
    }

    // "The Chinese company" after Huawei, which works across borders.
    private Identity? Firm(Draft draft, Facts facts) =>
        draft.Role!.Kind == RoleKind.Institution && facts.IsOfState && determiners.IsDefinite(draft) && identities.LastIn(draft.Role.Words, null) is { Entry: not null } firm && firm.CodeOn(published) is { } code && tables.Codes.IsInternational(code) ? firm : null;

    // "The Lebanese group" after Hezbollah.
    private Identity? Band(Draft draft, Facts facts) =>
        draft.Role!.Kind == RoleKind.Group && facts.IsOfState && !draft.IsPlural && determiners.IsDefinite(draft) && identities.LastIn(draft.Role.Words, facts.Codes[0]) is { IsPerson: false, Entry: not null } band ? band : null;

    // Whom a definite noun means of which the words tell no state: "the tycoon", "the men", "the judges".
    private (Identity Identity, string Reason)? OfReport(Draft draft)
    {
        var role = draft.Role!;
        if (role.IsDescription && people.Described(draft) is { } person)
        {
            return (person, $"{person.Name}, named before, is \"{role.Words}\"");
        }

        if (role is { Kind: RoleKind.Person, Sector: "GOV", IsOpen: false } && !draft.IsPlural && people.Own(draft) is { } superior)
        {
            return (superior, $"{superior.Name}, {role.Words} of the one who speaks");
        }

        if (crowds.Of(draft) is { } crowd)
        {
            return crowd;
        }

        var last = identities.LastIn(role.Words, null);
        if (draft.IsPlural && last is { Entry: not null } && draft.HeadToken.Child("acl:relcl") is not null)
        {
            return null;   // "the rebels who freed him" are those of whom the clause tells
        }

        if ((last is null || draft.IsPlural && !last.IsPlural) && CanBeOfBody(draft) && identities.LastBody(role.Sector) is { } body)
        {
            return (body, $"those of {body.Name}, named before");   // "the judges" after "a court", "the legislature" after "the National Assembly"
        }

        last ??= role.IsSame ? identities.LastIn("#" + role.Group, null) : null;
        last ??= draft.IsPlural && role is { IsSame: true, Sector: "CVL" } ? crowds.Crowd(draft) : null;
        last ??= draft.IsPlural && role is { Kind: RoleKind.Person or RoleKind.Group, IsMachine: false, Sector: { } trade } && tables.Roles.Words.Trades.Contains(trade) ? identities.LastIn("#" + trade, null) : null;   // "the workers" after "miners"
        return last is not null && AgreesInNumber(draft, last) ? (last, $"{last.Name}, named before as {role.Words}")
            : people.OfTrade(draft) is { } one ? (one, $"{one.Name}, named before, is \"{role.Words}\"") : null;
    }

    private static bool CanBeOfBody(Draft draft) => draft.IsPlural ? draft.Role!.Kind == RoleKind.Person
        : draft.Role is { Kind: RoleKind.Institution, Sector: "LEG" or "JUD" } && !draft.Role.Words.Contains(' ', StringComparison.Ordinal);

    // "The rebel" is no rebel group, "the rebels" no single rebel.
    private static bool AgreesInNumber(Draft draft, Identity last)
    {
        var isBody = last.Entry is not null && !last.IsPerson;
        return draft.IsPlural ? last.IsPlural || isBody : draft.Role!.Kind != RoleKind.Person || !last.IsPlural && !isBody;
    }

    /// <summary>"The spokesman warned …": the body, no state, that acted last in the two sentences before; null for other words, and where a state did.</summary>
    public Identity? Voice(Draft draft)
    {
        if (!tables.Roles.Words.SpeaksFor.Contains(draft.Role!.Words) || draft.IsPlural || !determiners.IsDefinite(draft))
        {
            return null;
        }

        var actor = antecedents.Before(draft, VoiceWindow).FirstOrDefault(b => b.Sentence != draft.Sentence && ClauseRoles.IsSubject(b) && b is { Kind: DraftKind.Name or DraftKind.Body, Use: MentionUse.Actor } && b.Identity is { IsPerson: false })?.Identity;
        return actor is { IsState: false } && actor.CodeOn(published) is not null ? actor : null;
    }
}
