namespace Demarche.Language;

/// <summary>Mends a reading in which a verb lacks what it takes, or a noun has what only a verb takes.</summary>
/// <remarks>
/// "Told them <c>that rain would fall</c>": a relative clause has no "that" beside its subject. "Called the order <c>sinister</c>": who calls names a thing and what it is.
/// "Keeps troops <c>in Chad</c>": who keeps or stations says where. "Described it <c>as</c> unjust": "as" before a predicate that has no subject is a preposition.
/// "Condemned the arrest of two <c>by rebels</c>": only the deed has one who does it, not the verb above. "The news <c>that rain would fall</c>" is no relative clause either.
/// "Gave Kenya $30 million": who gives a sum gives it to somebody. "Peru proposed talks": no word before a finite verb is part of a noun behind it. "Voted late <c>to ratify it</c>": who votes votes to do something. "Accused them <c>of sabotaging talks</c>": of a deed, not of talks. "Ruled out <c>using force</c>": what is ruled out. "Two shot dead": they shot nobody. "Test-fired": what stands before the hyphen is no subject. "The court <c>on Monday</c> ordered": a day between subject and verb is when it was done.
/// "The bloc since the <c>coup</c>": what stands behind a preposition is no part of the noun before it.
/// </remarks>
internal sealed class ValencyReading(ReadingWords words)
{
    /// <summary>Gives the verbs of a sentence what they take.</summary>
    public void Mend(string[] forms, Annotation annotation)
    {
        for (var word = 0; word < forms.Length; word++)
        {
            if (annotation.Heads[word] is >= 0 and var head)
            {
                MendAbove(forms, word, head, annotation);
            }

            if (word > 0 && annotation.PennTags[word] == "NNS")
            {
                MakeVerb(word, annotation);
            }

            if (word > 0 && annotation.Tags[word] == Upos.VERB)
            {
                GiveSubject(word, annotation);
                PartHyphen(forms, word, annotation);
                GiveNamed(forms, word, annotation);
                PartNamed(forms, word, annotation);
            }
        }
    }

    private void MendAbove(string[] forms, int word, int head, Annotation annotation)
    {
        var (tags, heads, relations) = (annotation.Tags, annotation.Heads, annotation.Relations);
        switch (relations[word])
        {
            case "acl:relcl" when head < word && tags[word] is Upos.VERB or Upos.ADJ or Upos.NOUN:
                GiveClause(forms, word, head, annotation);
                break;

            case "acl" when tags[head] == Upos.VERB && head < word && annotation.PennTags[word] == "VB" && annotation.ChildOf(word, "mark") >= 0:
                relations[word] = "xcomp";   // "plans to deploy"
                break;

            case "advcl" when tags[head] == Upos.VERB && head < word && annotation.PennTags[word] == "VB" && words.Resolving.Contains(forms[head]) && annotation.ChildOf(word, "mark") is >= 0 and var to && forms[to] == "to"
                && annotation.ChildOf(head, "xcomp") < 0 && annotation.ChildOf(head, "ccomp") < 0 && annotation.ChildOf(head, "obj") < 0 && annotation.ChildOf(head, "aux:pass") < 0:
                relations[word] = "xcomp";
                break;

            case "compound" when head < word && annotation.ChildOf(word, "case") is >= 0 and var preposition && preposition < word:
                relations[word] = "nmod";
                break;

            case "advcl" when head < word && annotation.PennTags[word] == "VBG" && relations[word - 1] == "compound:prt" && heads[word - 1] == head && annotation.ChildOf(word, "nsubj") < 0 && annotation.ChildOf(head, "obj") < 0:
                relations[word] = "xcomp";   // "ruled out using force"
                break;

            case "xcomp" when forms[word] == "dead" && forms[head] == "shot" && annotation.PennTags[head] == "VBD" && annotation.ChildOf(head, "obj") < 0 && annotation.ChildOf(head, "nsubj") is >= 0 and var victim && victim < head:
                (annotation.PennTags[head], relations[victim]) = ("VBN", "nsubj:pass");   // "Two farmers shot dead": who shoots somebody dead names him
                break;

            case "conj" when head < word && relations[head] == "flat" && heads[head] is >= 0 and var name && name < head:
                heads[word] = name;   // "Qasym-Zhomart Toqaev and his counterpart": what goes with a name goes with all of it
                break;

            case "amod" when word > 0 && annotation.PennTags[word] == "VBG" && forms[word - 1] == "of" && relations[head] == "nmod" && heads[word - 1] == head && heads[head] is >= 0 and var accused && relations[accused] == "obj" && heads[accused] >= 0 && words.Accusing.Contains(forms[heads[accused]]):
                (heads[word], relations[word], heads[word - 1], relations[word - 1], heads[head], relations[head]) = (heads[accused], "advcl", word, "mark", word, "obj");
                break;

            case "amod" or "xcomp" or "acl" when forms[word] is "outgoing" or "incoming" && tags[word] == Upos.VERB:
                MakeAdjective(word, head, annotation);
                break;

            case "mark" when forms[word] is "as" && head > word && tags[head] is Upos.ADJ or Upos.NOUN or Upos.PROPN && annotation.ChildOf(head, "nsubj") < 0 && annotation.ChildOf(head, "cop") < 0:
                relations[word] = "case";
                break;

            case "nmod" when tags[head] == Upos.VERB && head < word && annotation.ChildOf(word, "case") is >= 0 and var preposition:
                relations[word] = forms[preposition] == "by" && annotation.PennTags[head] == "VBN" ? "obl:agent" : "obl";
                break;

            case "nmod" when head < word && heads[head] > word && relations[head] is "nsubj" or "nsubj:pass" && IsDay(forms, word, annotation) && IsBefore(word, heads[head], annotation):
                (heads[word], relations[word]) = (heads[head], "obl");
                break;

            case "obl" when tags[head] == Upos.VERB && head < word && annotation.ChildOf(word, "case") is >= 0 and var by && forms[by] == "by":
                GiveDeed(word, head, by, annotation);
                break;

            case "nmod" when head == word - 2 && forms[word - 1] is "in" or "on" or "at" && heads[word - 1] == word && relations[head] == "obj" && heads[head] >= 0 && heads[head] < head && words.Placing.Contains(forms[heads[head]]):
                (heads[word], relations[word]) = (heads[head], "obl");
                break;

            case "compound" when head == word + 1 && (tags[head] == Upos.PROPN || annotation.PennTags[head] == "NNS") && relations[head] is "obl" or "nsubj" or "nsubj:pass" && words.Days.Contains(forms[word]) && heads[head] > head && annotation.ChildOf(head, "case") is >= 0 and var opening && forms[opening].ToLowerInvariant() is "in" or "on":
                PartDay(word, head, opening, annotation);
                break;

            case "compound" when tags[word] == Upos.PROPN && head == word + 1 && tags[head] == Upos.SYM && relations[head] == "obj":
                GiveTaker(forms, word, head, annotation);
                break;

            case "compound" when head > word && tags[word] is Upos.PROPN or Upos.NOUN && tags[head] == Upos.ADJ && relations[head] is "amod" or "acl" && heads[head] >= 0 && heads[head] < word
                && annotation.ChildOf(head, "case") is >= 0 and var before && before < word:
                // "weapons for Kyiv worth millions": an adjective has no preposition
                (heads[before], heads[word], relations[word]) = (word, heads[head], "nmod");
                break;
        }
    }

    // "In May London left", London drawn to May
    private static void PartDay(int day, int subject, int opening, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        var verb = heads[subject];
        if (annotation.Tags[verb] != Upos.VERB || annotation.PennTags[verb] is "VB" or "VBG" || relations[subject] == "obl" && (annotation.ChildOf(verb, "nsubj") >= 0 || annotation.ChildOf(verb, "nsubj:pass") >= 0 || annotation.ChildOf(verb, "csubj") >= 0))
        {
            return;
        }

        (heads[opening], heads[day], relations[day], relations[subject]) = (day, verb, "obl", annotation.ChildOf(verb, "aux:pass") >= 0 ? "nsubj:pass" : "nsubj");
    }

    // "met outgoing President Tsai", the president met by nobody
    private static void MakeAdjective(int word, int verb, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        (annotation.Tags[word], annotation.PennTags[word]) = (Upos.ADJ, "JJ");
        if (relations[word] != "amod" && annotation.ChildOf(word, "obj", word) is >= 0 and var met)
        {
            (heads[met], relations[met], heads[word], relations[word]) = (verb, annotation.Tags[verb] == Upos.VERB && verb < word ? "obj" : "dep", met, "amod");
        }
    }

    // "on Monday", "on Dec 1"
    private bool IsDay(string[] forms, int word, Annotation annotation) =>
        annotation.ChildOf(word, "case") is >= 0 and var on && forms[on] == "on"
        && (words.Days.Contains(forms[word]) || annotation.Tags[word] == Upos.NUM && words.Days.Contains(forms[word - 1]) && annotation.Heads[word - 1] == word);

    // Nothing but the verb's own small words stands between.
    private static bool IsBefore(int day, int verb, Annotation annotation)
    {
        for (var i = day + 1; i < verb; i++)
        {
            if (annotation.Heads[i] != verb && annotation.Heads[i] != day || annotation.Tags[i] is not (Upos.AUX or Upos.ADV or Upos.PART or Upos.NUM))
            {
                return false;
            }
        }

        return annotation.Tags[verb] == Upos.VERB;
    }

    // "gave Kenya $30 million", Kenya drawn into the sum; "gave US $30 million" names a currency, "gave the US $30 million" does not
    private void GiveTaker(string[] forms, int taker, int sum, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        var verb = heads[sum];
        var article = annotation.ChildOf(sum, "det");
        if (verb < 0 || verb >= taker || !words.Giving.Contains(forms[verb]) || annotation.ChildOf(verb, "iobj") >= 0 || article < 0 && words.Currencies.Contains(forms[taker]))
        {
            return;
        }

        (heads[taker], relations[taker]) = (verb, "iobj");
        for (var i = verb + 1; i < taker; i++)
        {
            heads[i] = heads[i] == sum ? taker : heads[i];
        }
    }

    // "told residents that rain would fall", "said in an interview that he would go"
    private void GiveClause(string[] forms, int clause, int noun, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        var that = annotation.ChildOf(clause, "mark");
        var (told, verb) = (noun, heads[noun]);
        while (verb >= 0 && verb < noun && relations[noun] is "nmod")
        {
            (noun, verb) = (verb, heads[verb]);   // "in an interview with the paper"
        }

        if (that > noun && forms[that] == "that" && (annotation.ChildOf(clause, "nsubj", that) > that || annotation.ChildOf(clause, "nsubj:pass", that) > that)
            && verb >= 0 && verb < noun && annotation.Tags[verb] == Upos.VERB && annotation.ChildOf(verb, "ccomp") < 0
            && (relations[noun] == "iobj" || relations[noun] is "obj" or "obl" or "obl:tmod" or "obl:unmarked" && words.Saying.Contains(forms[verb])))
        {
            (heads[clause], relations[clause]) = (verb, "ccomp");
        }
        else if (that > told && forms[that] == "that" && annotation.Tags[that] == Upos.SCONJ && words.Contents.Contains(forms[told].ToLowerInvariant()) && (annotation.ChildOf(clause, "nsubj", that) > that || annotation.ChildOf(clause, "nsubj:pass", that) > that))
        {
            relations[clause] = "acl";   // "the news that rain would fall"
        }
    }

    // "condemned the arrest of two by rebels", the rebels drawn to the condemning
    private static void GiveDeed(int doer, int verb, int by, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        var deed = annotation.ChildOf(verb, "obj", verb);
        var suffering = deed < 0 ? -1 : annotation.ChildOf(deed, "nmod", deed);
        if (suffering < 0 || suffering > by || annotation.Tags[deed] != Upos.NOUN || annotation.ChildOf(suffering, "case", deed) < 0 || !CanAct(doer, annotation)
            || annotation.ChildOf(verb, "aux:pass") >= 0 || annotation.PennTags[verb] == "VBN" && annotation.ChildOf(verb, "aux") < 0)
        {
            return;
        }

        var last = by - 1;
        while (last > deed)
        {
            last = heads[last];
        }

        if (last == deed)
        {
            (heads[doer], relations[doer]) = (deed, "nmod");
        }
    }

    // A plural, or what a name stands in: "by rebels", "by Serb police"; not "by Monday", "by 300", "by law".
    private static bool CanAct(int doer, Annotation annotation) =>
        annotation.ChildOf(doer, "nummod") < 0
        && (annotation.PennTags[doer] == "NNS" || annotation.Entities.Any(e => e.Kind != EntityKind.Other && (e.First <= doer && e.Last >= doer || annotation.Heads[e.Last] == doer && e.Last < doer)) || annotation.ChildOf(doer, "compound") is >= 0 and var name && annotation.PennTags[name] == "NNP");

    // "said the government plans to leave": no clause without a verb has an infinitive behind its noun.
    private static void MakeVerb(int word, Annotation annotation)
    {
        var (tags, heads, relations) = (annotation.Tags, annotation.Heads, annotation.Relations);
        var subject = word - 1;
        var infinitive = annotation.ChildOf(word, "acl", word);
        if (heads[subject] != word || !(relations[subject] == "nsubj" || relations[subject] == "compound" && relations[word] == "ccomp") || infinitive < 0 || annotation.PennTags[infinitive] != "VB" || heads[word + 1] != infinitive || relations[word + 1] != "mark"
            || annotation.ChildOf(word, "cop") >= 0 || annotation.ChildOf(word, "nsubj") is >= 0 and var other && other != subject)
        {
            return;
        }

        for (var i = 0; i < subject; i++)
        {
            heads[i] = heads[i] == word && (relations[i] is "det" or "amod" or "compound" or "nmod:poss") ? subject : heads[i];
        }

        (tags[word], annotation.PennTags[word], relations[subject], relations[infinitive]) = (Upos.VERB, "VBZ", "nsubj", "xcomp");
    }

    // "Peru proposed talks", Peru drawn into the talks
    private static void GiveSubject(int verb, Annotation annotation)
    {
        var (tags, heads, relations) = (annotation.Tags, annotation.Heads, annotation.Relations);
        for (var i = 0; i < verb; i++)
        {
            if (heads[i] > verb && heads[heads[i]] == verb && relations[i] is "compound" or "nmod" or "nmod:poss" or "nsubj" && tags[i] is Upos.PROPN or Upos.NOUN && annotation.PennTags[verb] is "VBD" or "VBZ" or "VBP"
                && relations[heads[i]] == "obj" && annotation.ChildOf(verb, "nsubj") < 0 && annotation.ChildOf(i, "case") < 0)
            {
                (heads[i], relations[i]) = (verb, "nsubj");
            }
        }
    }

    // "Peru test-fired a rocket"
    private static void PartHyphen(string[] forms, int verb, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        var first = verb - 2;
        if (first > 0 && forms[verb - 1] == "-" && relations[verb] == "amod" && heads[verb] > verb && heads[heads[verb]] < 0)
        {
            MakeFinite(verb, heads[verb], first, annotation);
            return;
        }

        if (first < 1 || forms[verb - 1] != "-" || heads[first] != verb || relations[first] is not ("obl:unmarked" or "nsubj") || annotation.PennTags[first] != "NN")
        {
            return;
        }

        var subject = annotation.ChildOf(first, "compound");
        if (subject < 0 || subject > first || annotation.Tags[subject] != Upos.PROPN || annotation.ChildOf(verb, "nsubj") is >= 0 and var other && other != first)
        {
            return;
        }

        (heads[subject], relations[subject], relations[first]) = (verb, "nsubj", "compound");
        for (var i = 0; i < subject; i++)
        {
            heads[i] = heads[i] == first ? subject : heads[i];
        }
    }

    // "North Korea test-fired two missiles", all of it drawn into the missiles
    private static void MakeFinite(int verb, int thing, int first, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        var subject = first - 1;
        if (heads[first] != verb || annotation.Tags[subject] != Upos.PROPN || heads[subject] != thing || relations[subject] is not ("compound" or "nmod") || annotation.ChildOf(thing, "nsubj") >= 0 || annotation.ChildOf(thing, "cop") >= 0)
        {
            return;
        }

        (heads[verb], relations[verb], annotation.PennTags[verb]) = (-1, "root", "VBD");
        (heads[thing], relations[thing]) = (verb, "obj");
        (heads[subject], relations[subject], relations[first]) = (verb, "nsubj", "compound");
    }

    // "called the order sinister", the order drawn into what it is called
    private void GiveNamed(string[] forms, int verb, Annotation annotation)
    {
        var (tags, heads, relations) = (annotation.Tags, annotation.Heads, annotation.Relations);
        var called = words.Naming.Contains(forms[verb]) ? annotation.ChildOf(verb, "xcomp", verb) : -1;
        var named = called - 1;
        if (called < 0 || tags[called] != Upos.NOUN || tags[named] != Upos.NOUN || heads[named] != called || relations[named] != "compound"
            || annotation.ChildOf(verb, "obj") >= 0 || annotation.ChildOf(verb, "aux:pass") >= 0 || annotation.ChildOf(called, "det", verb) < 0)
        {
            return;
        }

        (heads[named], relations[named], tags[called], annotation.PennTags[called]) = (verb, "obj", Upos.ADJ, "JJ");
        for (var i = verb + 1; i < named; i++)
        {
            heads[i] = heads[i] == called ? named : heads[i];
        }
    }

    // "called the talks with them unjust": an adjective behind the noun that is called so
    private void PartNamed(string[] forms, int verb, Annotation annotation)
    {
        var (tags, heads, relations) = (annotation.Tags, annotation.Heads, annotation.Relations);
        var named = words.Naming.Contains(forms[verb]) && annotation.ChildOf(verb, "xcomp") < 0 ? annotation.ChildOf(verb, "obj", verb) : -1;
        var called = named < 0 ? -1 : annotation.ChildOf(named, "amod", named);
        if (called < 0 || tags[called] != Upos.ADJ)
        {
            return;
        }

        (heads[called], relations[called]) = (verb, "xcomp");
        for (var i = named + 1; i < called; i++)
        {
            if (heads[i] == called && tags[i] is Upos.NOUN or Upos.PROPN)
            {
                (heads[i], relations[i]) = (named, "nmod");
            }
        }
    }
}
