using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Statements;

/// <summary>Tells from the words above and beside a predicate whether what it names happened.</summary>
/// <remarks>The walk goes from the predicate up the tree to the next verb of saying, and each word on the way changes what stands below it.</remarks>
internal sealed class Factuality(StatementWords words)
{
    private const int DeepestEmbedding = 12;   // a deeper tree is a parse error; the walk stays bounded

    public Judgement Judge(Token predicate)
    {
        var judgement = Tense(predicate);
        var at = predicate;
        for (var depth = 0; depth < DeepestEmbedding; depth++)
        {
            judgement = Beside(at, judgement);
            if (Step(at) is not { } step)
            {
                break;
            }

            var above = step.Head;
            if (Governor(above) is { } effect)
            {
                judgement = judgement.Under(effect, above);
            }

            var opens = at.BaseRelation is "ccomp" or "parataxis";
            if (!step.Continues || opens && words.SpeechVerbs.Contains(above.Lemma))
            {
                break;
            }

            at = above;
        }

        return judgement;
    }

    /// <summary>The word above that decides about this one, and whether the walk goes on from it.</summary>
    private (Token Head, bool Continues)? Step(Token at)
    {
        if (at.Head is not { } head)
        {
            return null;
        }

        return at.BaseRelation switch
        {
            "xcomp" or "ccomp" or "csubj" => (head, true),
            "acl" when at.Relation != "acl:relcl" => (head, true),
            "advcl" when IsInfinitive(at) => (head, Governor(head) is not null),
            "conj" when at.PennTag is "VB" or "VBG" or "VBN" && at.Child("nsubj") is null && at.Child("aux") is null => (head, true),
            "obj" or "nsubj" when at.Tag == Upos.NOUN => (head, words.Carriers.Contains(head.Lemma)),
            "obl" when at.Tag == Upos.NOUN && Governor(head) is not null => (head, false),
            "nmod" when at.Tag == Upos.NOUN && ClauseReader.PrepositionOf(at) is "of" => (head, true),
            "nmod" when at.Tag == Upos.NOUN && ClauseReader.PrepositionOf(at) is "for" or "on" && Governor(head) is not null => (head, true),
            "compound" => (head, false),
            _ => null,
        };
    }

    private Effect? Governor(Token token) => words.Governors.GetValueOrDefault(token.Lemma.ToLowerInvariant());

    private static bool IsInfinitive(Token verb) => verb.PennTag == "VB" && verb.Child("mark")?.Lemma == "to";

    // A bare infinitive of purpose lies ahead of its clause; progressives last; all else is told as done.
    private static Judgement Tense(Token predicate)
    {
        if (predicate.Relation == "advcl" && IsInfinitive(predicate))
        {
            return new Judgement(Status.Planned, [Auxiliary.Future], [predicate]);
        }

        if (predicate.PennTag == "VBG" && predicate.Child("aux")?.Lemma == "be" && predicate.Child("aux")!.Value.PennTag is "VBZ" or "VBP")
        {
            return new Judgement(Status.Ongoing, [], [predicate]);
        }

        return new Judgement(Status.Happened, [], []);
    }

    private Judgement Beside(Token at, Judgement judgement)
    {
        foreach (var child in at.Children)
        {
            if (child.Relation == "aux" && child.PennTag == "MD" && words.Modals.TryGetValue(child.Lemma.ToLowerInvariant(), out var modal))
            {
                judgement = judgement.Under(modal, child);
            }
            else if (child.Relation is "amod" or "advmod" && at.Tag == Upos.NOUN && Governor(child) is { } effect && effect.Status != Status.Happened)
            {
                judgement = judgement.Under(effect, child);   // "a planned visit", "a possible summit"
            }
            else if (child.Relation == "mark" && at.BaseRelation is "advcl" && words.Conditions.Contains(child.Lemma.ToLowerInvariant()))
            {
                judgement = judgement.Under(new Effect(Status.Possible, [Auxiliary.Hypothetical]), child);
            }
        }

        return ClauseReader.NegationOf(at) is { } negation && at.Tag != Upos.NOUN | negation.Head?.Index == at.Index ? judgement.Negated(negation) : judgement;
    }
}

/// <summary>A status on its way up the tree.</summary>
/// <param name="Status">So far.</param>
/// <param name="Auxiliary">So far.</param>
/// <param name="Reasons">The words that decided it.</param>
internal sealed record Judgement(Status Status, ImmutableArray<Auxiliary> Auxiliary, ImmutableArray<Token> Reasons)
{
    /// <summary>The judgement below a governing word: a denial or a plan outranks what it governs.</summary>
    public Judgement Under(Effect effect, Token word)
    {
        if (effect.Status == Status.Happened)
        {
            return this;
        }

        var status = Status == Status.DidNotHappen && effect.Status == Status.DidNotHappen ? Status.Happened : effect.Status;
        return this with { Status = status, Auxiliary = [.. Auxiliary.Union(effect.Auxiliary)], Reasons = Reasons.Add(word) };
    }

    /// <summary>The judgement under a "not": what might not be is still only possible.</summary>
    public Judgement Negated(Token word)
    {
        var status = Status switch
        {
            Status.DidNotHappen => Status.Happened,
            Status.Possible => Status.Possible,
            _ => Status.DidNotHappen,
        };
        return this with { Status = status, Auxiliary = [.. Auxiliary.Union([Statements.Auxiliary.Negation])], Reasons = Reasons.Add(word) };
    }
}
