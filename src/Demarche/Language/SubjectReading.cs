namespace Demarche.Language;

/// <summary>Mends a reading in which a finite verb has no subject, though one stands right before it, or a noun has a verb too many behind it.</summary>
/// <remarks>
/// "Mali has, however, left": an auxiliary has no subject; the verb has it.
/// "When guards came in May, <c>Mali</c>, a partner, left": what stands behind the comma is the subject, and nothing beside what the clause before it ends with.
/// "Left as <c>Mali and Niger backed</c> them": what stands between "as" and a finite verb is its subject, and no phrase of the verb above.
/// "<c>Asked</c> about it, he left": a past form without a subject that opens a clause before its verb, or stands behind "when", is a participle.
/// "Said troops <c>massed there</c> threatened them": a past form without a subject between a noun and the verb of that noun is a participle.
/// </remarks>
internal static class SubjectReading
{
    /// <summary>Gives the finite verbs of a sentence their subjects.</summary>
    public static void Mend(string[] forms, Annotation annotation)
    {
        for (var verb = 0; verb < forms.Length; verb++)
        {
            if (annotation.Relations[verb] is "aux" or "aux:pass")
            {
                PartAuxiliary(verb, annotation);
                continue;
            }

            if (annotation.Relations[verb] == "advcl" && annotation.PennTags[verb] == "VBD" && IsAdded(verb, annotation))
            {
                annotation.PennTags[verb] = "VBN";
            }

            if (verb == 0 || annotation.Tags[verb] != Upos.VERB || annotation.PennTags[verb] is not ("VBD" or "VBZ" or "VBP") || HasOpening(verb, annotation))
            {
                continue;
            }

            if (annotation.Relations[verb] == "advcl")
            {
                GivePhrase(forms, verb, annotation);
            }
            else if (!TakeFromClause(forms, verb, annotation) && annotation.PennTags[verb] == "VBD" && annotation.Relations[verb] is "ccomp" or "conj" or "parataxis")
            {
                MakeParticiple(forms, verb, annotation);
            }
        }
    }

    // "Mali has, however, left", Mali drawn to the "has" before the comma
    private static void PartAuxiliary(int auxiliary, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        var verb = heads[auxiliary];
        var subject = annotation.ChildOf(auxiliary, "nsubj") is >= 0 and var active ? active : annotation.ChildOf(auxiliary, "nsubj:pass");
        if (subject < 0 || subject > auxiliary || annotation.ChildOf(verb, "nsubj") >= 0 || annotation.ChildOf(verb, "nsubj:pass") >= 0)
        {
            return;
        }

        (heads[subject], relations[subject]) = (verb, annotation.ChildOf(verb, "aux:pass") >= 0 ? "nsubj:pass" : "nsubj");
        annotation.Tags[auxiliary] = Upos.AUX;
    }

    // "When guards came in May, Mali, a partner, left", Mali drawn to the guards or to May
    private static bool TakeFromClause(string[] forms, int verb, Annotation annotation)
    {
        var (tags, heads, relations) = (annotation.Tags, annotation.Heads, annotation.Relations);
        var clause = annotation.ChildOf(verb, "advcl");
        if (clause < 0 || clause > verb || annotation.ChildOf(clause, "cc") >= 0)
        {
            return false;
        }

        for (var i = clause + 1; i < verb; i++)
        {
            if (tags[i] is not (Upos.PROPN or Upos.NOUN or Upos.PRON) || relations[i] is not ("conj" or "appos") || heads[i] >= i || heads[i] < 0 || annotation.ChildOf(i, "cc") >= 0 || Top(heads, i, verb) != clause)
            {
                continue;
            }

            var first = i;
            while (heads[first - 1] == i)
            {
                first--;   // "the United States"
            }

            if (forms[first - 1] != "," || first - 1 <= clause)
            {
                continue;
            }

            var above = heads[i];
            (heads[i], relations[i]) = (verb, "nsubj");
            for (var j = i + 1; j < verb; j++)
            {
                heads[j] = heads[j] == above && relations[j] is "appos" or "conj" ? i : heads[j];
            }

            return true;
        }

        return false;
    }

    // "as Mali and Niger backed them"
    private static void GivePhrase(string[] forms, int verb, Annotation annotation)
    {
        var (tags, heads, relations) = (annotation.Tags, annotation.Heads, annotation.Relations);
        var first = verb;
        while (first > 1 && heads[first - 1] == verb && relations[first - 1] is "advmod" or "aux")
        {
            first--;   // "as Mali repeatedly backed them"
        }

        var subject = Top(heads, first - 1, heads[verb]);
        var opening = subject < 0 || subject >= verb || heads[subject] != heads[verb] || relations[subject] != "obl" || tags[subject] is not (Upos.NOUN or Upos.PROPN or Upos.PRON) ? -1 : annotation.ChildOf(subject, "case");
        if (opening >= 0 && opening < subject && forms[opening].ToLowerInvariant() is "as" or "after" or "before" or "since" or "until")
        {
            (heads[subject], relations[subject], heads[opening], relations[opening], tags[opening]) = (verb, "nsubj", verb, "mark", Upos.SCONJ);
        }
    }

    // "troops massed there threatened them"
    private static void MakeParticiple(string[] forms, int verb, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        for (var main = verb + 1; main < forms.Length && forms[main] is not ("," or ";" or ":"); main++)
        {
            if (annotation.Tags[main] != Upos.VERB || heads[main] != heads[verb] && heads[verb] != main)
            {
                continue;
            }

            var subject = annotation.ChildOf(main, "nsubj");
            if (subject >= 0 && subject < verb && annotation.Tags[subject] == Upos.NOUN && Top(heads, verb - 1, main) == subject)
            {
                (heads[verb], relations[verb], annotation.PennTags[verb]) = (subject, "acl", "VBN");
            }

            return;
        }
    }

    // "Asked about it, he left", "he left when asked": no subject, and nothing but "when" before it.
    private static bool IsAdded(int verb, Annotation annotation)
    {
        var isOpened = false;
        for (var i = 0; i < annotation.Heads.Length; i++)
        {
            if (annotation.Heads[i] == verb)
            {
                if (annotation.Relations[i] is "nsubj" or "nsubj:pass" or "csubj" or "expl" or "aux" or "aux:pass" or "cc" or "cop" or "mark")
                {
                    return false;
                }

                isOpened |= i == verb - 1 && annotation.PennTags[i] == "WRB";
            }
        }

        return isOpened || verb == 0;
    }

    // Whether a verb has a subject, or a word that opens its clause.
    private static bool HasOpening(int verb, Annotation annotation)
    {
        for (var i = 0; i < annotation.Heads.Length; i++)
        {
            if (annotation.Heads[i] == verb && (annotation.Relations[i] is "nsubj" or "nsubj:pass" or "csubj" or "expl" or "aux:pass" || i < verb && annotation.Relations[i] is "mark" or "cc" or "cop" || annotation.PennTags[i][0] == 'W'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The word above <paramref name="word"/>, or it, that hangs on <paramref name="head"/>; -1 where none does.</summary>
    private static int Top(int[] heads, int word, int head)
    {
        while (word >= 0 && heads[word] != head)
        {
            word = heads[word];
        }

        return word;
    }
}
