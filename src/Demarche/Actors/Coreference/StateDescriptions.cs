using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Finds which state "the country", "the island" and "the enemy" mean.</summary>
internal sealed class StateDescriptions(ActorTables tables, Determiners determiners, Antecedents antecedents, Identities identities, ReportSubject subject, LocalDate? published)
{
    private const int Window = 2;       // sentences
    private const int FarWindow = 8;    // for words that only few states fit
    private const double Opening = 0.15; // of all namings: what a report opens with it is about

    /// <summary>The state that the report is about or that is named last, or that of the actor named last in the sentence: "Kim ended a moratorium on the country's tests".</summary>
    public Identity? State(Draft draft)
    {
        if (OfDoer(draft) is { } own)
        {
            return own;
        }

        if (tables.Roles.Words.Companions.Contains(draft.Role!.Words.Split(' ')[0]))
        {
            return identities.OfState(subject.Scene ?? subject.Dateline);   // "the host nation"
        }

        Identity? doer = null;
        Identity? nearest = null;
        Identity? self = null;
        Identity? topic = null;
        var among = StatesOfWords(draft);
        foreach (var before in antecedents.Before(draft, among is null ? Window : FarWindow))
        {
            if (identities.OfState(before.Identity!.CodeOn(published)) is not { } state || before.Reading is { Form: NameForm.Adjective } && among is null || before.Kind == DraftKind.Common || before.Identity.IsGuessed || among?.Contains(state.Codes[0]) == false)
            {
                continue;
            }

            if (ClauseRoles.IsSubject(before) && ClauseRoles.SharesClause(draft, before) && before.Identity.SectorOn(published) is null or "GOV" or "MIL")
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

            if (before.Sentence == draft.Sentence && (subject.Topic is null || state.Codes[0] == subject.Topic || ClauseRoles.IsSubject(before)))
            {
                return state;
            }

            topic ??= state.Codes[0] == subject.Topic ? state : null;
            nearest ??= state;
            doer ??= ClauseRoles.IsSubject(before) ? state : null;
        }

        return topic ?? doer ?? nearest ?? (among is null && subject.Topic != self?.Codes[0] ? identities.OfState(subject.Topic) : null);
    }

    // "The president told the nation", "Assad left the country": his own.
    private Identity? OfDoer(Draft draft)
    {
        if (draft.HeadToken is not { BaseRelation: "obj" or "iobj", Head: { } act } || !tables.Roles.Words.Addressing.Contains(act.Lemma) && !tables.Roles.Words.Leaving.Contains(act.Lemma))
        {
            return null;
        }

        var doer = antecedents.Before(draft, 0).FirstOrDefault(b => ClauseRoles.IsSubject(b) && ClauseRoles.SharesClause(draft, b));
        return doer is { Identity: { IsPerson: true } person } ? identities.OfState(person.CodeOn(published)) : null;
    }

    /// <summary>The state that "the island" means; null for other words, and where the report names none that it can mean.</summary>
    public Identity? Island(Draft draft) => draft.Role is { Kind: RoleKind.Holding } role && tables.Roles.Words.StateWords.ContainsKey(role.Words) && !draft.IsPlural && draft.Attached.Count == 0 && determiners.IsDefinite(draft) ? State(draft) : null;

    /// <summary>The states that "the Gulf states" means: those of them that the report has named; empty for other words.</summary>
    public ImmutableArray<Identity> Several(Draft draft) => draft is { Role.Kind: RoleKind.State, IsPlural: true } && determiners.IsDefinite(draft) && StatesOfWords(draft) is { } among
        ? [.. antecedents.Before(draft, FarWindow).Where(b => b.IsState && among.Contains(b.Identity!.CodeOn(published) ?? "")).Select(b => identities.OfState(b.Identity!.CodeOn(published))).OfType<Identity>().Distinct().OrderBy(i => i.Order)] : [];

    // The states that the words before a noun, or the noun itself, can mean: "the Gulf kingdom", "the West African nation"; null where they tell none.
    private ImmutableHashSet<string>? StatesOfWords(Draft draft)
    {
        var among = tables.Roles.Words.StateWords.GetValueOrDefault(draft.Role!.Words);
        for (var i = draft.CoreFirst - 1; i >= 0 && draft.Sentence[i].Tag is Upos.ADJ or Upos.PROPN or Upos.NOUN; i--)
        {
            var word = draft.Sentence[i].Form;
            var region = (i > 0 ? tables.Roles.Words.StateWords.GetValueOrDefault(draft.Sentence[i - 1].Form + " " + word) : null) ?? tables.Roles.Words.StateWords.GetValueOrDefault(word);
            among = region is null ? among : among?.Intersect(region) ?? region;
        }

        return among;
    }

    /// <summary>The state that "the neighbour", "the enemy" or "its ally" means; null for other words.</summary>
    public Identity? OtherSide(Draft draft)
    {
        var words = draft.Role!.Words;
        return draft.IsPlural ? null : tables.Roles.Words.Sides.Contains(words) ? Counterpart(draft) : tables.Roles.Words.Allies.Contains(words) ? Ally(draft) : null;
    }

    // "Turkey promised to stand by its ally": of its allies the one that the report names most; else the state that the report is about, or, of the two that it names most, the one whose ally it is.
    private Identity? Ally(Draft draft)
    {
        if (draft.Attached is not [{ Link: HostLink.Possessive, Identity: { } self }] || self.CodeOn(published) is not { } mine || !subject.IsState(mine))
        {
            return null;
        }

        if (Foremost(tables.Roles.Words.Alliances, mine) is { } friend)
        {
            return self.IsPerson && antecedents.Before(draft, FarWindow).FirstOrDefault(b => b.Identity is { IsPerson: true, IsNamed: true, IsLeader: true } leader && leader.CodeOn(published) == friend)?.Identity is { } leader ? leader : identities.OfState(friend);
        }

        return self.IsPerson ? null : identities.OfState(subject.Topic is { } topic && topic != mine ? topic
            : subject.Foremost is not [var one, var two, ..] ? null : one == mine ? two : two == mine ? one : null);
    }

    // Of the states that are tied to one, that which the report names most, and first.
    private string? Foremost(FrozenDictionary<string, IReadOnlyList<string>> ties, string state) =>
        ties.TryGetValue(state, out var tied) ? tied.Where(t => subject.ShareOf(t) > 0).MaxBy(t => subject.ShareOf(t) + (t == subject.First ? Opening : 0)) : null;

    // "The ayatollah swore that the enemy would pay", "its neighbour": of the two states that the report names most, the one that does not speak or act, or whose neighbour it is not.
    private Identity? Counterpart(Draft draft)
    {
        if (draft.Attached is [{ Link: HostLink.Possessive, Identity: { IsPerson: false } self }])
        {
            if (tables.Roles.Words.Bordering.Contains(draft.Role!.Words) && self.CodeOn(published) is { } home && Foremost(tables.Roles.Words.Borders, home) is { } next)
            {
                return identities.OfState(next);
            }

            return self.CodeOn(published) is { } mine && subject.Foremost is [var one, var two, ..] ? identities.OfState(mine == one ? two : one) : null;
        }

        if (draft.Attached.Count > 0 || !determiners.IsDefinite(draft))
        {
            return null;
        }

        var own = antecedents.Before(draft, 0).FirstOrDefault(b => ClauseRoles.IsSubject(b) && ClauseRoles.IsUnder(draft, b))?.Identity!.CodeOn(published);
        if (subject.Foremost.Length < 2)
        {
            return null;
        }

        var (first, second) = (subject.Foremost[0], subject.Foremost[1]);
        return own is null ? antecedents.Before(draft, 1).Select(b => b.Identity!.CodeOn(published)).FirstOrDefault(c => c == first || c == second) is { } last ? identities.OfState(last == first ? second : first) : null
            : identities.OfState(own == first ? second : first);
    }
}
