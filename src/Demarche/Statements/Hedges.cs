using Demarche.Language;

namespace Demarche.Statements;

/// <summary>Finds the word that hedges a clause: an adverb in it, or the noun that it hangs on ("reports that …").</summary>
/// <remarks>
/// The hedge of a clause that only hands this one on is not its own: in "they reportedly said that he left" the saying is hedged, and in "reportedly
/// left with the men whom Chad expelled" or "the men expelled by Chad" the leaving.
/// </remarks>
internal sealed class Hedges(StatementWords words)
{
    /// <summary>The hedge of a predicate and what it does to its status (null: nothing), or null.</summary>
    public (Token Word, Effect? Effect)? Of(Token predicate)
    {
        for (Token? at = predicate; at is { } token; at = token.Head)
        {
            foreach (var child in token.Children)
            {
                if (child.Tag == Upos.ADV && child.Relation == "advmod" && IsClause(token) && words.HedgeAdverbs.TryGetValue(child.Lemma.ToLowerInvariant(), out var effect))
                {
                    return (child, effect);
                }
            }

            if (token.Relation is "acl" or "ccomp" && token.Head is { Tag: Upos.NOUN } noun && words.HedgeNouns.TryGetValue(noun.Lemma, out var claimed))
            {
                return (noun, claimed);
            }

            if (token.BaseRelation is "ccomp" or "parataxis" or "conj" or "advcl" || token.Relation == "acl:relcl" || token is { Relation: "acl", PennTag: "VBN" or "VBG" } && token.Child("mark") is null)
            {
                return null;
            }
        }

        return null;
    }

    // "and possibly with China": an adverb before a noun phrase hedges that alone.
    private static bool IsClause(Token token) => token.Tag is not (Upos.NOUN or Upos.PROPN or Upos.NUM) || token.Child("cop") is not null;
}
