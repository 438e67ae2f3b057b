using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Statements;

/// <summary>Tells from the words above and beside a predicate whether what it names happened.</summary>
/// <remarks>
/// The walk goes from the predicate up the tree to the next verb of saying, and each word on the way changes what stands below it
/// (as the polarity and certainty of FactBank; Saurí and Pustejovsky 2009).
/// </remarks>
internal sealed class Factuality(StatementWords words, Hedges hedges)
{
    private const int DeepestEmbedding = 12;   // a deeper tree is a parse error; the walk stays bounded
    private readonly Tense _tense = new(words);

    public Judgement Judge(Token predicate)
    {
        var judgement = OutcomeOf(predicate) is { } modal ? _tense.Of(predicate).Under(words.Modals[modal.Lemma.ToLowerInvariant()], modal) : _tense.Of(predicate);
        var at = predicate;
        var isReported = false;
        for (var depth = 0; depth < DeepestEmbedding; depth++)
        {
            judgement = Beside(at, judgement, isTop: depth == 0);
            if (Step(at) is not { } step)
            {
                isReported = isReported || at.BaseRelation is "ccomp" or "parataxis";
                break;
            }

            foreach (var above in Deciders(step.Head, at))
            {
                if (GovernorOf(above, at, step.On) is { } governor)
                {
                    judgement = governor.Effect.Status == Status.Ongoing && IsSimplePast(above) ? judgement
                        : governor.Denied is { } left && ClauseReader.NegationOf(above) is { } denial ? judgement.Opened(left, denial)   // "never ruled out using force"
                        : judgement.Under(governor.Effect, above);
                }
            }

            if (step.On.HasFlag(Hanging.Clause) && GovernorOf(step.Head, at, step.On) is null
                && IsNorm(step.Head))
            {
                judgement = judgement.Under(Open, step.Head);   // "the law allows …"
            }

            if (!step.Continues && (IsBareSubject(at) && IsOpenVerb(step.Head) || IsAnswered(at) && step.Head is { PennTag: "VB" } ahead && ahead.Child("aux") is { PennTag: "MD" }))
            {
                judgement = judgement.Under(Open, step.Head);   // "strikes would harm ties", "will respond to an attack": none need take place
            }

            isReported |= at.BaseRelation is "ccomp" or "parataxis" && words.SpeechVerbs.Contains(step.Head.Lemma);
            if (!step.Continues || isReported)
            {
                break;
            }

            at = step.Head;
        }

        return isReported ? judgement : _tense.Unreported(predicate, judgement);
    }

    // "could declare a zone, forcing planes to turn back": what comes of it is as open as what it comes of.
    private Token? OutcomeOf(Token predicate) =>
        predicate is { Relation: "advcl", PennTag: "VBG", Head: { Tag: Upos.VERB } cause } && predicate.Index > cause.Index && predicate.Child("mark") is null && !words.SpeechVerbs.Contains(predicate.Lemma) && !words.Accusing.Contains(predicate.Lemma) && !words.Denials.Contains(predicate.Lemma)
        && cause.Child("aux") is { PennTag: "MD" } modal && words.Modals.ContainsKey(modal.Lemma.ToLowerInvariant())
            ? modal
            : null;

    // "tried but failed to land": what a verb lends to its sibling is decided by both.
    private static IEnumerable<Token> Deciders(Token head, Token below)
    {
        yield return head;
        foreach (var child in head.Children)
        {
            if (child.Index == below.Index)
            {
                continue;
            }

            // "talks remain possible", "reports proved false", "has yet to": the predicate or adverb below the verb decides.
            if (child.Relation == "xcomp" && child.Tag == Upos.ADJ && below.BaseRelation is "nsubj"
                || child.Relation == "advmod" && child.Lemma is "yet" && head.Lemma == "have"
                || child.Relation == "conj" && below.Relation == "xcomp" && child.Index < below.Index)
            {
                yield return child;
            }
        }

        if (head.Relation == "conj" && below.Relation == "xcomp" && head.Head is { Tag: Upos.VERB } first)
        {
            yield return first;
        }
    }

    /// <summary>The word above that decides about this one, how this one hangs on it, and whether the walk goes on from there.</summary>
    private (Token Head, Hanging On, bool Continues)? Step(Token at)
    {
        if (at.Head is not { } head)
        {
            return null;
        }

        switch (at.BaseRelation)
        {
            case "xcomp" or "ccomp" or "csubj":
                return (head, ClauseOf(at) | Hanging.Passive, true);
            case "acl" when words.Facts.Contains(head.Lemma):
                return null;   // "the fact that he left is not forgotten"
            case "acl" when at.PennTag == "VBG" && at.Child("mark") is null && head.Child("nmod") is { } doer && doer.Index == at.Index - 1 && ClauseReader.PrepositionOf(doer) == "of" && GovernorOf(head, at, Hanging.Clause) is not null:
                return (head, Hanging.Clause, true);   // "the possibility of Peru blocking it"
            case "acl" when at.Relation != "acl:relcl":
                // "men suspected of bombing": a bare participle tells of one who takes part; what becomes of him decides nothing.
                return at.PennTag is "VBN" or "VBG" && at.Child("mark") is null ? null : (head, ClauseOf(at), true);
            case "advcl" when head is { Tag: Upos.ADJ or Upos.ADV, BaseRelation: "xcomp" or "advmod", Head: { Tag: Upos.VERB } verb } && GovernorOf(verb, at, ClauseOf(at))?.Second == head.Lemma:
                return (verb, ClauseOf(at), true);   // "stopped short of ordering it"
            case "advcl" when at.PennTag == "VBG" && at.Child("mark")?.Lemma is "by" or "into":
                return (head, Hanging.None, true);   // "might win by attacking", "tried to scare them into yielding": the means are as sure as the end
            case "advcl" when IsInfinitive(at) || (at.PennTag == "VBG" || at.Child("aux") is { PennTag: "VBG" }) && at.Child("mark")?.Lemma is "from" or "against" or "of" or "for" or "about" or "into" or "on" or "at" or "with" or "in" or "to" or "as":
                return GovernorOf(head, at, ClauseOf(at) | Hanging.Passive) is null && !IsNorm(head) ? null : (head, ClauseOf(at) | Hanging.Passive, true);
            case "conj" when at.Child("nsubj") is null && at.Child("aux") is null or { PennTag: "VB" } && (at.PennTag is "VB" or "VBG" or "VBN" || at.Tag == Upos.VERB && IsOpened(head)):
                return (head, Hanging.None, true);
            case "obj" when at.Tag is Upos.NOUN or Upos.PROPN:
                return (head, Hanging.Object, words.Carriers.Contains(head.Lemma));
            case "nsubj" when at.Tag is Upos.NOUN or Upos.PROPN:
                var passive = at.Relation == "nsubj:pass";
                return (head, passive ? Hanging.Object : Hanging.Subject, words.Carriers.Contains(head.Lemma));
            case "obl" or "nmod" when at.Tag is Upos.NOUN or Upos.PROPN && at.Relation is "obl" or "nmod" && ClauseReader.PrepositionOf(at) is "of" or "for" or "on" or "to" or "against" or "about" or "from" or "with" or "at":
                return (head, Hanging.Phrase, at.BaseRelation is "nmod" && (ClauseReader.PrepositionOf(at) is "of" || GovernorOf(head, at, Hanging.Phrase) is not null));
            case "compound":
                return (head, Hanging.Phrase, false);
            default:
                return null;
        }
    }

    private Governor? GovernorOf(Token token, Token below, Hanging on)
    {
        foreach (var governor in words.Governors.GetValueOrDefault(token.Lemma.ToLowerInvariant(), []))
        {
            var place = governor.On & on;
            var fits = place is not (Hanging.None or Hanging.Passive) || place == Hanging.Passive && Tense.IsPassive(token)
                || on == Hanging.Subject && token.Tag == Upos.ADJ && governor.On.HasFlag(Hanging.Noun);
            if (fits && !(governor.UnlessPast && Tense.IsPast(token)) && governor.Meets(token, below))
            {
                return governor;
            }
        }

        return null;
    }

    private static bool IsBareSubject(Token at) =>
        at is { Tag: Upos.NOUN, Relation: "nsubj" } && at.Child("nmod:poss") is null && (at.PennTag == "NNS" ? at.Child("det") is null : at.Child("det")?.Lemma is "a");

    // "(will respond) to an attack": one that may come, not the one that came.
    private static bool IsAnswered(Token at) => at is { Tag: Upos.NOUN, BaseRelation: "obl" } && ClauseReader.PrepositionOf(at) is "to" or "against" && (at.PennTag == "NNS" ? at.Child("det") is null && at.Child("nmod:poss") is null : at.Child("det")?.Lemma is "a");

    private bool IsOpenVerb(Token verb) =>
        verb.Child("aux") is { PennTag: "MD" } modal && (modal.Lemma == "would" || words.Modals.GetValueOrDefault(modal.Lemma.ToLowerInvariant())?.Status == Status.Possible);

    private static Hanging ClauseOf(Token at) => IsInfinitive(at) ? Hanging.Clause | Hanging.Infinitive : Hanging.Clause;

    // A law, a treaty or an order tells what ought to be, a draft what would be; in the past tense it may tell what it did.
    private bool IsNorm(Token verb) =>
        (verb.PennTag is "VBZ" or "VBP" || verb.Child("aux") is { Lemma: "would" }) && NounOf(verb.Child("nsubj"), verb) is { Tag: Upos.NOUN or Upos.PROPN } subject && words.Norms.Contains(subject.Lemma.ToLowerInvariant());

    // "a pact that allows …": the relative pronoun stands for what its clause hangs on.
    private static Token? NounOf(Token? subject, Token verb) => subject is { PennTag: "WDT" } && verb.Relation == "acl:relcl" ? verb.Head : subject;

    private static bool IsSimplePast(Token verb) => verb.PennTag == "VBD";

    // "due to begin": the parser may take "due to" for a preposition.
    private static bool IsInfinitive(Token verb) => verb.PennTag == "VB" && (verb.Child("mark") ?? verb.Head?.Child("fixed"))?.Lemma == "to";

    private Judgement Beside(Token at, Judgement judgement, bool isTop)
    {
        var isAble = false;
        Token? opening = null;
        if (!isTop && Tense.IsToBe(at))
        {
            judgement = judgement.Under(Ahead, at);
        }

        if (Tense.IsImperative(at))
        {
            judgement = judgement.Under(Wanted, at);
        }

        foreach (var child in at.Children)
        {
            var lemma = child.Lemma.ToLowerInvariant();
            if (child.Relation == "aux" && child.PennTag == "MD" && !(isTop && Tense.IsInvertedCondition(at)) && words.Modals.TryGetValue(lemma, out var modal))
            {
                isAble = words.Abilities.Contains(lemma);
                judgement = judgement.Under(modal, child);
            }
            else if (child.BaseRelation is "amod" or "advmod" && at.Tag == Upos.NOUN && GovernorOf(child, at, Hanging.Noun) is { } governor)
            {
                judgement = judgement.Under(governor.Effect, child);   // "a planned visit", "a possible summit"
            }
            else if (isTop && child.Relation == "det" && words.Open.Contains(lemma) && at.Tag == Upos.NOUN)
            {
                judgement = judgement.Under(Open, child);
            }
            else if (IsOpening(child, lemma, at))
            {
                opening = child;
            }
            else if (child.Relation is "case" or "mark" && lemma == "without")
            {
                judgement = judgement.Negated(child);
            }
        }

        if (isTop && hedges.Of(at) is { Effect: { } doubt } hedge)
        {
            judgement = judgement.Under(doubt, hedge.Word);
        }

        if (ClauseReader.NegationOf(at) is { } negation && !judgement.Reasons.Contains(negation) && (at.Tag != Upos.NOUN || negation.Head?.Index == at.Index))
        {
            judgement = judgement.Negated(negation, isAble);
        }

        return opening is { } mark ? judgement.Opened(Open, mark) : judgement;   // "whether he will come" is open, whatever its modal
    }

    // "if he signs", "until the inspectors certify", "when he comes": what the clause tells has not come about, denied or not.
    private bool IsOpening(Token child, string lemma, Token at) =>
        child.BaseRelation is "mark" or "advmod"
        && (child.Relation == "mark" && words.Conditions.Contains(lemma) && at.BaseRelation is "advcl" or "ccomp" or "conj" || words.Horizons.Contains(lemma) && at.BaseRelation is "advcl" && (Tense.IsPresent(at) || at.Head is { } head && (Tense.IsAhead(head) || IsProspect(head))));

    // "no intention of talking (before they disarmed)".
    private bool IsProspect(Token verb) => verb is { PennTag: "VBG", Relation: "acl", Head: { } noun }
        ? words.Prospects.Contains(noun.Lemma)
        : verb.Child("obj") is { } thing && words.Prospects.Contains(thing.Lemma) && ClauseReader.NegationOf(thing) is not null;

    private bool IsOpened(Token clause)
    {
        foreach (var child in clause.Children)
        {
            if (IsOpening(child, child.Lemma.ToLowerInvariant(), clause))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly Effect Ahead = new(Status.Planned, [Auxiliary.Future]);
    private static readonly Effect Wanted = new(Status.Proposed, [Auxiliary.Hypothetical]);
    private static readonly Effect Open = new(Status.Possible, [Auxiliary.Hypothetical]);
}
