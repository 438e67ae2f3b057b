using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Finds which people of a report "the plotters", "the men" or "the protesters" means.</summary>
internal sealed class CrowdDescriptions(ActorTables tables, Antecedents antecedents, Identities identities, LocalDate? published)
{
    private const int Window = 3;              // sentences
    private const int CrowdWindow = 2;         // sentences
    private const int MostMentions = 4;        // beyond which another naming says no more

    /// <summary>"The plotters": soldiers who rose; "the men": miners, refugees or soldiers named before; null for other words.</summary>
    public (Identity Identity, string Reason)? Of(Draft draft)
    {
        if (!draft.IsPlural || draft.Attached.Count > 0 || draft.HeadToken.Child("acl:relcl") is not null || draft.HeadToken.Child("nummod") is not null)
        {
            return null;
        }

        var role = draft.Role!;
        if (tables.Roles.Words.Plotters.Contains(role.Words) && Foremost(draft, IsForce) is { } soldiers)
        {
            return (soldiers, $"{soldiers.Name}, who rose");
        }

        return role is { Kind: RoleKind.Person, Gender: 'm' } && identities.LastIn(role.Words, null) is null && Foremost(draft, IsOfTrade) is { } men ? (men, $"{men.Name}, named before") : null;
    }

    /// <summary>"Students marched. The protesters …": the people who did something of late.</summary>
    public Identity? Crowd(Draft draft)
    {
        foreach (var before in antecedents.Before(draft, CrowdWindow))
        {
            if (before is { Kind: DraftKind.Common or DraftKind.Name } && before.Identity is { IsPlural: true } crowd && ClauseRoles.IsSubject(before) && !Speaks(before) && before.Sentence != draft.Sentence && tables.StateWeights.PeopleSectors.Contains(crowd.SectorOn(published) ?? ""))
            {
                return crowd;
            }
        }

        return null;
    }

    private bool IsForce(Draft before) => before.Identity!.SectorOn(published) == "MIL" && (before.Identity.IsPlural || !before.Identity.IsPerson);

    private bool IsOfTrade(Draft before) => before is { Kind: DraftKind.Common, Role.Kind: RoleKind.Person, Identity: { IsPlural: true } some } && some.SectorOn(published) is { } trade && (trade is "MIL" or "REB" or "PRM" || tables.StateWeights.PeopleSectors.Contains(trade));

    // Of those that fit the one named most and of late.
    private Identity? Foremost(Draft draft, Func<Draft, bool> fits)
    {
        Identity? best = null;
        var most = double.MinValue;
        foreach (var before in antecedents.Before(draft, Window))
        {
            if (fits(before) && !ClauseRoles.SharesClause(draft, before))
            {
                var weight = Math.Min(before.Identity!.Mentions, MostMentions) + (ClauseRoles.IsSubject(before) ? 1 : 0) - (draft.Sentence.Index - before.Sentence.Index);
                (best, most) = weight > most ? (before.Identity, weight) : (best, most);
            }
        }

        return best;
    }

    // "…, witnesses said": who tells of a deed is not who did it.
    private static bool Speaks(Draft subject) => ClauseRoles.Conjunct(subject.HeadToken).Head is { } verb && (verb.Child("ccomp") is not null || verb.Relation == "parataxis");
}
