using Demarche.Coding.Rules;
using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Coding.Matching;

/// <summary>Finds what an act of speech is about: the event of its complement, its object, its phrases or its compounds.</summary>
internal sealed class Contents(RuleMatcher matcher, Codebook codebook)
{
    private const int DeepestStep = 3;   // "refused to consider resuming talks": words between that are no event themselves

    /// <summary>The first event that meets the need, or null.</summary>
    public Match? Of(Sight sight, ContentNeed? need)
    {
        foreach (var token in Places(sight))
        {
            foreach (var match in Behind(token, 0))
            {
                if (need is null || need.Types.Count == 0 || need.Types.Contains(match.Type.Name))
                {
                    return match;
                }
            }
        }

        return null;
    }

    private static IEnumerable<Token> Places(Sight sight)
    {
        foreach (var complement in sight.Clause.Complements)
        {
            if (AskedBefore(sight, complement) is { } asked)
            {
                yield return asked;   // "requested a meeting to discuss the raid": the meeting, and not what it is for
            }

            yield return complement;
        }

        foreach (var item in sight.Objects)
        {
            yield return item;
        }

        foreach (var phrase in sight.Clause.Obliques)
        {
            if (phrase.Preposition is "for" or "of" or "on" or "to" or "against" or "about" or "from" or "over" && phrase.Noun.BaseRelation is not "acl")
            {
                yield return phrase.Noun;
            }
        }

        if (sight.IsNoun)
        {
            foreach (var child in sight.Trigger.Children)
            {
                if (child.Relation is "compound" or "nmod:unmarked")
                {
                    yield return child;
                }
            }

            if (sight.Carrier is { } carrier && !(sight.Outer.BaseRelation is "nsubj" && !carrier.IsPassive))   // "threats prompted NATO to send troops"
            {
                foreach (var complement in carrier.Complements)
                {
                    yield return complement;
                }
            }
        }
    }

    // What is asked for stands before the infinitive that says what it is for, and is new: "a meeting", but "wants the talks to resume".
    private static Token? AskedBefore(Sight sight, Token complement)
    {
        if (complement.PennTag != "VB" || complement.Child("mark")?.Lemma != "to")
        {
            return null;
        }

        foreach (var item in sight.Objects)
        {
            if (IsNew(item, complement))
            {
                return item;
            }
        }

        foreach (var phrase in sight.Clause.Obliques)
        {
            if (phrase.Preposition == "for" && IsNew(phrase.Noun, complement))
            {
                return phrase.Noun;
            }
        }

        return null;
    }

    private static bool IsNew(Token thing, Token before) =>
        thing.Tag == Upos.NOUN && thing.PennTag == "NN" && thing.Index < before.Index && thing.Child("det") is { Lemma: "a" or "an" } && thing.Child("nmod:poss") is null;

    private IEnumerable<Match> Behind(Token token, int depth)
    {
        if (AsksWho(token))
        {
            yield break;
        }

        if (matcher.At(token) is { } match)
        {
            yield return match;
            yield break;
        }

        if (depth >= DeepestStep)
        {
            yield break;
        }

        foreach (var inner in Inside(token))
        {
            foreach (var deeper in Behind(inner, depth + 1))
            {
                yield return deeper;
            }
        }
    }

    // "a panel to find out who shot him", "wanted to know who approved it": whoever it was, not those who ask.
    private static bool AsksWho(Token verb) => verb.Relation != "acl:relcl" && verb.Child("nsubj") is { PennTag: "WP" or "WDT" };

    // A verb that is no event passes on to its complements and objects; a noun only where it is transparent.
    private IEnumerable<Token> Inside(Token token)
    {
        if (token.Tag is Upos.VERB or Upos.AUX or Upos.ADJ)
        {
            var clause = ClauseReader.Read(token);
            foreach (var complement in clause.Complements)
            {
                yield return complement;
            }

            foreach (var item in clause.Objects)
            {
                if (item.Index > token.Index || clause.IsPassive)
                {
                    yield return item;
                }
            }
        }
        else if (Sight.IsTransparent(token, codebook))
        {
            foreach (var phrase in ClauseReader.Read(token).Obliques)
            {
                if (phrase.Preposition is "of" or "for" or "to" or "on")
                {
                    yield return phrase.Noun;
                }
            }

            foreach (var complement in ClauseReader.Read(token).Complements)
            {
                yield return complement;
            }
        }
    }
}
