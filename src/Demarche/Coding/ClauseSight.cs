using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Coding;

/// <summary>What a rule can see from its trigger: the clause, the verb that carries an event noun, and the phrases inside its object.</summary>
/// <param name="Clause">The trigger's own roles.</param>
/// <param name="Carrier">The clause of the light verb that carries an event noun ("held" talks), or null.</param>
internal sealed record ClauseSight(Clause Clause, Clause? Carrier)
{
    private const int DeepestPhrase = 4;   // "the possibility of a new round of talks on arms"; deeper ones are left alone

    public Token Trigger => Clause.Predicate;

    /// <summary>The sight from a trigger.</summary>
    public static ClauseSight From(Token trigger, Codebook codebook)
    {
        var clause = ClauseReader.Read(trigger);
        return new ClauseSight(clause, trigger.Tag is Upos.NOUN or Upos.PROPN ? CarrierOf(trigger, codebook) : null);
    }

    /// <summary>The word that is meant behind a "round of" or "any of", with the words on the way to it.</summary>
    public static IEnumerable<Token> Behind(Token noun, Codebook codebook)
    {
        yield return noun;
        var at = noun;
        for (var depth = 0; depth < DeepestPhrase && IsTransparent(at, codebook); depth++)
        {
            Token? next = null;
            foreach (var child in at.Children)
            {
                if (child.BaseRelation is "nmod" && child.Relation != "nmod:poss" && ClauseReader.PrepositionOf(child) is "of" or "for")
                {
                    next = child;
                    break;
                }
            }

            if (next is not { } deeper)
            {
                yield break;
            }

            foreach (var token in ClauseReader.Coordinated(deeper))
            {
                yield return token;
            }

            at = deeper;
        }
    }

    /// <summary>The phrases with a preposition, of the trigger first, then of what carries it, its object and its complements.</summary>
    public IEnumerable<Token> Phrases(string preposition)
    {
        foreach (var source in PhraseSources())
        {
            foreach (var oblique in source)
            {
                if (oblique.Preposition == preposition)
                {
                    yield return oblique.Noun;
                }
            }
        }
    }

    private IEnumerable<ImmutableArray<Oblique>> PhraseSources()
    {
        yield return Clause.Obliques;
        if (Carrier is not null)
        {
            yield return Carrier.Obliques;
        }

        foreach (var inner in Clause.Objects)
        {
            foreach (var obliques in Nested(inner, 0))
            {
                yield return obliques;
            }
        }

        if (Clause.Objects.IsEmpty)
        {
            foreach (var inner in Clause.Obliques)
            {
                foreach (var obliques in Nested(inner.Noun, 1))
                {
                    yield return obliques;
                }
            }
        }

        // "imposed one and spearheaded another against the North": the last verb's phrase serves the first.
        foreach (var child in Trigger.Children)
        {
            if (child.Relation == "conj" && child.Tag == Trigger.Tag)
            {
                var second = ClauseReader.Read(child);
                yield return second.Obliques;
                foreach (var inner in second.Objects)
                {
                    yield return ClauseReader.Read(inner).Obliques;
                }
            }
        }
    }

    private static IEnumerable<ImmutableArray<Oblique>> Nested(Token noun, int depth)
    {
        var clause = ClauseReader.Read(noun);
        yield return clause.Obliques;
        if (depth >= DeepestPhrase)
        {
            yield break;
        }

        foreach (var oblique in clause.Obliques)
        {
            foreach (var deeper in Nested(oblique.Noun, depth + 1))
            {
                yield return deeper;
            }
        }
    }

    private static bool IsTransparent(Token noun, Codebook codebook) =>
        codebook.Transparent.Contains(noun.Lemma.ToLowerInvariant()) || noun.Tag is Upos.NUM or Upos.PRON or Upos.DET or Upos.SYM;

    private static Clause? CarrierOf(Token noun, Codebook codebook)
    {
        var at = noun;
        for (var depth = 0; depth < DeepestPhrase && at.Head is { } head; depth++)
        {
            if (at.BaseRelation is "obj" or "nsubj" && codebook.Carriers.Contains(head.Lemma) && head.Tag == Upos.VERB)
            {
                return ClauseReader.Read(head);
            }

            if (at.Relation is "conj" || at.BaseRelation is "nmod" && IsTransparent(head, codebook) && ClauseReader.PrepositionOf(at) == "of")
            {
                at = head;
                continue;
            }

            // "the sanctions that Washington imposed", "talks held in May"
            break;
        }

        foreach (var child in noun.Children)
        {
            if (child.BaseRelation is "acl" && child.Tag == Upos.VERB && codebook.Carriers.Contains(child.Lemma))
            {
                return ClauseReader.Read(child);
            }
        }

        return null;
    }
}
