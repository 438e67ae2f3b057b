using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Coding.Matching;

/// <summary>Finds the light verb that carries an event noun: "held" talks, sanctions "that Washington imposed".</summary>
internal static class Carriers
{
    /// <summary>The clause of that verb, or null, and the outermost transparent noun around the noun.</summary>
    public static (Clause? Carrier, Token Outer) Of(Token noun, Codebook codebook)
    {
        var at = noun;
        var outer = noun;
        for (var depth = 0; depth < Sight.DeepestPhrase && at.Head is { } head; depth++)
        {
            if (at.BaseRelation is "obj" or "nsubj" && head.Tag == Upos.VERB && codebook.Carriers.Contains(head.Lemma))
            {
                return (ClauseReader.Read(head), outer);
            }

            if (at.Relation == "conj" && head.Tag == at.Tag)
            {
                at = head;
                continue;
            }

            if (at.BaseRelation is "nmod" && Sight.IsTransparent(head, codebook) && ClauseReader.PrepositionOf(at) is "of" or "for")
            {
                at = outer = head;
                continue;
            }

            break;
        }

        // "the sanctions that Washington imposed", "talks held in May"
        foreach (var child in noun.Children)
        {
            if (child.BaseRelation is "acl" && child.Tag == Upos.VERB && codebook.Carriers.Contains(child.Lemma))
            {
                return (ClauseReader.Read(child), outer);
            }
        }

        return (null, outer);
    }
}
