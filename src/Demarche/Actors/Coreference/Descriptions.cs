using System.Collections.Immutable;
using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Finds whom "the president", "the country" or "both sides" mean.</summary>
internal sealed class Descriptions(ActorTables tables, Antecedents antecedents, Identities identities, ReportSubject subject, LocalDate? published)
{
    private const int StateWindow = 2;         // sentences
    private const int GroupWindow = 8;         // for words that only few states fit
    private const int DescriptionWindow = 3;
    private const int MostMentions = 4;        // beyond which another naming says no more

    /// <summary>Whether "a" or nothing but a number stands before the noun: nobody in particular.</summary>
    public bool IsIndefinite(Draft draft)
    {
        foreach (var child in draft.HeadToken.Children)
        {
            if (child.BaseRelation is "det" or "nummod")
            {
                return !tables.Roles.Definite.Contains(child.Form);
            }
        }

        return false;
    }

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

            return IsDefinite(draft) && !draft.IsPlural && facts.Codes.IsEmpty && State(draft) is { } state ? (state, $"stands for {state.Name}, named before") : null;
        }

        if (tables.Roles.Sides.Contains(role.Words) && !draft.IsPlural && IsDefinite(draft) && draft.Attached.Count == 0 && Counterpart(draft) is { } neighbour)
        {
            return (neighbour, $"stands for {neighbour.Name}, named before");   // "Pakistan tested a bomb after the neighbour"
        }

        var singular = role.Kind != RoleKind.Person || !draft.IsPlural;
        if (draft.IsFormer && !draft.IsPlural && !IsIndefinite(draft) && Former(draft, facts) is { } former)
        {
            return (former, $"{former.Name}, named before, was {role.Words}");
        }

        if (draft.IsFormer || !singular && !IsDefinite(draft))
        {
            return null;
        }

        if (!facts.Codes.IsEmpty)
        {
            var holder = facts is { IsOfState: true, Codes.Length: 1 } && role.Kind == RoleKind.Person && !draft.IsPlural && !IsIndefinite(draft) ? identities.LastIn(role.Words, facts.Codes[0]) : null;
            if (role.Kind == RoleKind.Person && draft.IsPlural && IsDefinite(draft) && identities.LastIn(role.Words, facts.Codes[0]) is { IsPerson: false, Entry: not null } band)
            {
                return (band, $"{band.Name}, named before");   // "the Somali militants" after the name of the group
            }

            holder ??= Leader(draft, facts) ?? Firm(draft, facts);
            return holder is { IsPlural: false, IsIndefinite: false } ? (holder, $"{holder.Name}, named before as {role.Words}") : null;
        }

        if (!IsDefinite(draft))
        {
            return null;
        }

        if (role.IsDescription && Described(draft) is { } person)
        {
            return (person, $"{person.Name}, named before, is \"{role.Words}\"");
        }

        var last = identities.LastIn(role.Words, null);
        if ((last is null || draft.IsPlural && !last.IsPlural) && (draft.IsPlural ? role.Kind == RoleKind.Person : role.Kind == RoleKind.Institution && role.Sector == "LEG" && !role.Words.Contains(' ', StringComparison.Ordinal))
            && identities.LastBody(role.Sector) is { } body)
        {
            return (body, $"those of {body.Name}, named before");   // "the judges" after "a court", "the legislature" after "the National Assembly"
        }

        last ??= role.IsSame ? identities.LastIn("#" + role.Group, null) : null;
        last ??= draft.IsPlural && role is { Kind: RoleKind.Person or RoleKind.Group, IsMachine: false, Sector: { } trade } && tables.Roles.Trades.Contains(trade) ? identities.LastIn("#" + trade, null) : null;   // "the workers" after "miners"
        return last is not null && (last.IsPlural || last.Entry is not null && !last.IsPerson || !draft.IsPlural) && (!last.IsPlural || draft.IsPlural || role.Kind != RoleKind.Person) ? (last, $"{last.Name}, named before as {role.Words}") : null;
    }

    // "The former president": the one named last who has left that office.
    private Identity? Former(Draft draft, Facts facts)
    {
        foreach (var before in antecedents.Before(draft))
        {
            if (before.Identity is { IsPerson: true, IsNamed: true } who && who.SectorOn(published) == "ELI" && !Antecedents.SharesClause(draft, before) && (facts.Codes.IsEmpty || who.CodeOn(published) == facts.Codes[0])
                && who.Held(draft.Role!.Words))
            {
                return who;
            }
        }

        return null;
    }

    // "The Wagner chief", "the Russian leader": the one person named with that code and sector.
    private Identity? Leader(Draft draft, Facts facts)
    {
        if (draft.Role is not { Kind: RoleKind.Person, IsLeader: true, IsOpen: true } || draft.IsPlural || IsIndefinite(draft))
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
        draft.Role!.Kind == RoleKind.Institution && facts.IsOfState && IsDefinite(draft) && identities.LastIn(draft.Role.Words, null) is { Entry: not null } firm && firm.CodeOn(published) is { } code && tables.Codes.IsInternational(code) ? firm : null;

    // "The tycoon": of those of whom the words can be said, the one named most and of late.
    private Identity? Described(Draft draft)
    {
        if (draft.IsPlural || draft.Attached.Count > 0 || draft.HeadToken.Child("acl:relcl") is not null)
        {
            return null;   // "the man who …" is told by the clause
        }

        Identity? best = null;
        var most = double.MinValue;
        foreach (var before in antecedents.Before(draft, DescriptionWindow))
        {
            if (before.Identity is { IsPerson: true, IsNamed: true } who && !Antecedents.SharesClause(draft, before) && !(Antecedents.IsSubject(before) && Antecedents.IsUnder(draft, before)) && (who.Gender is null || draft.Role!.Gender is null || who.Gender == draft.Role.Gender)
                && (draft.Role!.IsLeader ? who.IsLeader : CanBe(who, draft.Role)))
            {
                var weight = Math.Min(who.Mentions, MostMentions) + (who.SectorOn(published) == draft.Role!.Sector ? 1 : 0) + (Antecedents.IsSubject(before) ? 1 : 0) - (draft.Role.IsLeader || who.SectorOn(published) is not ("GOV" or "LEG" or "JUD") ? 0 : 2) - (draft.Sentence.Index - before.Sentence.Index);   // those in office are called by it
                (best, most) = weight > most ? (who, weight) : (best, most);
            }
        }

        return best;
    }

    // Who is in office is not called by another trade.
    private bool CanBe(Identity who, Role role) => who.SectorOn(published) is not ("GOV" or "LEG" or "JUD") || role.Sector is "GOV" or "CVL" or "PTY";

    /// <summary>Those that "the two leaders" or "both sides" mean; empty where the noun has no number or they are not found.</summary>
    public ImmutableArray<Identity> Group(Draft draft)
    {
        if (Leaders(draft) is { IsEmpty: false } leaders)
        {
            return leaders;
        }

        var number = NumberOf(draft);
        if (number < 2 || draft.Attached.Exists(a => a.Kind == DraftKind.Name))
        {
            return [];
        }

        var role = draft.Role!;
        var found = new List<Identity>();
        if (role.Kind == RoleKind.Person && !tables.Roles.Sides.Contains(role.Words))
        {
            Weigh(draft, number, found, d => d.Identity is { IsPerson: true, IsNamed: true } who && (who.IsLeader || !role.IsLeader || who.SectorOn(published) == "GOV") && (who.Gender is null || role.Gender is null || who.Gender == role.Gender) ? who : null, role.IsLeader);
        }

        if (found.Count < number && (role.Kind != RoleKind.Person || role.IsLeader || tables.Roles.Sides.Contains(role.Words)))
        {
            Weigh(draft, number, found, Side, ofStates: false);
            for (var i = 0; i < found.Count && role is { Kind: RoleKind.Person, IsLeader: true, Sector: not null }; i++)
            {
                found[i] = identities.Officer(found[i], role);   // "both presidents" of two states
            }
        }

        return found.Count == number ? [.. found.OrderBy(f => f.Order)] : [];
    }

    // "The leaders" without a number: the two that the report has named, where it has named two.
    private ImmutableArray<Identity> Leaders(Draft draft)
    {
        if (draft.Role is not { Kind: RoleKind.Person, IsLeader: true } || !draft.IsPlural || draft.Attached.Count > 0 || !IsDefinite(draft) || NumberOf(draft) > 0)
        {
            return [];
        }

        var found = antecedents.Before(draft).Select(b => b.Identity!).Where(i => i is { IsPerson: true, IsNamed: true, IsLeader: true } && i.CodeOn(published) is not null).Distinct().ToList();
        return found.Count == 2 && found[0].CodeOn(published) != found[1].CodeOn(published) ? [.. found.OrderBy(f => f.Order)] : [];
    }

    // A rebel group is a side of its own; all others stand for their state.
    private Identity? Side(Draft draft) =>
        draft.Identity is { IsPerson: false } who && who.SectorOn(published) == "REB" && who.Entry is not null ? who : identities.OfState(draft.Identity!.CodeOn(published));

    // The sides are those named side by side, else those that the report is about: named often, of late, or at its start.
    private void Weigh(Draft draft, int number, List<Identity> found, Func<Draft, Identity?> who, bool ofStates)
    {
        found.Clear();
        var doer = antecedents.Before(draft, 0).Where(b => Antecedents.IsSubject(b) && Antecedents.IsOfClause(draft, b) && b.Identity!.SectorOn(published) is null or "GOV" or "MIL" or "REB").Select(who).FirstOrDefault();
        var weights = new Dictionary<Identity, double>();
        foreach (var before in antecedents.Before(draft))
        {
            if (before.Use == MentionUse.Place || who(before) is not { } one || one == doer || Antecedents.SharesClause(draft, before))
            {
                continue;
            }

            if (before.HeadToken.Relation == "conj" && Antecedents.IsPair(before) && Antecedents.Coordinated(before, antecedents.Before(draft)).Select(who).OfType<Identity>().Distinct().ToList() is { } pair && pair.Count == number && !pair.Contains(doer!))
            {
                found.AddRange(pair);
                return;
            }

            // "Turkey accused Greece. The two sides …": who does it and to whom it is done, in the sentence before.
            if (number == 2 && draft.Sentence.Index - before.Sentence.Index == 1 && before.HeadToken is { BaseRelation: "obj", Head: { } act }
                && antecedents.Before(draft).FirstOrDefault(b => b.Sentence == before.Sentence && b.HeadToken is { Relation: "nsubj", Head: { } by } && by == act) is { } actor
                && actor.Use != MentionUse.Place && who(actor) is { } first && first != one && first != doer)
            {
                found.AddRange([first, one]);
                return;
            }

            weights[one] = weights.GetValueOrDefault(one) + (before.Sentence.Index == 0 ? 1.5 : 0) + 1.0 / (1 + draft.Sentence.Index - before.Sentence.Index);
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

    // The state that the report is about or that is named last, or that of the actor named last in the sentence: "Kim ended a moratorium on the country's tests".
    private Identity? State(Draft draft)
    {
        Identity? doer = null;
        Identity? nearest = null;
        Identity? self = null;
        Identity? topic = null;
        var among = StatesOfWords(draft);
        foreach (var before in antecedents.Before(draft, among is null ? StateWindow : GroupWindow))
        {
            if (identities.OfState(before.Identity!.CodeOn(published)) is not { } state || before.Reading is { Form: NameForm.Adjective } && among is null || before.Kind == DraftKind.Common || before.Identity.IsGuessed || among?.Contains(state.Codes[0]) == false)
            {
                continue;
            }

            if (Antecedents.IsSubject(before) && Antecedents.SharesClause(draft, before))
            {
                self = state;   // "which withdrew its troops from the country": not its own
            }

            if (state == self)
            {
                continue;
            }

            if (among is not null)
            {
                nearest = nearest is null || subject.ShareOf(state.Codes[0]) > subject.ShareOf(nearest.Codes[0]) ? state : nearest;   // of the few that fit the one named most
                continue;
            }

            if (before.Sentence == draft.Sentence && (subject.Topic is null || state.Codes[0] == subject.Topic || Antecedents.IsSubject(before)))
            {
                return state;
            }

            topic ??= state.Codes[0] == subject.Topic ? state : null;
            nearest ??= state;
            doer ??= Antecedents.IsSubject(before) ? state : null;
        }

        return topic ?? doer ?? nearest;
    }

    /// <summary>The state that "the island" means; null for other words, and where the report names none that it can mean.</summary>
    public Identity? Island(Draft draft) => draft.Role is { Kind: RoleKind.Holding } role && tables.Roles.StateWords.ContainsKey(role.Words) && !draft.IsPlural && draft.Attached.Count == 0 && IsDefinite(draft) ? State(draft) : null;

    // The states that the words before a noun, or the noun itself, can mean: "the Gulf kingdom", "the West African nation"; null where they tell none.
    private ImmutableHashSet<string>? StatesOfWords(Draft draft)
    {
        var among = tables.Roles.StateWords.GetValueOrDefault(draft.Role!.Words);
        for (var i = draft.CoreFirst - 1; i >= 0 && draft.Sentence[i].Tag is Upos.ADJ or Upos.PROPN or Upos.NOUN; i--)
        {
            var word = draft.Sentence[i].Form;
            var region = (i > 0 ? tables.Roles.StateWords.GetValueOrDefault(draft.Sentence[i - 1].Form + " " + word) : null) ?? tables.Roles.StateWords.GetValueOrDefault(word);
            among = region is null ? among : among?.Intersect(region) ?? region;
        }

        return among;
    }

    // "The ayatollah swore that the enemy would pay": of the two states that the report names most, the one that does not speak or act.
    private Identity? Counterpart(Draft draft)
    {
        var own = antecedents.Before(draft, 0).FirstOrDefault(b => Antecedents.IsSubject(b) && Antecedents.IsUnder(draft, b))?.Identity!.CodeOn(published);
        if (subject.Foremost.Length < 2)
        {
            return null;
        }

        var (first, second) = (subject.Foremost[0], subject.Foremost[1]);
        return own is null ? antecedents.Before(draft, 1).Select(b => b.Identity!.CodeOn(published)).FirstOrDefault(c => c == first || c == second) is { } last ? identities.OfState(last == first ? second : first) : null
            : identities.OfState(own == first ? second : first);
    }

    private bool IsDefinite(Draft draft)
    {
        foreach (var child in draft.HeadToken.Children)
        {
            if (child.BaseRelation is "det")
            {
                return tables.Roles.Definite.Contains(child.Form);
            }
        }

        return draft.CoreFirst > 0 && draft.Sentence[draft.CoreFirst - 1] is { BaseRelation: "det" } before && tables.Roles.Definite.Contains(before.Form);   // hung elsewhere by the parse
    }

    private int NumberOf(Draft draft)
    {
        if (tables.Roles.Numbers.TryGetValue(draft.HeadToken.Form, out var alone))
        {
            return alone;
        }

        var number = 0;
        var definite = false;
        foreach (var child in draft.HeadToken.Children)
        {
            if (child.BaseRelation is "nummod" or "det" && tables.Roles.Numbers.TryGetValue(child.Form, out var count))
            {
                number = count;
                definite |= child.Form.Equals("both", StringComparison.OrdinalIgnoreCase);
            }

            definite |= child.BaseRelation is "det" && tables.Roles.Definite.Contains(child.Form);
        }

        return definite && draft.IsPlural ? number : 0;
    }
}
