using Demarche.Actors.Finding;
using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Actors.Coreference;

/// <summary>What role a draft fills in its clause, and how it stands to another of the same sentence.</summary>
internal static class ClauseRoles
{
    private const int LongestChain = 4;        // of coordinated words

    /// <summary>Whether a draft is the subject of its clause, alone or beside others.</summary>
    public static bool IsSubject(Draft draft) => RoleOf(draft) is "nsubj";

    /// <summary>Whether two drafts fill roles of the same verb, so that they differ: "Trump met him", "Trump met Kim and told him".</summary>
    public static bool SharesClause(Draft one, Draft other)
    {
        if (one.Sentence != other.Sentence)
        {
            return false;
        }

        var verb = Conjunct(Counted(one.HeadToken)).Head;
        for (var step = 0; step < LongestChain && verb is { } at; step++)
        {
            if (Conjunct(other.HeadToken).HeadIndex == at.Index && (step == 0 || IsSubject(other)))
            {
                return true;
            }

            verb = !HasSubject(at) && (at.Relation is "conj" or "xcomp" || at is { Relation: "advcl", PennTag: "VBG", Lemma: not ("make" or "leave" or "give") } && at.Child("mark")?.Lemma is not ("into" or "from" or "of" or "for" or "against")) ? at.Head : null;   // a second verb shares the subject of the first: "rose, greeting him"; whom he scares "into greeting him" does not, nor does what is "making him" first
        }

        return one.HeadToken.HeadIndex == other.Head;
    }

    /// <summary>Whether a number stands for some of those whom a pronoun means: "57 people, 32 of them journalists".</summary>
    public static bool IsCounted(Draft pronoun) => Counted(pronoun.HeadToken).Tag == Upos.NUM;

    // "Police arrested a dozen of them": the number has their role.
    private static Token Counted(Token token) => token is { BaseRelation: "nmod", Tag: Upos.PRON, Head: { } number } && ClauseReader.PrepositionOf(token) == "of" ? number : token;

    /// <summary>The first of the words that a word is coordinated with, or the word itself.</summary>
    public static Token Conjunct(Token token)
    {
        for (var step = 0; step < LongestChain && token.Relation == "conj" && token.Head is { } first; step++)
        {
            token = first;
        }

        return token;
    }

    /// <summary>Whether a draft stands in the clause of the verb whose subject another one is, however deep in its phrases.</summary>
    public static bool IsOfClause(Draft draft, Draft subject)
    {
        var verb = Conjunct(subject.HeadToken).HeadIndex;
        Token? at = IsSubject(draft) ? null : draft.HeadToken;
        for (var step = 0; step < 2 * LongestChain && at is { } token; step++)
        {
            if (token.HeadIndex == verb)
            {
                return token.BaseRelation is not ("ccomp" or "advcl" or "parataxis");
            }

            at = token.BaseRelation is "ccomp" or "advcl" or "acl" or "parataxis" || token.Relation == "conj" && HasSubject(token) ? null : token.Head;
        }

        return false;
    }

    /// <summary>Whether a draft stands in the clause of a subject, or in one below it.</summary>
    public static bool IsUnder(Draft draft, Draft subject)
    {
        var verb = Conjunct(subject.HeadToken).HeadIndex;
        Token? at = draft.HeadToken;
        for (var step = 0; step < 2 * LongestChain && verb >= 0 && draft.Sentence == subject.Sentence && at is { } token; step++)
        {
            if (IsBeside(token))
            {
                return false;
            }

            if (token.HeadIndex == verb)
            {
                return true;
            }

            at = token.Head;
        }

        return false;
    }

    /// <summary>Whether a draft stands in the clause of a subject, or in one that tells what that says.</summary>
    public static bool IsSaidBy(Draft draft, Draft subject)
    {
        var verb = Conjunct(subject.HeadToken).HeadIndex;
        Token? at = draft.HeadToken;
        for (var step = 0; step < 2 * LongestChain && draft.Sentence == subject.Sentence && at is { } token && token.BaseRelation is not ("acl" or "advcl" or "parataxis") && !IsBeside(token); step++)
        {
            if (token.HeadIndex == verb)
            {
                return verb >= 0;
            }

            at = token.Head;
        }

        return false;
    }

    // A clause with a subject of its own that stands beside another, not under it: "youths threw stones and police opened fire".
    private static bool IsBeside(Token verb) => verb.Relation is "conj" or "parataxis" && HasSubject(verb);

    private static bool HasSubject(Token verb) => (verb.Child("nsubj") ?? verb.Child("nsubj:pass") ?? verb.Child("nsubj:outer")) is not null;

    /// <summary>Whether coordinated words are a pair that acts, or between whom something is.</summary>
    public static bool IsPair(Draft conjunct) => IsSubject(conjunct) || ClauseReader.PrepositionOf(Conjunct(conjunct.HeadToken)) is "between" or "of" or "by";

    /// <summary>Those of some drafts that are coordinated with one, itself included.</summary>
    public static IEnumerable<Draft> Coordinated(Draft one, IEnumerable<Draft> among)
    {
        var first = Conjunct(one.HeadToken);
        return among.Where(d => d.Sentence == one.Sentence && Conjunct(d.HeadToken).Index == first.Index);
    }

    /// <summary>The relation of a draft to its verb or noun, of coordinated ones that of the first; empty for others.</summary>
    public static string RoleOf(Draft draft)
    {
        var token = Conjunct(draft.HeadToken);
        return token.IsRoot && token.Child("acl") is not null && token.Child("cop") is null ? "nsubj"   // a verb taken for a participle: "Protesters dug in"
            : token.BaseRelation switch { "nsubj" or "expl" => "nsubj", "obj" => "obj", "iobj" => "iobj", "obl" => "obl", "nmod" => "nmod", "appos" => "appos", _ => "" };
    }
}
