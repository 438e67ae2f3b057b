using System.Collections.Immutable;
using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Finds whom "the president", "the country" or "both sides" mean.</summary>
internal sealed class Descriptions(ActorTables tables, Antecedents antecedents, Identities identities, LocalDate? published)
{
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

        var singular = role.Kind != RoleKind.Person || !draft.IsPlural;
        if (draft.IsFormer || !singular && !IsDefinite(draft))
        {
            return null;
        }

        if (!facts.Codes.IsEmpty)
        {
            var holder = facts is { IsOfState: true, Codes.Length: 1 } && role.Kind == RoleKind.Person && !draft.IsPlural && !IsIndefinite(draft) ? identities.LastIn(role.Words, facts.Codes[0]) : null;
            return holder is { IsPlural: false, IsIndefinite: false } ? (holder, $"{holder.Name}, named before as {role.Words}") : null;
        }

        if (!IsDefinite(draft))
        {
            return null;
        }

        var last = identities.LastIn(role.Words, null);
        last ??= role.IsSame ? identities.LastIn("#" + role.Group, null) : null;
        return last is not null && (last.IsPlural || last.Entry is not null && !last.IsPerson || !draft.IsPlural) && (!last.IsPlural || draft.IsPlural || role.Kind != RoleKind.Person) ? (last, $"{last.Name}, named before as {role.Words}") : null;
    }

    /// <summary>Those that "the two leaders" or "both sides" mean; empty where the noun has no number or they are not found.</summary>
    public ImmutableArray<Identity> Group(Draft draft)
    {
        var number = NumberOf(draft);
        if (number < 2 || draft.Attached.Exists(a => a.Kind == DraftKind.Name))
        {
            return [];
        }

        var role = draft.Role!;
        var found = new List<Identity>();
        if (role.Kind == RoleKind.Person)
        {
            Collect(draft, number, found, d => d.Identity is { IsPerson: true, IsNamed: true } who && (who.IsLeader || !role.IsLeader || who.SectorOn(published) == "GOV") ? who : null, i => i.CodeOn(published) ?? i.Name);
        }

        if (found.Count < number && (role.Kind != RoleKind.Person || role.IsLeader))
        {
            found.Clear();
            Collect(draft, number, found, Side, i => i.Name);
        }

        return found.Count == number ? [.. found.OrderBy(f => f.Order)] : [];
    }

    // A rebel group is a side of its own; all others stand for their state.
    private Identity? Side(Draft draft) =>
        draft.Identity is { IsPerson: false } who && who.SectorOn(published) == "REB" && who.Entry is not null ? who : identities.OfState(draft.Identity!.CodeOn(published));

    private void Collect(Draft draft, int number, List<Identity> found, Func<Draft, Identity?> who, Func<Identity, string> side)
    {
        foreach (var before in antecedents.Before(draft))
        {
            if (before.Use != MentionUse.Place && !Antecedents.SharesClause(draft, before) && who(before) is { } identity && !found.Exists(f => side(f) == side(identity)))
            {
                found.Add(identity);
                if (found.Count == number)
                {
                    return;
                }
            }
        }
    }

    // The state named last, or that of the actor named last in the sentence: "Kim ended a moratorium on the country's tests".
    private Identity? State(Draft draft)
    {
        Identity? subject = null;
        Identity? nearest = null;
        foreach (var before in antecedents.Before(draft, 2))
        {
            if (identities.OfState(before.Identity!.CodeOn(published)) is not { } state || before.Reading is { Form: NameForm.Adjective } || before.Kind == DraftKind.Common)
            {
                continue;
            }

            if (before.Sentence == draft.Sentence)
            {
                return state;
            }

            nearest ??= state;
            subject ??= Antecedents.IsSubject(before) ? state : null;
        }

        return subject ?? nearest;
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

        return false;
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
