using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Actors.Coreference;

/// <summary>Looks back in a report for what a pronoun or short description can stand for. The window is bounded, so a report costs time in line with its length.</summary>
internal sealed class Antecedents(IReadOnlyList<SentenceDrafts> report, Quotes quotes, Roles roles)
{
    private const int PronounWindow = 3;       // sentences: farther pronouns are guesses
    private const int LongestChain = 4;        // of coordinated words
    private const int GroupWindow = 8;         // "the two leaders" may stand far from the two

    /// <summary>The resolved drafts before one, the nearest first.</summary>
    public IEnumerable<Draft> Before(Draft draft, int window = GroupWindow)
    {
        for (var s = draft.Sentence.Index; s >= 0 && s >= draft.Sentence.Index - window; s--)
        {
            var all = report[s].All;
            for (var i = all.Count - 1; i >= 0; i--)
            {
                if (!all[i].IsFolded && all[i].Identity is not null && (s < draft.Sentence.Index || all[i].CoreLast < draft.CoreFirst))
                {
                    yield return all[i];
                }
            }
        }
    }

    /// <summary>The draft that a pronoun stands for, or null where none is likely.</summary>
    public Draft? Of(Draft pronoun, Func<Draft, bool> fits, Identity? notHim = null)
    {
        Draft? best = null;
        var bestScore = double.MinValue;
        var others = Partners(pronoun);
        foreach (var candidate in Before(pronoun, PronounWindow))
        {
            var onlyModifies = candidate is { Kind: DraftKind.Common, Use: MentionUse.Modifier } && candidate.HeadToken.BaseRelation is "compound" or "amod";
            if (onlyModifies || candidate.Role?.Kind is RoleKind.Deed or RoleKind.Holding || candidate.Identity == notHim || others.Contains(candidate.Identity!) || !fits(candidate))
            {
                continue;
            }

            var score = Score(pronoun, candidate);
            if (score > bestScore)
            {
                (best, bestScore) = (candidate, score);
            }
        }

        return best;
    }

    private double Score(Draft pronoun, Draft candidate)
    {
        var distance = pronoun.Sentence.Index - candidate.Sentence.Index;
        var score = distance switch { 0 => 0.0, 1 => -4.0, 2 => -9.0, _ => -13.0 };
        score += ClauseRoles.RoleOf(candidate) switch { "nsubj" => 6, "obj" or "iobj" or "appos" => 2, "obl" => 1.5, "nmod" => 0.5, _ => 0 };
        score += candidate.Use == MentionUse.Actor ? 1.5 : candidate.Use == MentionUse.Place ? -3 : 0;
        score += candidate.Kind == DraftKind.Pronoun ? 1 : 0;
        score -= pronoun.Pronoun == "it" && candidate is { Use: MentionUse.Modifier, Reading.Form: NameForm.Adjective } ? 3 : 0;   // "Saudi troops went to Bahrain to help its rulers"
        score += candidate.Identity!.IsNamed ? 2 : 0;
        score += Math.Min(candidate.Identity.Mentions, 4) * 0.5;
        score -= quotes.Hold(candidate.HeadToken) != quotes.Hold(pronoun.HeadToken) ? 1 : 0;
        score -= distance == 0 ? 0.08 * (pronoun.CoreFirst - candidate.CoreLast) : 0.02 * (candidate.Sentence.Count - candidate.CoreLast);
        score += candidate.Identity.Gender is { } gender && gender == pronoun.Pronoun![0] ? gender == 'f' ? 10 : 2 : 0;   // "she" is told by the name more often than "he"
        if (distance > 0 && ClauseRoles.RoleOf(candidate) == "nsubj" && ClauseRoles.Conjunct(candidate.HeadToken).Head is { } verb && (verb.IsRoot || verb is { Relation: "conj", Head.IsRoot: true }))
        {
            score += 1.5;   // the subject of a sentence before the subject of what it says
        }

        score -= distance > 0 && IsInAside(candidate) ? 1.5 : 0;
        score -= distance > 0 && pronoun.Pronoun is "m" or "f" && ClauseRoles.IsSubject(candidate) && ClauseRoles.Conjunct(candidate.HeadToken).Child("conj") is not null ? 2.5 : 0;   // "Kagame and Ruto sat beside him. His …" is one alone
        score += pronoun.Pronoun == "they" && (candidate.Identity.IsPlural || !candidate.Others.IsEmpty) ? 2.5 : 0;
        score += pronoun.HeadToken.BaseRelation is "obj" && ClauseRoles.RoleOf(candidate) == "obj" ? 2 : 0;
        if (pronoun.HeadToken.Relation == "nmod:poss" && candidate.Pronoun == pronoun.Pronoun && ClauseRoles.IsSubject(candidate) && candidate.Sentence == pronoun.Sentence && ClauseRoles.IsOfClause(pronoun, candidate))
        {
            score += 6;   // "women feared that they would lose their jobs"
        }

        if (pronoun is { Pronoun: "it", HeadToken.Relation: "nmod:poss" } && candidate is { IsState: true, Link: HostLink.Possessive, Host: { Role.Kind: RoleKind.Person } official } && ClauseRoles.IsSubject(official) && ClauseRoles.IsUnder(pronoun, official))
        {
            score += 7;   // "Guinea's minister brought home its citizens"
        }

        if (Answers(pronoun, candidate))
        {
            score += 6;
        }

        if (GoesOn(pronoun, candidate))
        {
            score += 6;
        }

        if (IsReason(candidate, pronoun) || IsAuthor(candidate, pronoun) || OwnsFirst(candidate, pronoun))
        {
            score += 11;
        }
        else if (OwnsPhrase(candidate, pronoun))
        {
            score += 8;
        }
        else if (distance == 0 && ClauseRoles.RoleOf(candidate) is "nsubj" && ClauseRoles.IsUnder(pronoun, candidate))
        {
            score += 3;   // the subject of the clause that holds the pronoun's clause
        }

        return score;
    }

    // "… schemes in which families had lost their savings": who does something in a relative clause is not what the sentence is about.
    private static bool IsInAside(Draft candidate) => ClauseRoles.IsSubject(candidate) && ClauseRoles.Conjunct(candidate.HeadToken).Head is { Relation: "acl:relcl" };

    // "The president appealed to the Peronists, but they refused": who is asked answers.
    private bool Answers(Draft pronoun, Draft candidate) => ClauseRoles.IsSubject(pronoun) && candidate.Sentence == pronoun.Sentence && ClauseRoles.RoleOf(candidate) is "obj" or "iobj" or "obl" && pronoun.HeadToken.Head is { } answer && roles.Words.Replying.Contains(answer.Lemma)
        && ClauseRoles.Conjunct(answer) is var asking && asking.Index != answer.Index && ClauseRoles.Conjunct(candidate.HeadToken).HeadIndex == asking.Index;

    // "Kerry said that …, and he urged": a clause beside the first, of the same subject.
    private static bool GoesOn(Draft pronoun, Draft candidate) => pronoun is { Pronoun: "m" or "f", HeadToken: { BaseRelation: "nsubj", Head: { Relation: "conj", Head: { } first } second } } && candidate.Sentence == pronoun.Sentence
        && candidate.HeadToken.HeadIndex == first.Index && ClauseRoles.IsSubject(candidate) && second.Child("cc")?.Lemma == "and";

    // "Sanctions on Iraq over its invasion": whom an act is done to gives the reason.
    private bool IsReason(Draft candidate, Draft pronoun)
    {
        if (pronoun.HeadToken.Relation != "nmod:poss" || candidate.Sentence != pronoun.Sentence || ClauseRoles.RoleOf(candidate) is "nsubj" or "" || pronoun.HeadToken.Head is not { } noun
            || ClauseReader.PrepositionOf(noun) is not { } preposition || !roles.Words.Reasons.Contains(preposition))
        {
            return false;
        }

        var at = candidate.HeadToken;
        for (var step = 0; step < LongestChain; step++)
        {
            if (at.HeadIndex == noun.HeadIndex || at.HeadIndex >= 0 && at.HeadIndex == noun.Head?.HeadIndex)
            {
                return true;
            }

            if (at.BaseRelation is not ("nmod" or "conj") || at.Head is not { } up)
            {
                return false;
            }

            at = up;
        }

        return false;
    }

    // "Iraq's invasion of Kuwait and its buildup": of two nouns side by side whose the first is is whose the second is.
    private static bool OwnsFirst(Draft candidate, Draft pronoun) => pronoun is { Pronoun: not ("we" or "i"), HeadToken: { Relation: "nmod:poss", Head: { Relation: "conj" } second } } && candidate.Sentence == pronoun.Sentence
        && candidate.HeadToken is { Relation: "nmod:poss", Head: { } first } && ClauseRoles.Conjunct(second).Index == first.Index;

    // "Bush's aim in his talks": what hangs on somebody's noun, with nobody named between, is of the same.
    private static bool OwnsPhrase(Draft candidate, Draft pronoun) => pronoun is { Pronoun: not ("we" or "i"), HeadToken: { Relation: "nmod:poss", Head: { Relation: "nmod" } second } } && candidate.Sentence == pronoun.Sentence
        && candidate.HeadToken is { Relation: "nmod:poss", Head: { } first } && second.HeadIndex == first.Index && pronoun.CoreFirst == first.Index + 2;

    /// <summary>Whether a clause that holds a pronoun tells what one says: "North Korea's claim that it had tested a warhead".</summary>
    public static bool IsAuthor(Draft candidate, Draft pronoun)
    {
        if (candidate.Sentence != pronoun.Sentence || candidate.HeadToken is not { Relation: "nmod:poss", Head: { } statement })
        {
            return false;
        }

        var at = pronoun.HeadToken;
        for (var step = 0; step < 2 * LongestChain && at.Head is { } up; step++)
        {
            if (at.Relation is "acl" or "ccomp" && at.Child("mark")?.Form == "that")
            {
                return up.Index == statement.Index;
            }

            at = up;
        }

        return false;
    }

    // Those that fill another role of the same verb, so that the pronoun means none of them, however they are named: "Bashir, whom the court wants, sat beside him". "Trump met his envoy" is free.
    private HashSet<Identity> Partners(Draft pronoun) => pronoun.HeadToken.Relation == "nmod:poss" ? (Judge(pronoun) ?? Spoiler(pronoun)) is { } other ? [other] : []
        : [.. report[pronoun.Sentence.Index].All.Where(d => d != pronoun && d is { IsFolded: false, Identity: not null } && (d.Pronoun != "it" || ClauseRoles.IsSubject(d)) && ClauseRoles.SharesClause(pronoun, d)).Select(d => d.Identity!)];

    // "Soldiers burned their villages": who destroys something destroys another's.
    private Identity? Spoiler(Draft pronoun) => pronoun.HeadToken.Head is { BaseRelation: "obj", Head: { } harm } && roles.Words.Spoiling.Contains(harm.Lemma) ? SubjectOf(harm, pronoun) : null;

    private Identity? SubjectOf(Token verb, Draft beside) => report[beside.Sentence.Index].All.Find(d => d is { IsFolded: false, Identity: not null } && ClauseRoles.IsSubject(d) && ClauseRoles.Conjunct(d.HeadToken).HeadIndex == verb.Index)?.Identity;

    // "Netanyahu called his speech hostile": who judges a deed judges another's.
    private Identity? Judge(Draft pronoun) => pronoun.Pronoun is "m" or "f" && pronoun.HeadToken.Head is { BaseRelation: "obj" or "nsubj", Head: { } verb } noun && (verb.Tag == Upos.VERB ? verb : verb.Head) is { } judging && roles.Words.Judging.Contains(judging.Lemma)
        && roles.LongestAt(noun.Sentence, noun.Index)?.Values[0].Kind is not (RoleKind.Person or RoleKind.Group or RoleKind.Institution)
        ? SubjectOf(judging, pronoun) : null;
}
