using Demarche.Actors.Tables;
using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Actors.Finding;

/// <summary>Tells whether words act as an actor, modify a noun, or say where something is.</summary>
internal sealed class UseReader(Roles roles)
{
    private const int LongestCoordination = 8;

    /// <summary>The use of a draft.</summary>
    public MentionUse Read(Draft draft, Func<int, Draft?> owner)
    {
        var token = draft.HeadToken;
        for (var step = 0; step < LongestCoordination && token.Relation == "conj" && ClauseReader.PrepositionOf(token) is null && token.Head is { } first; step++)
        {
            token = first;   // "in Seoul and Tokyo": the first one tells
        }

        if (draft.Entity == EntityKind.Place && draft.Kind == DraftKind.Body)
        {
            return MentionUse.Place;
        }

        if (draft is { Kind: DraftKind.Common, Role.Kind: RoleKind.Holding } && IsBehindPlacePreposition(token))
        {
            return MentionUse.Place;
        }

        if (IsScene(draft, roles) || CanBePlace(draft) && IsPlace(draft, token, owner))
        {
            return MentionUse.Place;
        }

        if (draft.Host is not null && draft.Equal is null)
        {
            return MentionUse.Modifier;
        }

        return token.Relation is "compound" or "amod" or "nmod:poss" or "nmod:desc" or "nmod:unmarked" or "advmod" or "flat" && !token.IsRoot ? MentionUse.Modifier : MentionUse.Actor;
    }

    /// <summary>Whether a capital or region before a deed tells where that was done and not by whom: "the Paris attacks", but "the Moscow attack on Kyiv".</summary>
    public static bool IsScene(Draft draft, Roles roles)
    {
        if (draft.Reading is not ({ Form: NameForm.Capital } or { Form: NameForm.Name, Entry: { Kind: NameKind.Seat, Sectors: ["GOV", ..] } }) || draft.CoreLast + 1 >= draft.Sentence.Count)
        {
            return false;
        }

        var deed = draft.Sentence[draft.CoreLast + 1];
        if (draft.HeadToken.BaseRelation is not "compound" || draft.HeadToken.HeadIndex != deed.Index || !roles.Words.LocalDeeds.Contains(deed.Lemma))
        {
            return false;
        }

        foreach (var child in deed.Children)
        {
            if (child.Relation == "nmod" && ClauseReader.PrepositionOf(child) is "on" or "against")
            {
                return false;
            }
        }

        return true;
    }

    // A state, its capital or a region; not its parliament.
    private static bool CanBePlace(Draft draft) => draft.Kind == DraftKind.Name && draft.Reading is { Form: NameForm.Name or NameForm.Capital } reading
        && (reading.Entry.Kind == NameKind.State || reading.Entry.Kind == NameKind.Seat && (reading.Entry.Sectors.IsEmpty || reading.Entry.Sectors[0] == "GOV"));

    private bool IsPlace(Draft draft, Token token, Func<int, Draft?> owner)
    {
        if (draft.Reading!.Form == NameForm.Capital && draft.CoreLast + 1 < draft.Sentence.Count && roles.Words.PlaceNouns.Contains(draft.Sentence[draft.CoreLast + 1].Lemma))
        {
            return true;
        }

        if (ClauseReader.PrepositionOf(token) is { } preposition)
        {
            var capital = draft.Reading.Form == NameForm.Capital;
            return roles.Words.PlacePrepositions.Contains(preposition)
                || capital && preposition is "to" or "from" && token.Head is { } mover && roles.Words.Motion.Contains(mover.Lemma);
        }

        if (draft.CoreFirst > 1 && draft.IsState && draft.Reading.Form == NameForm.Name && draft.Sentence[draft.CoreFirst - 1].Form == "," && owner(draft.CoreFirst - 2) is { } town && IsTown(town) && IsTiedTo(draft, town))
        {
            return true;   // "Aceh, Indonesia", but "Washington, London"
        }

        // "Hanoi, Vietnam"; "Vietnam's capital Hanoi"
        return token.BaseRelation is "appos" && token.Head is { } place && place.Tag == Upos.PROPN && IsBehindPlacePreposition(place)
            || draft.Reading.Form == NameForm.Capital && token.Relation is "appos" or "flat" && token.Head is { } capitalNoun && capitalNoun.Lemma is "capital" or "city" or "town";
    }

    private static bool IsTown(Draft draft) => draft is { Kind: DraftKind.Body, Entity: EntityKind.Place } || draft.Reading is { Form: NameForm.Capital } or { Entry: { Kind: NameKind.Seat, Sectors.IsEmpty: true } };

    private static bool IsTiedTo(Draft one, Draft other) => one.HeadToken.HeadIndex == other.Head || other.HeadToken.HeadIndex == one.Head;

    private bool IsBehindPlacePreposition(Token token) => ClauseReader.PrepositionOf(token) is { } preposition && roles.Words.PlacePrepositions.Contains(preposition);
}
