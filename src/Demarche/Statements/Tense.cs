using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Statements;

/// <summary>What the form of a predicate alone says: done, lasting, ahead, or only thought of.</summary>
internal sealed class Tense(StatementWords words)
{
    /// <summary>Before any word above is looked at: a bare infinitive lies ahead, progressives and "since" last, all else is told as done.</summary>
    public Judgement Of(Token predicate)
    {
        var auxiliary = predicate.Child("aux");
        if (IsPurpose(predicate) || IsToBe(predicate) || ClauseReader.IsHeadlineFuture(predicate)
            || words.Awaited.Contains(predicate.Lemma) && IsPassive(predicate))
        {
            return new Judgement(Status.Planned, [Auxiliary.Future], [predicate]);
        }

        if (IsInvertedCondition(predicate) || IsQuestion(predicate))
        {
            return new Judgement(Status.Possible, [Auxiliary.Hypothetical], [predicate]);
        }

        var isPresent = auxiliary?.PennTag is "VBZ" or "VBP";
        if (isPresent && (predicate.PennTag == "VBG" && auxiliary?.Lemma == "be" || auxiliary?.Lemma == "have" && HasSince(predicate)))
        {
            return new Judgement(Status.Ongoing, [], [predicate]);
        }

        if (auxiliary is null && predicate.PennTag is "VBZ" or "VBP" && HabitOf(predicate) is { } habit)
        {
            return new Judgement(Status.Ongoing, [], [habit]);
        }

        return auxiliary is null && predicate.PennTag is "VBZ" or "VBP" && DayAhead(predicate) is { } day
            ? new Judgement(Status.Planned, [Auxiliary.Future], [day])
            : new Judgement(Status.Happened, [], []);
    }

    // "flew in to hand over a letter and to press them": what one comes for lies ahead, the second aim too.
    private static bool IsPurpose(Token predicate) =>
        predicate.PennTag == "VB" && predicate.Child("mark")?.Lemma == "to"
        && (predicate.Relation == "advcl" || predicate is { Relation: "conj", Head: { } first } && (IsPurpose(first) || first.Child("advcl") is { } aim && aim.Index < predicate.Index && IsPurpose(aim)));

    // "The envoys meet Tuesday": in running text a plain present with a day is a timetable's.
    private Token? DayAhead(Token predicate)
    {
        if (words.SameInPast.Contains(predicate.Lemma) || predicate.BaseRelation is "advcl")
        {
            return null;
        }

        foreach (var child in predicate.Children)
        {
            if (child.BaseRelation is "obl" or "advmod" && words.DaysAhead.Contains(child.Form.ToLowerInvariant()) && (child.Child("case") is null or { Lemma: "on" }))
            {
                return child;
            }
        }

        return null;
    }

    // "often crosses", "meets every year": what is done again and again has not ended.
    private Token? HabitOf(Token predicate)
    {
        foreach (var child in predicate.Children)
        {
            if (child.Relation == "advmod" && words.Habits.Contains(child.Lemma.ToLowerInvariant())
                || child.BaseRelation is "obl" && child.Child("case") is null && child.Child("det") is { } every && words.Recurring.Contains(every.Lemma.ToLowerInvariant()))
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>Outside reported speech, and above a condition, "would" only thinks of what it names, and a condition makes "will" open.</summary>
    public Judgement Unreported(Token predicate, Judgement judgement)
    {
        if (judgement.Status != Status.Planned)
        {
            return judgement;
        }

        var modal = predicate.Child("aux");
        var isThought = modal?.Lemma.ToLowerInvariant() is "would" && predicate.IsRoot;
        return isThought || modal?.PennTag == "MD" && HasCondition(predicate)
            ? new Judgement(Status.Possible, [Auxiliary.Hypothetical], judgement.Reasons)
            : judgement;
    }

    /// <summary>Whether the verb tells of what is over: a simple past, or a participle behind "have".</summary>
    public static bool IsPast(Token verb) => verb.PennTag == "VBD" || verb.PennTag == "VBN" && verb.Child("aux")?.Lemma == "have";

    /// <summary>Whether the clause stands in a present or present perfect, by its first finite word.</summary>
    public static bool IsPresent(Token predicate)
    {
        foreach (var child in predicate.Children)
        {
            if (child.Relation is "aux" or "aux:pass" or "cop")
            {
                return child.PennTag is "VBZ" or "VBP";
            }
        }

        return predicate.PennTag is "VBZ" or "VBP";
    }

    /// <summary>Whether the verb names what is wanted or still to come: "(vowed) to stay", "would stay", "would be lifted", but not "did not stay".</summary>
    public static bool IsAhead(Token verb) => verb.PennTag == "VB" ? verb.Child("aux")?.Lemma is not "do" : verb.PennTag == "VBN" && verb.Child("aux:pass") is { PennTag: "VB" } && verb.Child("aux") is { PennTag: "MD" };

    /// <summary>Whether the verb is in the passive.</summary>
    public static bool IsPassive(Token verb) => verb.Child("aux:pass") is not null || verb.Child("nsubj:pass") is not null;

    /// <summary>Whether a clause stands by itself: it has a subject and is neither an infinitive nor a wish ("demand that he leave").</summary>
    public static bool IsFinite(Token predicate)
    {
        var (hasSubject, hasAuxiliary) = (false, false);
        foreach (var child in predicate.Children)
        {
            hasSubject |= child.BaseRelation is "nsubj" or "csubj" or "expl";
            hasAuxiliary |= child.BaseRelation is "aux" or "cop" && child.PennTag is not "VB";
        }

        return hasSubject && (hasAuxiliary || predicate.PennTag is "VBD" or "VBZ" or "VBP");
    }

    /// <summary>"is to take effect", "is due to visit", "are to be tried": what is settled to come.</summary>
    public static bool IsToBe(Token predicate)
    {
        if ((predicate.Child("mark") ?? (predicate.PennTag == "VB" ? predicate.Child("case") : null)) is not { Lemma: "to" or "due" } mark)
        {
            return false;   // the parser may take "due to" for a preposition
        }

        foreach (var child in predicate.Children)
        {
            if (child.Index < mark.Index && child.BaseRelation is "aux" or "cop" && child is { Index: var at, Lemma: "be", PennTag: "VBZ" or "VBP" or "VBD" } && at < mark.Index)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Burn their flags!", "Let them go.", "Citizens, fight them!": a bare verb that opens its clause, or stands behind those who are called upon.</summary>
    public static bool IsImperative(Token verb)
    {
        if (verb.Tag != Upos.VERB || verb.PennTag is not ("VB" or "VBP") || verb.BaseRelation is not ("root" or "ccomp" or "parataxis") || verb.Child("aux") is not null || verb.Child("mark") is not null || verb.Child("cop") is not null)
        {
            return false;
        }

        var before = verb.Index - 1;
        while (before >= 0 && verb.Sentence[before].Tag is Upos.ADV or Upos.INTJ)
        {
            before--;
        }

        if (verb.Child("nsubj") is { } called)
        {
            return called.Index < verb.Index && before > called.Index && verb.Sentence[before].Form == "," && verb.Sentence[^1].Form == "!";
        }

        return verb.PennTag == "VB" && (before < 0 || verb.Sentence[before].Tag == Upos.PUNCT && verb.Sentence[before].Form is not ("," or "-"));
    }

    /// <summary>"Should Tehran attack, …", "Had he signed, …"</summary>
    public static bool IsInvertedCondition(Token predicate) =>
        predicate.BaseRelation is "advcl" && predicate.Child("aux") is { } first && first.Lemma.ToLowerInvariant() is "should" or "have" or "be"
        && predicate.Child("nsubj") is { } subject && first.Index < subject.Index;

    // "Will Iran accept?", also behind "Q:" and before "he asked"
    private static bool IsQuestion(Token predicate) =>
        predicate.BaseRelation is "root" or "parataxis" or "ccomp" or "appos" && predicate.Child("aux") is { } first && predicate.Child("nsubj") is { } subject && first.Index < subject.Index
        && EndsInQuestion(predicate);

    private static bool EndsInQuestion(Token predicate)
    {
        foreach (var child in predicate.Children)
        {
            if (child.Form == "?")
            {
                return true;
            }
        }

        return predicate.Sentence[^1].Form == "?";
    }

    private bool HasCondition(Token predicate)
    {
        foreach (var child in predicate.Children)
        {
            if (child.BaseRelation is "advcl" && (child.Child("mark") is { } mark && words.Conditions.Contains(mark.Lemma.ToLowerInvariant()) || IsInvertedCondition(child)))
            {
                return true;
            }
        }

        return false;
    }

    // "has imposed sanctions since 2006", "have been cut off for two years"; of coordinated verbs the last may carry it.
    private bool HasSince(Token predicate)
    {
        foreach (var child in predicate.Children)
        {
            if (child.BaseRelation is "obl" or "advcl" or "nmod" && (child.Child("case") ?? child.Child("mark"))?.Lemma.ToLowerInvariant() is { } preposition
                    && (preposition == "since" || preposition == "for" && words.Spans.Contains(child.Lemma.ToLowerInvariant()) && child.Child("det") is null)
                || child.Relation == "conj" && child.Tag == predicate.Tag && HasSince(child)
                || child.Relation == "obj" && HasSince(child))
            {
                return true;
            }
        }

        return false;
    }
}
