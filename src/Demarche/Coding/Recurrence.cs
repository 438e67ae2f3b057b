using System.Collections.Frozen;
using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Coding;

/// <summary>Whether words tell of an act more than once, so that the report's day is not its day: "has met him three times", "has held two rounds of talks", "repeatedly violated the truce".</summary>
internal sealed class Recurrence(FrozenSet<string> habitual, FrozenSet<string> several, FrozenSet<string> light)
{
    /// <summary>Whether the clause of a verb or the phrase of a noun says so.</summary>
    public bool IsTold(Token trigger)
    {
        var verb = trigger.Tag is Upos.NOUN or Upos.PROPN && trigger is { BaseRelation: "obj" or "nsubj" or "nmod" or "conj", Head: { } above } ? VerbOf(above) : trigger;
        return verb is { } clause && (IsHabitual(clause) || Perfect.IsPresent(clause) && (CountsTimes(clause) || IsCounted(trigger, clause)));
    }

    private static Token? VerbOf(Token token)
    {
        var at = token;
        while (at.Tag is Upos.NOUN or Upos.PROPN && at is { BaseRelation: "obj" or "nsubj" or "nmod" or "conj", Head: { } up })
        {
            at = up;
        }

        return at.Tag == Upos.VERB ? at : null;
    }

    private bool IsHabitual(Token verb)
    {
        foreach (var child in verb.Children)
        {
            if (child.BaseRelation is "advmod" && habitual.Contains(child.Lemma))
            {
                return true;
            }
        }

        return false;
    }

    // "twice", "three times", "on several occasions".
    private bool CountsTimes(Token verb)
    {
        foreach (var child in verb.Children)
        {
            if (child.BaseRelation is "advmod" or "obl" or "nmod" or "obj" && (child.Lemma is "twice" or "thrice" || child.Lemma is "time" or "occasion" && IsSeveral(child)))
            {
                return true;
            }
        }

        return false;
    }

    // "two rounds of talks", "six tests": the number may stand with a noun between the verb and the act, and a light verb may stand for the act itself.
    private bool IsCounted(Token trigger, Token verb)
    {
        var noun = trigger == verb && light.Contains(verb.Lemma) && verb.Child("obj") is { } acts ? acts : trigger;
        for (var at = noun; at != verb && at.Head is { } up; at = up)
        {
            if (IsSeveral(at))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSeveral(Token noun)
    {
        if (noun.PennTag is not ("NNS" or "NNPS"))
        {
            return false;
        }

        foreach (var child in noun.Children)
        {
            if (child.BaseRelation is "nummod" || child.BaseRelation is "amod" or "det" && several.Contains(child.Lemma))
            {
                return true;
            }
        }

        return false;
    }
}
