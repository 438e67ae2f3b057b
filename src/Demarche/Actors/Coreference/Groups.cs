using System.Collections.Immutable;
using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language.Clauses;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Finds whom "the two leaders", "both sides" and "the leaders" mean.</summary>
internal sealed class Groups(ActorTables tables, Determiners determiners, StateDescriptions states, Antecedents antecedents, Identities identities, ReportSubject subject, LocalDate? published)
{
    private const int MostSides = 3;
    private const int NamingWindow = 24;   // sentences: who talks or fights is named at the start, and "the sides" all along

    /// <summary>Those that "the two leaders" or "both sides" mean; empty where the noun has no number or they are not found.</summary>
    public ImmutableArray<Identity> Of(Draft draft)
    {
        if (Leaders(draft) is { IsEmpty: false } leaders)
        {
            return leaders;
        }

        if (states.Several(draft) is { Length: > 1 } several)
        {
            return several;
        }

        var number = determiners.NumberOf(draft);
        Identity? onlooker = null;
        if (AreDisputants(draft, number))
        {
            onlooker = number == 0 ? antecedents.Before(draft, 0).Where(b => ClauseRoles.IsSubject(b) && ClauseRoles.IsUnder(draft, b) && b.Identity!.SectorOn(published) is null or "GOV" or "MIL" or "ELI").Select(Side).FirstOrDefault() : null;
            if (AtHome(draft) is { IsEmpty: false } atHome)
            {
                return atHome;
            }

            number = 2;
        }

        if (number < 2 || draft.Attached.Exists(a => a.Kind == DraftKind.Name && a.Link != HostLink.In) || draft.Host is { Role: { Kind: RoleKind.Person, IsLeader: false } } && draft.Role!.Sector is not null)   // "lawmakers of both parties"
        {
            return [];
        }

        var role = draft.Role!;
        var found = new List<Identity>();
        if (role.Kind == RoleKind.Person && !tables.Roles.Words.Sides.Contains(role.Words))
        {
            Weigh(draft, number, found, d => d.Identity is { IsPerson: true, IsNamed: true } who && (who.IsLeader ? !IsOffice(role) : !role.IsLeader && !IsOffice(role) || who.SectorOn(published) == "GOV") && (who.Gender is null || role.Gender is null || who.Gender == role.Gender)
                && (role.Sector != "PTY" || who.SectorOn(published) is "PTY" or "LEG" or "OPP") ? who : null, role.IsLeader, ofSides: false);   // "both candidates" are no economists
        }

        if (found.Count < number && (role.Kind != RoleKind.Person || role.IsLeader || IsOffice(role) || tables.Roles.Words.Sides.Contains(role.Words)))
        {
            Weigh(draft, number, found, d => (IsOffice(role) ? identities.OfState(d.Identity!.CodeOn(published)) : Side(d)) is { } side && side != onlooker ? side : null, ofStates: false, ofSides: true);   // "he hoped the parties would talk" says a third
            for (var i = 0; i < found.Count && role.Kind == RoleKind.Person && (role is { IsLeader: true, Sector: not null } || IsOffice(role)); i++)
            {
                found[i] = identities.Officer(found[i], role);   // "both presidents" of two states
            }

            if (found.Find(f => f.IsState) is { } state && found.Exists(f => !f.IsState && f.CodeOn(published) == state.Codes[0]) && identities.LastIn("government", state.Codes[0]) is { } government)
            {
                found[found.IndexOf(state)] = government;   // a state at war with its own rebels is the government
            }
        }

        return found.Count == number ? [.. found.OrderBy(f => f.Order)] : [];
    }

    // "The two foreign ministers" are no presidents, and those of the two states where they are not named.
    private static bool IsOffice(Role role) => role is { Kind: RoleKind.Person, Sector: "GOV", IsOpen: false, IsSame: false, IsLeader: false, PrivateSector: null };

    // "The parties agreed", "both sides": of a conflict or of talks, not the parties of an election.
    private bool AreDisputants(Draft draft, int number) => draft.IsPlural && draft.Attached.Count == 0 && number is 0 or 2 && (number == 2 || determiners.IsDefinite(draft)) && tables.Roles.Words.Disputants.Contains(draft.Role!.Words)
        && (draft.Role.Sector is not "PTY" || !identities.HasSector("PTY"));

    // Within a state the sides are its government and those who oppose it: "the bishop mediates between the two sides".
    private ImmutableArray<Identity> AtHome(Draft draft) =>
        (subject.Topic ?? subject.Foremost.FirstOrDefault()) is { } home && antecedents.Before(draft).FirstOrDefault(b => b.Use == MentionUse.Actor && IsBand(b.Identity!, home))?.Identity is { } band
            ? [.. new[] { GovernmentOf(home), band }.OrderBy(i => i.Order)] : [];

    private Identity GovernmentOf(string state) => identities.LastIn("government", state) ?? (identities.OfState(state) is { Mentions: > 0 } named ? named : identities.Common("government", [state], ["GOV"], null, plural: false));

    private bool IsBand(Identity who, string home) => who is { IsPerson: false } && (who.Entry is not null || who.IsPlural) && (who.SectorOn(published) == "OPP" || IsArmed(who)) && who.CodeOn(published) == home;

    private bool IsArmed(Identity who) => who.SectorOn(published) == "REB" || who.Entry is not null && who.SectorOn(published) == "PRM";

    // "The leaders" without a number: the two that the report has named, where it has named two.
    private ImmutableArray<Identity> Leaders(Draft draft)
    {
        if (draft.Role is not { Kind: RoleKind.Person, IsLeader: true } || !draft.IsPlural || draft.Attached.Count > 0 || !determiners.IsDefinite(draft) || determiners.NumberOf(draft) > 0)
        {
            return [];
        }

        var found = antecedents.Before(draft).Select(b => b.Identity!).Where(i => i is { IsPerson: true, IsNamed: true, IsLeader: true } && i.CodeOn(published) is not null).Distinct().ToList();
        return found.Count == 2 && found[0].CodeOn(published) != found[1].CodeOn(published) ? [.. found.OrderBy(f => f.Order)] : [];
    }

    // An armed group, or the rebels of a state, is a side of its own; all others stand for their state.
    private Identity? Side(Draft draft) =>
        draft.Identity is { IsPerson: false } who && IsArmed(who) && (who.Entry is not null || who is { IsPlural: true, IsGuessed: false } && who.CodeOn(published) is not null) ? who : identities.OfState(draft.Identity!.CodeOn(published));

    // The sides are those named side by side, else those that the report is about: named often, of late, or at its start.
    private void Weigh(Draft draft, int number, List<Identity> found, Func<Draft, Identity?> who, bool ofStates, bool ofSides)
    {
        found.Clear();
        var doer = antecedents.Before(draft, 0).Where(b => ClauseRoles.IsSubject(b) && b.HeadToken is not ({ Relation: "nsubj:pass" } or { PennTag: "WDT" }) && ClauseRoles.IsOfClause(draft, b) && b.Identity!.SectorOn(published) is null or "GOV" or "MIL" or "REB").Select(who).FirstOrDefault();
        var weights = new Dictionary<Identity, double>();
        foreach (var before in antecedents.Before(draft))
        {
            if (number == 2 && IsVisited(before) && draft.Sentence.Index - before.Sentence.Index <= 1 && who(before) is { } host && DoerOf(draft, before) is { } guest && who(guest) is { } visitor && visitor != host)
            {
                found.AddRange([visitor, host]);   // "a delegation travelled to Addis Ababa, but the two sides …"
                return;
            }

            if (before.Use == MentionUse.Place || who(before) is not { } one || one == doer || ClauseRoles.SharesClause(draft, before) || IsHelper(before))
            {
                continue;
            }

            if (before.HeadToken.Relation == "conj" && ClauseRoles.IsPair(before) && ClauseRoles.Coordinated(before, antecedents.Before(draft)).Select(who).Distinct().ToList() is { } pair && pair.Count == number && !pair.Contains(null) && !pair.Contains(doer)
                && (!ofSides || CanBeSides(draft, before, pair)))
            {
                found.AddRange(SubjectsOf(draft, before, number, who) is { Count: > 0 } doers && !doers.Contains(doer!) ? doers : pair!);
                return;
            }

            // "Turkey accused Greece. The two sides …": who does it and to whom or with whom it is done, in the sentence before.
            if (number == 2 && draft.Sentence.Index - before.Sentence.Index == 1 && (before.HeadToken.BaseRelation is "obj" or "iobj" || IsPartner(before)) && DoerOf(draft, before) is { } actor
                && actor.Use != MentionUse.Place && (who(actor) ?? (draft.Role!.Kind == RoleKind.Person && actor.Identity is { IsPerson: true, IsNamed: true } named ? named : null)) is { } first && first != one && first != doer && (!tables.Roles.Words.Sides.Contains(draft.Role!.Words) || IsForemost(first) && IsForemost(one)))
            {
                found.AddRange([first, one]);
                return;
            }

            weights[one] = weights.GetValueOrDefault(one) + (before.Sentence.Index == 0 ? 1.5 : 0) + 1.0 / (1 + draft.Sentence.Index - before.Sentence.Index);
        }

        if (ofSides && Together(draft, number, doer, who) is { } together)
        {
            found.AddRange(together);
            return;
        }

        if (number > MostSides)
        {
            return;   // "the five states" that stand nowhere side by side may be any
        }

        // Two leaders are of two states.
        foreach (var (one, _) in weights.OrderByDescending(w => w.Value).ThenBy(w => w.Key.Order))
        {
            if (found.Count < number && !(ofStates && found.Exists(f => f.CodeOn(published) == one.CodeOn(published) && f.CodeOn(published) is not null)))
            {
                found.Add(one);
            }
        }
    }

    // Those whom the report has last named together, as many as are meant: "talks between Peru and Chile", "the envoys of Peru, Chile and Cuba".
    private List<Identity>? Together(Draft draft, int number, Identity? doer, Func<Draft, Identity?> who)
    {
        foreach (var before in antecedents.Before(draft, NamingWindow))
        {
            var tie = before.HeadToken.Relation == "conj" ? ClauseReader.PrepositionOf(ClauseRoles.Conjunct(before.HeadToken)) : ClauseReader.PrepositionOf(before.HeadToken);
            var named = before is { Others.IsEmpty: false, IsPlural: true } ? before.Others.Select(o => identities.OfState(o.CodeOn(published))).Prepend(who(before))
                : before.HeadToken.Relation == "conj" && ClauseRoles.IsPair(before) && tie is not "by" ? ClauseRoles.Coordinated(before, antecedents.Before(draft, NamingWindow)).Select(who)
                : [];
            if (named.Distinct().ToList() is { } all && all.Count == number && !all.Contains(null) && !all.Contains(doer)
                && (tie is "between" || CanBeSides(draft, before, all)))
            {
                return [.. all.OfType<Identity>()];
            }
        }

        return null;
    }

    // Those named together are the sides where that was just now, where they did something, or where the report is about them.
    private bool CanBeSides(Draft draft, Draft before, List<Identity?> named) =>
        draft.Sentence.Index - before.Sentence.Index <= 1 || ClauseRoles.IsSubject(before) || named.TrueForAll(one => IsForemost(one!));

    // "Peru and Chile signed a pact brokered by Norway and Qatar": of two pairs of a sentence, those who act.
    private List<Identity> SubjectsOf(Draft draft, Draft before, int number, Func<Draft, Identity?> who)
    {
        if (ClauseRoles.IsSubject(before))
        {
            return [];
        }

        var among = antecedents.Before(draft);
        var conjunct = among.FirstOrDefault(b => b.Sentence == before.Sentence && b.HeadToken.Relation == "conj" && ClauseRoles.IsSubject(b) && ClauseRoles.IsPair(b));
        var doers = conjunct is null ? [] : ClauseRoles.Coordinated(conjunct, among).Select(who).OfType<Identity>().Distinct().ToList();
        return doers.Count == number ? doers : [];
    }

    // "Peru, backed by Chile and Bolivia, refused": who only stands by another is no side.
    private static bool IsHelper(Draft other) =>
        ClauseRoles.Conjunct(other.HeadToken) is { Relation: "obl" or "obl:agent", Head: { Relation: "acl", PennTag: "VBN" } } helper && ClauseReader.PrepositionOf(helper) == "by";

    private static bool IsVisited(Draft place) => place.Use == MentionUse.Place && place.HeadToken.BaseRelation is "obl" && ClauseReader.PrepositionOf(place.HeadToken) == "to";

    // Whose state is among those that the report names most; "praised Iran for its help" sets no two sides.
    private bool IsForemost(Identity who) => who.CodeOn(published) is not { } code || !subject.IsState(code) || subject.Foremost.Take(MostSides).Contains(code);

    private static bool IsPartner(Draft other) => other.Others.IsEmpty && other.HeadToken.BaseRelation is "obl" && ClauseReader.PrepositionOf(other.HeadToken) == "with";

    // Who does what the verb of these words says.
    private Draft? DoerOf(Draft draft, Draft done) =>
        done.HeadToken.Head is not { } act ? null
            : antecedents.Before(draft).FirstOrDefault(b => b.Sentence == done.Sentence && b.HeadToken is { Relation: "nsubj", Head: { } by } && by == act);
}
