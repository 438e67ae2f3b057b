using Demarche.Actors.Tables;
using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Actors.Finding;

/// <summary>Ties a person to an office that a verb gives: "Dahl is the mayor", "they elected Dahl president", "Dahl ran it as mayor".</summary>
internal sealed class Predicates(Roles roles)
{
    /// <summary>Binds an office to its holder, where the clause says so as a fact.</summary>
    public void Bind(SentenceDrafts drafts, Draft office)
    {
        if (office is not { Kind: DraftKind.Common, IsFolded: false, IsPlural: false, IsFormer: false, Equal: null, Role: { Kind: RoleKind.Person, IsOther: false } } || HolderOf(office.HeadToken) is not { } holder
            || drafts.Owner(AntecedentOf(holder, drafts).Index) is not { Kind: DraftKind.Person, IsFolded: false } person || person.CoreFirst > office.CoreFirst)
        {
            return;
        }

        office.Equal = person;
        if (person.Reading is null && person.Equal is null)
        {
            person.Equal = office;   // of whom the tables know, they tell the office
        }
    }

    // "Dahl, who became mayor": whom the clause hangs on.
    private static Token AntecedentOf(Token holder, SentenceDrafts drafts) =>
        drafts.Owner(holder.Index) is { Pronoun: "who" } && holder.Head is { Relation: "acl:relcl", Head: { } noun } ? noun : holder;

    private Token? HolderOf(Token noun)
    {
        if (noun.Child("cop") is not null)
        {
            return IsFact(noun) ? noun.Child("nsubj") : null;
        }

        // "ran the vote as mayor", whatever the parse hangs the phrase on
        var isAs = ClauseReader.PrepositionOf(noun) == "as";
        var above = isAs && noun.BaseRelation is "nmod" && noun.Head is { Tag: Upos.NOUN, Relation: "obj" } what ? what.Head : noun.Head;
        if (above is not { Tag: Upos.VERB } verb || !IsFact(verb))
        {
            return null;
        }

        if (noun.Relation == "xcomp")
        {
            // "named Dahl acting president", where the parse takes it for one name
            return roles.Words.Appointing.Contains(verb.Lemma) && noun.Child("compound") is { Tag: Upos.PROPN } named ? named : verb.Child("obj") ?? verb.Child("nsubj:pass") ?? verb.Child("nsubj");
        }

        return !isAs || noun.BaseRelation is not ("obl" or "nmod") || roles.Words.Describing.Contains(verb.Lemma) ? null
            : verb.Child("obj") is { Tag: Upos.PROPN } whom ? roles.Words.Appointing.Contains(verb.Lemma) ? whom : null
            : verb.Child("nsubj:pass") ?? verb.Child("nsubj");
    }

    // Neither denied nor only possible.
    private bool IsFact(Token predicate)
    {
        foreach (var child in predicate.Children)
        {
            if (child.BaseRelation is "aux" && roles.Words.Unreal.Contains(child.Lemma) || child.BaseRelation is "advmod" && roles.Words.Unreal.Contains(child.Form) || child.BaseRelation is "mark")
            {
                return false;
            }
        }

        return true;
    }
}
