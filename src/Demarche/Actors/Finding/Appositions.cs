using Demarche.Actors.Tables;
using Demarche.Language;

namespace Demarche.Actors.Finding;

/// <summary>Ties drafts that mean the same because they stand side by side: a person and an office, a body and its acronym, a state and "its ally".</summary>
internal sealed class Appositions(Roles roles)
{
    private const int DeepestOffice = 3;   // "minister of farming and livestock"

    /// <summary>Binds a draft to the one that its words stand beside: "the prime minister, Oto Belk".</summary>
    public void Bind(SentenceDrafts drafts, Draft draft)
    {
        if (draft.IsFolded || draft.Equal is not null || draft.HeadToken.BaseRelation is not "appos" || (OwnerOf(drafts, draft.HeadToken.HeadIndex) ?? OfficeAbove(drafts, draft)) is not { IsFolded: false } other || other == draft)
        {
            return;
        }

        if (draft.Kind == DraftKind.Common && Speaks(draft, other))
        {
            return;
        }

        if (draft is { Kind: DraftKind.Common, IsPlural: false } && other.Kind == DraftKind.Person && drafts.Owner(CommaBefore(draft) - 1) is { Kind: DraftKind.Person, IsFolded: false, HeadToken.Relation: "conj" } last && last.HeadToken.HeadIndex == other.Head)
        {
            other = last;   // "Lopez and Dahl, a former judge": the second one is
        }

        if (draft.Kind == DraftKind.Person && other.Equal is { Kind: DraftKind.Person } namesake && drafts.All.FindLast(d => d.CoreFirst > namesake.CoreLast && d.CoreLast < draft.CoreFirst && d is { Kind: DraftKind.Common, IsFolded: false, HeadToken.Relation: "conj" } && d.HeadToken.HeadIndex == other.Head) is { } second)
        {
            other = second;   // "the president, Lopez, and the commander, Dahl": the second name is the second one's
        }

        if (draft.Kind == DraftKind.Person && other.Kind == DraftKind.Person && draft.CoreFirst > 1 && draft.Sentence[draft.CoreFirst - 1].Form == "," && drafts.Owner(draft.CoreFirst - 2) is { Kind: DraftKind.Common, IsFolded: false, IsPlural: false, Equal: null } near && (near.Role!.Kind == RoleKind.Person || roles.Words.Companions.Contains(near.Role.Words)))
        {
            other = near;   // "Trump, who met the commission's president, Juncker": a person is no other person
        }

        if (draft.Kind == DraftKind.Person && other is { Kind: not DraftKind.Person, Host: { Kind: DraftKind.Common, IsFolded: false, IsPlural: false, Role.Kind: RoleKind.Person } office } && other.CoreFirst > office.CoreLast && office.Equal is null)
        {
            other = office;   // "the governor of the central bank, Ilse Drann": the name is the governor's
        }

        if (other.Kind == DraftKind.Person && draft.Host is null && draft.Reading?.Entry.Kind == NameKind.Party)
        {
            Binder.Attach(draft, other, HostLink.Modifier);   // "Senator Ann Okoro, a Democrat"
            return;
        }

        if (CanEqual(draft, other) || CanEqual(other, draft))
        {
            draft.Equal = other;
            other.Equal ??= draft;
        }
    }

    /// <summary>Binds a name to the noun right before it, where the parse gives both one role: "the bloc ECOWAS warned".</summary>
    public static void BindNamed(SentenceDrafts drafts, Draft draft)
    {
        if (draft is { IsFolded: false, Equal: null, Host: null, Kind: DraftKind.Name or DraftKind.Body, IsState: false } && drafts.Owner(draft.CoreFirst - 1) is { IsFolded: false, Equal: null, Host: null, IsPlural: false, Kind: DraftKind.Common, Role.Kind: RoleKind.Institution or RoleKind.Group } noun
            && draft.HeadToken.Relation == noun.HeadToken.Relation && draft.HeadToken.HeadIndex == noun.HeadToken.HeadIndex && !draft.HeadToken.IsRoot)
        {
            (draft.Equal, noun.Equal) = (noun, draft);
        }
    }

    // "Soldiers freed Keita, a spokesman for the officers said": who says so is nobody named before.
    private bool Speaks(Draft noun, Draft other)
    {
        var next = NounPhrase.Last(noun) + 1;
        return next < noun.Sentence.Count && noun.Sentence[next] is { Tag: Upos.VERB } verb && roles.Words.Telling.Contains(verb.Lemma) && other.HeadToken.HeadIndex != verb.Index;
    }

    // "The minister of farming and livestock, Oto Belk": the name hangs on what the office is about.
    private static Draft? OfficeAbove(SentenceDrafts drafts, Draft name)
    {
        var at = name.HeadToken.Head;
        for (var step = 0; step < DeepestOffice && name.Kind == DraftKind.Person && at is { BaseRelation: "nmod" or "conj" } subject; step++)
        {
            if (drafts.Owner(subject.HeadIndex) is { } office)
            {
                return office is { Kind: DraftKind.Common, IsFolded: false, IsPlural: false, Equal: null, Role.Kind: RoleKind.Person } ? office : null;
            }

            at = subject.Head;
        }

        return null;
    }

    // The comma before the words of a noun, or its own first token.
    private static int CommaBefore(Draft draft)
    {
        var at = draft.CoreFirst;
        while (at > 0 && draft.Sentence[at].Form != "," && draft.Sentence[at - 1].Tag is Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.PUNCT)
        {
            at--;
        }

        return at;
    }

    // The draft of a token, or the person before whose name it stands: "Lord Carrington, the mediator".
    private static Draft? OwnerOf(SentenceDrafts drafts, int token) => drafts.Owner(token) ?? drafts.All.Find(d => d.Kind == DraftKind.Person && d.Lead <= token && token < d.CoreFirst);

    /// <summary>Binds an acronym to its name, whatever the parse makes of the brackets: "the Korean Central News Agency (KCNA)".</summary>
    public static void BindAcronym(SentenceDrafts drafts, Draft draft)
    {
        if (draft.Kind is DraftKind.Body or DraftKind.Name && draft.Equal is null && draft.CoreFirst == draft.CoreLast && draft.CoreFirst > 1 && draft.Sentence[draft.CoreFirst - 1].Form == "("
            && draft.CoreLast + 1 < draft.Sentence.Count && draft.Sentence[draft.CoreLast + 1].Form == ")" && draft.Sentence[draft.CoreFirst].Form.Skip(1).Any(char.IsUpper)
            && drafts.Owner(draft.CoreFirst - 2) is { Kind: DraftKind.Body or DraftKind.Name, IsState: false } body)
        {
            draft.Equal = body;
            body.Equal ??= draft;
        }
    }

    // A person and an office; a body and what it is, or its acronym.
    private bool CanEqual(Draft one, Draft other) => (one.Kind, other.Kind) switch
    {
        (DraftKind.Name, DraftKind.Common) when one.IsState => one.Reading!.Form != NameForm.Adjective && !other.IsPlural && (other.Role!.IsOther || other.Role.Kind == RoleKind.State || roles.Words.Sides.Contains(other.Role.Words) || other.Role is { Kind: RoleKind.Person, Sector: "BUS" or "CVL" or null }),   // "its ally, China", "Egypt, the host"
        (DraftKind.Person, DraftKind.Common) => !other.IsPlural && other.Role!.Kind != RoleKind.State,
        (DraftKind.Person, DraftKind.Body) => other.Role?.Kind == RoleKind.Person && other.CoreFirst > 0 && other.Sentence[other.CoreFirst - 1].Lemma is "a" or "an",   // "Dana Hill, a Michigan Democrat"
        (DraftKind.Body, DraftKind.Common) when one.Entity == EntityKind.Place => !other.IsPlural && other.Role!.Kind is RoleKind.State or RoleKind.Holding && other.Attached.Count > 0,   // "Hesse, the German state"
        (DraftKind.Body or DraftKind.Name, DraftKind.Common) => other.Role!.Kind is RoleKind.Institution or RoleKind.Group && !one.IsState && other.Role is not { Sector: "GOV", IsSame: true },   // a government is no firm
        (DraftKind.Body, DraftKind.Body) => one.Entity == EntityKind.Organisation && other.Entity == EntityKind.Organisation,
        _ => false,
    };
}
