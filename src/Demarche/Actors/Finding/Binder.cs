using Demarche.Actors.Tables;
using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Actors.Finding;

/// <summary>Ties the drafts of a sentence together: titles to names, modifiers to nouns, appositions to each other.</summary>
internal sealed class Binder(Roles roles)
{
    private readonly Predicates _predicates = new(roles);
    private readonly Appositions _appositions = new(roles);
    private readonly TitleBinder _titles = new(roles);

    private const int DeepestModifier = 3;   // "the North Korean state news agency's director": deeper chains are parse errors

    /// <summary>Binds the drafts of a sentence.</summary>
    public void Bind(SentenceDrafts drafts)
    {
        drafts.Sort();
        _titles.Bind(drafts);
        drafts.Sort();
        foreach (var draft in drafts.All)
        {
            BindTag(drafts, draft);
            BindHost(drafts, draft);
            draft.IsFormer |= IsFormer(draft);
        }

        foreach (var draft in drafts.All)
        {
            ShareState(drafts, draft);
        }

        foreach (var draft in drafts.All)
        {
            _appositions.Bind(drafts, draft);
            Appositions.BindAcronym(drafts, draft);
            Appositions.BindNamed(drafts, draft);
        }

        foreach (var draft in drafts.All)
        {
            _predicates.Bind(drafts, draft);
        }
    }

    // "Adam Schiff, D-Calif.", "Lisa Ray (R-Alaska)": party and constituency as American papers write them.
    private void BindTag(SentenceDrafts drafts, Draft tag)
    {
        var (at, sentence) = (tag.CoreFirst, tag.Sentence);
        at -= at > 1 && sentence[at - 1].Form == "-" ? 2 : 0;
        if (at > 1 && at + 2 < sentence.Count && sentence[at + 1].Form == "-" && sentence[at - 1].Form is "," or "(" && roles.Words.PartyTags.TryGetValue(sentence[at].Form, out var state) && drafts.Owner(at - 2) is { Kind: DraftKind.Person } person)
        {
            person.TaggedState = state;
            tag.IsFolded = true;
        }
    }

    // "Salman Bashir (Pakistan)": the state that a list of people gives in brackets.
    private static bool IsStateInBrackets(SentenceDrafts drafts, Draft draft) =>
        draft is { IsState: true, Reading.Form: not NameForm.Adjective } && draft.CoreFirst > 1 && draft.CoreLast + 1 < draft.Sentence.Count
        && draft.Sentence[draft.CoreFirst - 1].Form == "(" && draft.Sentence[draft.CoreLast + 1].Form == ")" && drafts.Owner(draft.CoreFirst - 2) is { Kind: DraftKind.Person };

    private void BindHost(SentenceDrafts drafts, Draft draft)
    {
        if (draft.Host is null && !draft.IsFolded && IsStateInBrackets(drafts, draft))
        {
            Attach(draft, drafts.Owner(draft.CoreFirst - 2)!, HostLink.Modifier);
            return;
        }

        if (draft.Kind == DraftKind.Pronoun && draft.HeadToken.Relation != "nmod:poss" && drafts.Owner(draft.HeadToken.HeadIndex)?.Role?.Kind != RoleKind.Quantity || draft.Host is not null || draft.IsFolded)
        {
            return;
        }

        if (UseReader.IsScene(draft, roles))
        {
            return;
        }

        // The parse may miss what word order tells: "Iranian Foreign Minister".
        if (draft.Kind is DraftKind.Name && drafts.Owner(draft.CoreLast + 1) is { } next && next.CoreFirst == draft.CoreLast + 1
            && (next.Kind == DraftKind.Common || next.Kind is DraftKind.Name or DraftKind.Body && draft.Reading!.Form == NameForm.Adjective || next.Kind == DraftKind.Person && IsPlainModifier(draft)))
        {
            Attach(draft, next, HostLink.Modifier);
            if (draft.Kind == DraftKind.Name && next.Kind == DraftKind.Common && next.HeadToken.HeadIndex >= draft.CoreFirst && next.HeadToken.HeadIndex <= draft.CoreLast)
            {
                next.Head = draft.Head;   // "State Department spokesman" parsed as a flat name: its outer head counts
            }

            return;
        }

        if (draft.CoreLast + 2 < draft.Sentence.Count && draft.Sentence[draft.CoreLast + 1].Form == "-" && roles.Words.Backed.Contains(draft.Sentence[draft.CoreLast + 2].Form))
        {
            return;   // "the Iran-backed group" is not Iran's
        }

        if (draft.IsState && drafts.Owner(draft.CoreFirst - 2) is { Kind: DraftKind.Common, IsFolded: false, Role.Sector: "GOV" or "LEG" or "JUD" or "REB" or "OPP" } organ && organ.HeadToken.Child("det") is { Lemma: "the" } && draft.Sentence[draft.CoreFirst - 1].Form == "in")
        {
            Attach(draft, organ, HostLink.In);   // "backs the government in Syria", wherever the parse hangs the place
            return;
        }

        if (draft is { Kind: DraftKind.Name, Reading.Entry: { Kind: NameKind.Seat, Sectors: ["LEG", ..] } } && draft.HeadToken.Relation == "nmod" && ClauseReader.PrepositionOf(draft.HeadToken) == "on"
            && drafts.Owner(draft.HeadToken.HeadIndex) is { Kind: DraftKind.Common, Role.Kind: RoleKind.Person } sitting)
        {
            Attach(draft, sitting, HostLink.Of);   // "the top Democrat on the House Intelligence Committee"
            return;
        }

        var at = draft.HeadToken;
        HostLink? link = null;
        for (var depth = 0; depth < DeepestModifier; depth++)
        {
            if (at.Relation == "conj" && drafts.Owner(at.HeadIndex) is { Host: { } shared } first && first.Kind == draft.Kind)
            {
                Attach(draft, shared, first.Link);   // "leaders of Iran and Iraq"
                return;
            }

            if (at.BaseRelation is "obl" && at.Head is { } loyal && loyal.BaseRelation is "acl" or "amod" && roles.Words.Allegiance.Contains(loyal.Lemma) && drafts.Owner(loyal.HeadIndex) is { Kind: DraftKind.Common } band && band != draft)
            {
                Attach(draft, band, HostLink.From);   // "rebels led by Kabila", "forces loyal to Haftar"
                return;
            }

            if (LinkOf(at, draft.Kind == DraftKind.Person) is not { } found || depth > 0 && at.Relation == "nmod")
            {
                return;   // "one of the child's books": what lies behind a second noun is no owner
            }

            link = link is { } known && known > found ? known : found;
            if (drafts.Owner(at.HeadIndex) is { } host && host != draft)
            {
                if (IsJoined(draft, host))
                {
                    host.Joined.Add(draft);
                }
                else if (host.Kind != DraftKind.Pronoun && (host.Kind != DraftKind.Name || host.Reading!.Entry.Kind != NameKind.State || draft.Kind == DraftKind.Name))
                {
                    Attach(draft, host, link.Value);
                }

                return;
            }

            if (at.Head is not { } up)
            {
                return;
            }

            at = up;
        }
    }

    // "the Kuwaiti emir, government and parliament", "Iran's oil and banks": a state before the first of several organs, or whose the first of several nouns is, is that of all.
    private static void ShareState(SentenceDrafts drafts, Draft other)
    {
        if (other is { Kind: DraftKind.Common, IsFolded: false, Role.IsOther: false, Attached.Count: 0, HeadToken.Relation: "conj" } && other.HeadToken.Child("det") is null && drafts.Owner(other.HeadToken.HeadIndex) is { Kind: DraftKind.Common } first)
        {
            var areOrgans = IsOrgan(other) && IsOrgan(first);
            other.Attached.AddRange(first.Attached.FindAll(a => a.IsState && a.CoreLast < first.CoreFirst && (a.Link == HostLink.Possessive || areOrgans && a.Link == HostLink.Modifier)));
        }
    }

    private static bool IsOrgan(Draft draft) => draft is { Kind: DraftKind.Common, IsFolded: false, Role: { Sector: "GOV" or "LEG" or "MIL" or "JUD" or "COP" or "SPY", IsOther: false } };

    // "the UN and African Union": read as if "UN and African" told which union it is.
    private static bool IsJoined(Draft draft, Draft host) =>
        draft.Kind == DraftKind.Name && host.Kind == DraftKind.Name && draft.Reading!.Form != NameForm.Adjective && draft.CoreLast < host.CoreFirst - 1 && draft.Sentence[host.CoreFirst - 1].Tag == Upos.CCONJ
        && draft.Sentence[draft.CoreLast + 1].Tag is Upos.CCONJ or Upos.PUNCT;

    private static bool IsPlainModifier(Draft draft) => draft.Reading!.Form == NameForm.Adjective || draft.HeadToken.BaseRelation is "compound" or "amod" || draft.HeadToken.Relation is "nmod:poss";

    // A deed has a doer, a holding a holder, and a number those counted; what else hangs on them is no owner.
    private static bool CanOwn(Draft host, HostLink link) => host.Role?.Kind switch
    {
        RoleKind.Deed when host.Kind == DraftKind.Common => link is HostLink.Modifier or HostLink.Possessive or HostLink.By,
        RoleKind.Quantity when host.Kind == DraftKind.Common => link is HostLink.Of,
        RoleKind.Holding when host.Kind == DraftKind.Common => link is not (HostLink.By or HostLink.Other),
        _ => link != HostLink.By,
    };

    internal static void Attach(Draft draft, Draft host, HostLink link)
    {
        if (!CanOwn(host, link))
        {
            return;
        }

        draft.Host = host;
        draft.Link = link;
        host.Attached.Add(draft);
    }

    private HostLink? LinkOf(Token token, bool isPerson)
    {
        switch (token.Relation)
        {
            case "compound" or "amod" or "nmod:desc" or "nmod:unmarked" or "flat":
                return HostLink.Modifier;
            case "nmod:poss":
                return HostLink.Possessive;
            case "nmod":
                var preposition = ClauseReader.PrepositionOf(token);
                if (preposition == "by")
                {
                    return HostLink.By;
                }

                return preposition is null || !roles.Words.BelongsPrepositions.Contains(preposition) || preposition == "with" && token.Tag == Upos.PROPN && isPerson ? null
                    : preposition switch { "of" => HostLink.Of, "from" => HostLink.From, "in" => HostLink.In, _ => HostLink.Other };
            default:
                return null;
        }
    }

    private bool IsFormer(Draft draft)
    {
        if (draft.Kind is not (DraftKind.Common or DraftKind.Person))
        {
            return false;
        }

        foreach (var title in draft.Titles)
        {
            if (IsFormer(title))
            {
                return true;
            }
        }

        foreach (var child in draft.HeadToken.Children)
        {
            if (child.Index < draft.Head && child.BaseRelation is "amod" or "advmod" or "compound" && !(child.Index > 0 && child.Tag == Upos.ADV && draft.Sentence[child.Index - 1].Tag == Upos.CCONJ) && roles.Words.Former.Contains(child.Form) && (draft.Kind == DraftKind.Common || draft.Titles.Count == 0 && draft.Kind == DraftKind.Person && child.Form.Length > 4))
            {
                return true;
            }
        }

        // "a former US security adviser" whose "former" the parse hung elsewhere.
        for (var i = draft.CoreFirst - 1; i >= 0 && draft.Sentence[i].Tag is Upos.ADJ or Upos.PROPN or Upos.NOUN or Upos.ADV or Upos.PUNCT && draft.Sentence[i].Form is not ("," or ";" or ":"); i--)
        {
            if (roles.Words.Former.Contains(draft.Sentence[i].Form) && draft.Kind == DraftKind.Common && !(i > 0 && draft.Sentence[i].Tag == Upos.ADV && draft.Sentence[i - 1].Tag == Upos.CCONJ))   // "and then Foreign Minister Dahl left"
            {
                return true;
            }
        }

        return false;
    }
}
