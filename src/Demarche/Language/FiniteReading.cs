namespace Demarche.Language;

/// <summary>Mends a reading that leaves a sentence without a finite verb: "Norway mediated between them." is no name with a participle behind it.</summary>
/// <remarks>
/// English writes most past tenses and past participles alike; in short sentences that start with a bare name the tagger takes the
/// participle too often. Only a whole sentence (it ends in a full stop) whose root is a noun without a copula and which has no finite
/// verb at all is read anew, the participle behind the noun or before it ("Peru severed ties with Chad."); so is a passive there that lacks its auxiliary. Where a verb behind a comma is given two subjects, the first of which has
/// such a participle ("Peru promised to help, the agency said"), the first is the subject of a clause of its own.
/// </remarks>
internal static class FiniteReading
{
    /// <summary>Makes the participle that follows the root noun the finite verb of the sentence, where it has none.</summary>
    public static void Mend(string[] forms, Annotation annotation)
    {
        var (tags, penn, heads, relations) = (annotation.Tags, annotation.PennTags, annotation.Heads, annotation.Relations);
        for (var i = 0; i < forms.Length; i++)
        {
            if (penn[i] == "VBG" && forms[i].EndsWith("ed", StringComparison.Ordinal))
            {
                penn[i] = IsPast(i, annotation) ? "VBD" : "VBN";
            }
            else if (penn[i] == "VBD" && IsBase(forms[i]))
            {
                penn[i] = "VBP";
            }
        }

        var root = Array.IndexOf(heads, -1);
        if (root >= 0 && tags[root] == Upos.VERB)
        {
            MendFronted(forms, root, annotation);
        }

        if (root >= 0 && tags[root] == Upos.NOUN && annotation.ChildOf(root, "amod") is >= 0 and var past && penn[past] == "VBD")
        {
            MendDrawn(forms, root, annotation);   // no past tense is part of a noun
        }

        if (root < 0 || forms[^1] != "." || penn.Any(IsFinite))
        {
            return;
        }

        if (tags[root] == Upos.VERB && penn[root] == "VBN" && IsPastToo(forms[root]))
        {
            MendPassive(root, annotation);
            return;
        }

        if (tags[root] is not (Upos.NOUN or Upos.PROPN or Upos.PRON))
        {
            return;
        }

        var verb = Array.FindIndex(heads, h => h == root);
        while (verb >= 0 && !(verb > root && relations[verb] == "acl" && penn[verb] == "VBN" && IsPastToo(forms[verb])))
        {
            verb = Array.FindIndex(heads, verb + 1, h => h == root);
        }

        if (verb < 0 && MendBehindPhrase(forms, root, annotation))
        {
            return;
        }

        if (verb < 0)
        {
            MendDrawn(forms, root, annotation);
            return;
        }

        for (var i = verb + 1; i < heads.Length; i++)
        {
            heads[i] = heads[i] == root ? verb : heads[i];
        }

        (heads[verb], relations[verb], penn[verb]) = (-1, "root", "VBD");
        (heads[root], relations[root]) = (verb, "nsubj");
    }

    // "Peru for the first time called on Chad to leave.", called drawn to the phrase before it
    private static bool MendBehindPhrase(string[] forms, int root, Annotation annotation)
    {
        var (penn, heads, relations) = (annotation.PennTags, annotation.Heads, annotation.Relations);
        for (var verb = root + 2; verb < heads.Length; verb++)
        {
            var noun = heads[verb];
            if (relations[verb] == "acl" && penn[verb] == "VBN" && IsPastToo(forms[verb]) && noun == verb - 1 && noun > root && heads[noun] == root && relations[noun] == "nmod" && annotation.ChildOf(noun, "case") >= 0)
            {
                (heads[verb], relations[verb], penn[verb]) = (-1, "root", "VBD");
                (heads[root], relations[root], heads[noun], relations[noun]) = (verb, "nsubj", verb, "obl");
                for (var i = verb + 1; i < heads.Length; i++)
                {
                    heads[i] = heads[i] == root ? verb : heads[i];
                }

                return true;
            }
        }

        return false;
    }

    // "Peru severed ties": a form in -ed is no -ing; with a subject of its own, or a name beside it, it is a past tense.
    private static bool IsPast(int verb, Annotation annotation) =>
        annotation.ChildOf(verb, "aux") < 0 && annotation.ChildOf(verb, "aux:pass") < 0
        && (annotation.ChildOf(verb, "nsubj") >= 0 || annotation.Relations[verb] == "amod" && SubjectBefore(verb, annotation.Heads[verb], annotation) >= 0);

    // "Peru" drawn into the noun behind the verb that stands between them.
    private static int SubjectBefore(int verb, int noun, Annotation annotation)
    {
        if (annotation.ChildOf(noun, "nsubj") is >= 0 and var subject && subject < verb && annotation.ChildOf(noun, "cop") < 0)
        {
            return subject;
        }

        return verb > 0 && annotation.Heads[verb - 1] == noun && annotation.Relations[verb - 1] == "compound" && annotation.Tags[verb - 1] == Upos.PROPN ? verb - 1 : -1;
    }

    // "They accuse him": no past tense ends so.
    private static bool IsBase(string form) =>
        form.Length > 4 && (form.EndsWith("use", StringComparison.Ordinal) || form.EndsWith("ise", StringComparison.Ordinal) || form.EndsWith("ize", StringComparison.Ordinal));

    // "Peru severed ties with Chad.", Peru and the severing drawn into the ties
    private static void MendDrawn(string[] forms, int noun, Annotation annotation)
    {
        var (tags, penn, heads, relations) = (annotation.Tags, annotation.PennTags, annotation.Heads, annotation.Relations);
        var verb = annotation.ChildOf(noun, "amod");
        var subject = verb < 1 ? -1 : SubjectBefore(verb, noun, annotation);
        if (verb < 1 || verb > noun || subject < 0 || tags[verb] != Upos.VERB || penn[verb] is not ("VBN" or "VBD") || penn[verb] == "VBN" && !IsPastToo(forms[verb])
            || annotation.ChildOf(noun, "cop") >= 0 || annotation.ChildOf(noun, "case") >= 0)
        {
            return;
        }

        for (var i = 0; i < subject && relations[subject] == "compound"; i++)
        {
            heads[i] = heads[i] == noun ? subject : heads[i];
        }

        (heads[verb], relations[verb], penn[verb]) = (-1, "root", "VBD");
        (heads[subject], relations[subject]) = (verb, "nsubj");
        (heads[noun], relations[noun]) = (verb, "obj");
        for (var i = noun + 1; i < heads.Length; i++)
        {
            heads[i] = heads[i] == noun && relations[i] == "punct" ? verb : heads[i];
        }
    }

    // "Peru promised to help, the agency said": no verb has two subjects.
    private static void MendFronted(string[] forms, int verb, Annotation annotation)
    {
        var (penn, heads, relations) = (annotation.PennTags, annotation.Heads, annotation.Relations);
        var first = annotation.ChildOf(verb, "nsubj");
        var second = first < 0 ? -1 : annotation.ChildOf(verb, "nsubj", from: first + 1);
        if (second < 0 || second > verb)
        {
            return;
        }

        for (var i = first + 1; i < second; i++)
        {
            var isHeld = heads[i] == first && relations[i] == "acl" && penn[i] == "VBN" && IsPastToo(forms[i]);
            var isTold = heads[i] == verb && relations[i] == "ccomp" && penn[i] is "VBD" or "VBZ" && annotation.ChildOf(i, "nsubj") < 0;
            if ((isHeld || isTold) && Array.IndexOf(forms, ",", i, second - i) > 0)
            {
                (heads[i], relations[i], penn[i]) = (verb, "ccomp", isHeld ? "VBD" : penn[i]);
                (heads[first], relations[first]) = (i, "nsubj");
                return;
            }
        }
    }

    // A passive needs its "was": without it the subject is that of a past tense.
    private static void MendPassive(int verb, Annotation annotation)
    {
        var subject = -1;
        for (var i = 0; i < annotation.Heads.Length; i++)
        {
            if (annotation.Heads[i] == verb && annotation.Relations[i].StartsWith("aux", StringComparison.Ordinal))
            {
                return;
            }

            subject = annotation.Heads[i] == verb && annotation.Relations[i] == "nsubj:pass" ? i : subject;
        }

        if (subject >= 0)
        {
            annotation.Relations[subject] = "nsubj";
            annotation.PennTags[verb] = "VBD";
        }
    }

    private static bool IsFinite(string penn) => penn is "VBD" or "VBZ" or "VBP" or "MD";

    // "given", "sung" are participles only; nearly all others are the past tense as well.
    private static bool IsPastToo(string form) => form[^1] is not 'n' and not 'g' and not 'k';
}
