namespace Demarche.Language;

/// <summary>Mends a reading that tears the members of a pair apart, as only headlines and long subjects make it do.</summary>
/// <remarks>
/// "Iran, Iraq sign deal": a comma stands for "and" where the verb follows the second name at once; an apposition would be closed by a comma.
/// "Greek, Turkish leaders meet": so it does between adjectives.
/// "Talks between the government and the rebels faltered": what stands behind the "and" of "between" is no clause of its own.
/// "He is in Moscow to discuss it": a predicate that has its subject has no second one in an infinitive behind it.
/// "He hoped Chad and Mali would agree": two that stand between a verb and a modal are the subject of what follows.
/// </remarks>
internal static class PairReading
{
    /// <summary>Joins the pairs of a sentence.</summary>
    public static void Mend(string[] forms, Annotation annotation)
    {
        if (forms.Length < 4)
        {
            return;
        }

        JoinNames(forms, annotation);
        JoinAdjectives(forms, annotation);
        JoinBetween(forms, annotation);
        FreeInfinitive(forms, annotation);
        GiveSubject(annotation);
        GiveBack(forms, annotation);
    }

    // "said on Thursday it would leave", "warned Iran they would strike": what stands before the subject of a clause without "that" belongs to the verb above.
    private static void GiveBack(string[] forms, Annotation annotation)
    {
        var (tags, heads, relations) = (annotation.Tags, annotation.Heads, annotation.Relations);
        for (var verb = 3; verb < heads.Length; verb++)
        {
            var told = heads[verb];
            if (relations[verb] != "ccomp" || told < 0 || told > verb || tags[told] != Upos.VERB)
            {
                continue;
            }

            var subject = verb - 1;
            while (subject > told && !(heads[subject] == verb && relations[subject] is "nsubj" or "nsubj:pass"))
            {
                subject--;
            }

            for (var i = told + 1; i < subject; i++)
            {
                if (heads[i] == verb && relations[i] == "mark" || annotation.PennTags[i][0] == 'W' || forms[i] is "\"" or ":" or "'" or ",")
                {
                    break;   // "knew what he wanted", "said, on Monday he will"
                }

                if (heads[i] == verb && relations[i] is "obl" or "obl:tmod" or "obl:unmarked" or "obj" or "iobj")
                {
                    heads[i] = told;
                }
            }
        }
    }

    // "hoped Chad and Mali would agree": what stands between the verb and "would" is no object.
    private static void GiveSubject(Annotation annotation)
    {
        var (tags, penn, heads, relations) = (annotation.Tags, annotation.PennTags, annotation.Heads, annotation.Relations);
        for (var modal = 3; modal < heads.Length - 1; modal++)
        {
            var verb = heads[modal];
            if (penn[modal] != "MD" || relations[modal] != "aux" || verb < modal || tags[verb] != Upos.VERB || heads[verb] < 0 || heads[verb] > modal)
            {
                continue;
            }

            var (told, before) = (heads[verb], Head(heads, modal - 1, heads[verb] + 1, modal));
            if (penn[before][0] == 'W' || tags[told] != Upos.VERB || tags[before] is not (Upos.NOUN or Upos.PROPN or Upos.PRON) || relations[before] != "obj" || Array.FindIndex(heads, 0, verb, h => h == verb) is var first && first >= 0 && (first < before || relations[first] == "cc"))
            {
                continue;
            }

            if (relations[verb] == "conj" && heads[before] == told && before > told)
            {
                (heads[before], relations[before], relations[verb]) = (verb, "nsubj", "ccomp");
            }
            else if (relations[verb] == "ccomp" && heads[before] == verb)
            {
                relations[before] = "nsubj";
            }
        }
    }

    // "Greek, Turkish leaders meet", Greek drawn to the verb
    private static void JoinAdjectives(string[] forms, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        var verb = heads[0];
        if (forms[1] != "," || annotation.Tags[0] is not (Upos.ADJ or Upos.PROPN) || relations[0] != "nsubj" || verb < 4 || relations[2] is not ("amod" or "compound"))
        {
            return;
        }

        var noun = heads[2];
        if (noun > 2 && noun < verb && heads[noun] == verb && relations[noun] == "nsubj" && annotation.PennTags[noun] == "NNS" && char.IsUpper(forms[2][0]))
        {
            (heads[0], relations[0], heads[1], heads[2], relations[2]) = (noun, "amod", 2, 0, "conj");
        }
    }

    private static void JoinNames(string[] forms, Annotation annotation)
    {
        var (tags, penn, heads, relations) = (annotation.Tags, annotation.PennTags, annotation.Heads, annotation.Relations);
        var comma = Array.IndexOf(forms, ",");
        if (comma < 1 || Array.IndexOf(forms, ",", comma + 1) is > 0 and var next && next < comma + 6)
        {
            return;
        }

        var first = Head(heads, comma - 1, 0, comma);
        var verb = heads[first];
        if (relations[first] is not ("nsubj" or "vocative") || verb < comma + 2 || tags[first] != Upos.PROPN || !IsFinite(penn, heads, verb) || LeftMost(heads, first, verb) > 0)
        {
            return;
        }

        var last = verb - 1;
        while (last > comma && heads[last] == verb && tags[last] is Upos.AUX or Upos.ADV or Upos.PART)
        {
            last--;
        }

        var second = Head(heads, last, comma + 1, last + 1);
        var isSecond = (heads[second] == first && relations[second] == "appos") || (heads[second] == verb && relations[second] == "nsubj");
        if (last <= comma || !isSecond || (last != second && relations[last] != "flat"))
        {
            return;
        }

        if (tags[second] == Upos.PROPN)
        {
            (heads[second], relations[second], heads[comma], relations[first]) = (first, "conj", second, "nsubj");
            return;
        }

        // "Serbia, Kosovo leaders": both names stand before the noun.
        var name = Head(heads, comma + 1, comma + 1, second);
        if (tags[second] == Upos.NOUN && tags[name] == Upos.PROPN && heads[name] == second && relations[name] is "compound" or "amod")
        {
            (heads[first], relations[first]) = (second, "compound");
            (heads[name], relations[name], heads[comma]) = (first, "conj", name);
        }
    }

    private static void JoinBetween(string[] forms, Annotation annotation)
    {
        var (tags, penn, heads, relations) = (annotation.Tags, annotation.PennTags, annotation.Heads, annotation.Relations);
        var root = Array.IndexOf(heads, -1);
        var between = Array.FindIndex(forms, f => f is "between" or "Between");
        if (root < 0 || between < root || tags[root] is not (Upos.NOUN or Upos.PROPN) || relations[between] != "case" || heads[heads[between]] != root)
        {
            return;
        }

        var first = heads[between];
        var and = Array.IndexOf(forms, "and", first);
        var verb = and < 0 ? -1 : heads[and];
        var second = verb < 0 ? -1 : annotation.ChildOf(verb, "nsubj", from: and);
        if (second < 0 || second > verb || heads[verb] != root || relations[verb] != "conj" || !IsFinite(penn, heads, verb) || Array.FindIndex(heads, 0, root + 1, h => h == verb) >= 0)
        {
            return;
        }

        (heads[second], relations[second], heads[and]) = (first, "conj", second);
        for (var i = verb + 1; i < heads.Length; i++)
        {
            heads[i] = heads[i] == root ? verb : heads[i];
        }

        (heads[verb], relations[verb]) = (-1, "root");
        (heads[root], relations[root]) = (verb, "nsubj");
    }

    private static void FreeInfinitive(string[] forms, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        for (var i = 1; i < heads.Length; i++)
        {
            var head = heads[i];
            if (relations[i] == "csubj" && head >= 0 && head < i && annotation.Tags[head] is Upos.NOUN or Upos.PROPN && Has(head, "nsubj", until: head) && Has(i, "mark", until: i))
            {
                relations[i] = "advcl";
            }
        }

        bool Has(int head, string relation, int until)
        {
            for (var i = 0; i < until; i++)
            {
                if (heads[i] == head && relations[i] == relation && !forms[i].Equals("it", StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The topmost word above <paramref name="word"/> that lies in a range.</summary>
    private static int Head(int[] heads, int word, int start, int end)
    {
        while (heads[word] >= start && heads[word] < end)
        {
            word = heads[word];
        }

        return word;
    }

    private static int LeftMost(int[] heads, int top, int end)
    {
        for (var i = 0; i < top; i++)
        {
            if (Head(heads, i, 0, end) == top)
            {
                return i;
            }
        }

        return top;
    }

    // "sign", "will sign", "signed"; "signs" has one subject.
    private static bool IsFinite(string[] penn, int[] heads, int verb) =>
        penn[verb] is "VBP" or "VBD" or "VB" || Enumerable.Range(0, verb).Any(i => heads[i] == verb && penn[i] is "VBP" or "VBD" or "MD");
}
