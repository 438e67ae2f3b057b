using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>The state that a noun without one belongs to: "police" in a report on Cairo.</summary>
/// <param name="tables">The tables.</param>
/// <param name="facts">Reads codes and sectors off words.</param>
/// <param name="guesses">What the report tells of it.</param>
/// <param name="identities">The identities of the report.</param>
/// <param name="published">Day of the report, or null.</param>
/// <param name="asked">Hears each question, or null.</param>
internal sealed class Setting(ActorTables tables, FactReader facts, StateGuesses guesses, Identities identities, LocalDate? published, Action<StateQuestion>? asked)
{
    private const int DeepestPlan = 3;       // "had no plans to try to send troops"

    private readonly Roles _roles = tables.Roles;

    /// <summary>The state for a draft, and why; null where the report leaves a doubt.</summary>
    public (string Code, string Reason)? Of(Draft draft, SentenceDrafts sentence)
    {
        if (!BelongsToSetting(draft))
        {
            return null;
        }

        var question = guesses.Ask(draft, sentence);
        asked?.Invoke(question);
        return question.Answer(tables.StateWeights.Of(question.IsPeople), IsOfSomeState(draft)) is { } answer ? (answer.Code, Because(answer.Clue)) : null;
    }

    // "Foreign Minister Okoro" is of one of the states that the report names, whichever it is.
    private static bool IsOfSomeState(Draft draft) => draft.Kind == DraftKind.Person && draft.Titles.Exists(t => t.Role is { Sector: "GOV" or "COP" or "LEG", IsOpen: false, IsAbroad: false, PrivateSector: null });

    /// <summary>Whether the report names a state, now or later.</summary>
    public bool Names(string code) => guesses.Names(code);

    private static string Because(StateClue clue) => clue switch
    {
        StateClue.Place or StateClue.NearPlace => "the sentence's place",
        StateClue.PlaceBefore => "the place of the sentence before",
        StateClue.Scene => "the place of the report's first sentence",
        StateClue.Dateline => "the place of the dateline",
        StateClue.Topic or StateClue.Share => "the state that the report is about",
        StateClue.First => "the state that the report names first",
        StateClue.Subject or StateClue.Doer or StateClue.Official => "the state of the one who speaks or acts",
        StateClue.Object => "the state of the one acted on",
        StateClue.Power => "the state whose police or court the sentence names",
        StateClue.Kin => "the state of those named last in its sector",
        StateClue.Beside or StateClue.After => "the state that the sentence names",
        _ => "the state of those named last",
    };

    /// <summary>The state that has, sends or loses those of a noun: "Syria keeps troops in the country"; null where the clause tells none.</summary>
    public string? Owner(Draft draft, SentenceDrafts sentence)
    {
        if (draft.Role?.Sector is not ("MIL" or "GOV" or "COP" or "CVL" or "LEG") || ClauseRoles.Conjunct(draft.HeadToken) is not { BaseRelation: "obj", Head: { } verb } || !_roles.Words.Having.Contains(verb.Lemma))
        {
            return null;
        }

        var first = GovernorOf(verb);
        foreach (var other in sentence.All)
        {
            if (other is { IsFolded: false, Identity: { } owner } && other != draft && ClauseRoles.IsSubject(other) && (ClauseRoles.SharesClause(draft, other) || ClauseRoles.Conjunct(other.HeadToken).HeadIndex == first.Index) && owner.SectorOn(published) is null or "GOV" or "MIL")
            {
                return owner.CodeOn(published);
            }
        }

        return null;
    }

    /// <summary>The state of those who rise against its leader: "rebels removed the president"; null where the clause tells of no such deed.</summary>
    public string? Overthrown(Draft draft, SentenceDrafts sentence)
    {
        if (draft.Role?.Sector is not ("REB" or "OPP" or "MIL" or "CVL" or "LEG") || ClauseRoles.Conjunct(draft.HeadToken) is not { BaseRelation: "nsubj", Head: { } verb } || !_roles.Words.Ousting.Contains(verb.Lemma))
        {
            return null;
        }

        var leader = sentence.All.Find(d => d is { IsFolded: false, HeadToken.BaseRelation: "obj" } && d.HeadToken.HeadIndex == verb.Index);
        return leader is null ? null : guesses.CodeOf(leader);
    }

    // "has plans to send", "refused to keep": the verb whose subject is that of one without a subject.
    private static Token GovernorOf(Token verb)
    {
        for (var step = 0; step < DeepestPlan && verb.Child("nsubj") is null && verb.BaseRelation is "acl" or "xcomp" or "obj" && verb.Head is { } above; step++)
        {
            verb = above;
        }

        return verb;
    }

    // Not a "group" that might be anybody's, nor diplomats and "foreign companies".
    private bool BelongsToSetting(Draft draft)
    {
        if (draft.Role is { Kind: not RoleKind.Person, Sector: null } && !(draft.Kind == DraftKind.Body && _roles.Words.National.Contains(draft.Words[0])) || draft.Role is { IsAbroad: true } or { Sector: "UAF" } || draft.Role is { } role && _roles.Words.Sides.Contains(role.Words) && (draft.Attached.Count > 0 || draft.IsPlural))
        {
            return false;
        }

        if (draft is { IsPlural: true, Role: { Kind: RoleKind.Institution, Sector: "GOV", IsSame: true } or { Kind: RoleKind.Person, Sector: "GOV", IsLeader: true, IsOpen: false } } && draft.HeadToken.Child("det") is null)
        {
            return false;   // a state has one government and one president: "governments" and "presidents" are of several
        }

        if (draft.Attached.Exists(a => a is { Role.Kind: RoleKind.State, IsPlural: true } && a.Identity?.CodeOn(published) is null))
        {
            return false;   // "leaders of the five countries"
        }

        // "the president", "a unit" in a report that has named a firm and no government: the firm's.
        if (IsOfFirm(draft))
        {
            return false;
        }

        // "Brightwell's chief executive" is of Brightwell's state, and that is not told.
        var sector = draft.Role?.Sector ?? draft.Titles.Find(t => t.Role?.Sector is not null)?.Role!.Sector;
        if (sector is not ("GOV" or "LEG" or "JUD" or "COP" or "MIL") && draft.Titles.SelectMany(t => t.Attached).Concat(draft.Attached).Concat(draft.Equal?.Attached ?? []).Any(a => (a is { Kind: DraftKind.Body, Entity: not EntityKind.Place } || a.Role is { Kind: RoleKind.Institution, Sector: "BUS" }) && a.Identity is { } owner && owner.CodeOn(published) is null))
        {
            return false;
        }

        return !facts.IsForeign(draft);
    }

    /// <summary>Whether a word that firms have too is a firm's: the report has named a firm, and no government.</summary>
    public bool IsOfFirm(Draft draft) => (draft.Role ?? draft.Titles.FirstOrDefault()?.Role) is { } role && _roles.Words.OfFirms.Contains(role.Words) && identities.HasSector("BUS") && !identities.HasSector("GOV");
}
