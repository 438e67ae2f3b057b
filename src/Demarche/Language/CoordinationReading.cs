using System.Collections.Immutable;

namespace Demarche.Language;

/// <summary>Mends a reading that ties what stands side by side to the wrong word.</summary>
/// <remarks>
/// "Iran said so; Belgium <c>called</c> it a lie": behind a semicolon another speaker begins, whose words are no part of what the first one says.
/// "Peru, Chile and <c>Niger</c>": each of a list stands beside the first.
/// "Iraq's invasion of Kuwait and its <c>buildup</c>": a deed stands beside the deed before it, never beside the one to whom that was done.
/// "Xi and visiting President <c>Belk</c>": the guest stands beside the host, visited by nobody.
/// "Albright, <c>Berger</c> and Secretary William Cohen", "<c>Berger</c> and Polish leader Oto Belk": a person's name is no part of another's.
/// "Ada Holm and Envoy <c>Oto Belk</c>": the name stands beside the other, and the office is its own.
/// "Thanked <c>Ministers</c> Ada Holm and Oto Belk": a title of several stands before their names as one of one does.
/// "Lars Dahl, chairman and <c>executive</c>, left": bare offices behind a name are those of one person.
/// "The minister of labour and trade, <c>Oto Belk</c>": behind "and" no third one follows, so the name is the minister's.
/// </remarks>
internal sealed class CoordinationReading(ReadingWords words)
{
    /// <summary>Sets the members of each coordination side by side.</summary>
    public void Mend(string[] forms, Annotation annotation)
    {
        JoinSpeakers(forms, annotation);
        JoinLists(annotation);
        JoinDeeds(forms, annotation);
        JoinVisitor(forms, annotation);
        JoinPeople(annotation);
        foreach (var name in annotation.Entities)
        {
            if (name.Kind == EntityKind.Person)
            {
                GiveTitle(name, annotation);
                JoinOfficer(name, annotation);
                JoinOffices(forms, name, annotation);
                GiveOffice(forms, name, annotation);
            }
        }
    }

    // "Peru, Chile and Niger": the last of a list stands beside the first, as the second does
    private static void JoinLists(Annotation annotation)
    {
        var (tags, heads, relations) = (annotation.Tags, annotation.Heads, annotation.Relations);
        for (var last = 2; last < heads.Length; last++)
        {
            if (relations[last] == "conj" && tags[last] == Upos.PROPN && heads[last] is >= 0 and var second && second < last && relations[second] == "conj" && tags[second] == Upos.PROPN
                && heads[second] < second && annotation.ChildOf(second, "cc") < 0 && annotation.ChildOf(last, "cc") >= 0 && !annotation.Entities.Any(e => e.Kind == EntityKind.Person && e.First <= last && e.Last >= last))
            {
                heads[last] = heads[second];
            }
        }
    }

    private static void JoinOffices(string[] forms, Entity name, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        var first = -1;
        for (var i = name.Last + 2; i < forms.Length && forms[name.Last + 1] == ","; i++)
        {
            if (heads[i] != name.First || relations[i] is not ("conj" or "appos"))
            {
                continue;
            }

            if (annotation.PennTags[i] != "NN" || annotation.ChildOf(i, "det") >= 0 || annotation.ChildOf(i, "nmod:poss") >= 0 || i + 1 < forms.Length && annotation.Tags[i + 1] == Upos.PROPN)
            {
                return;   // "Ada Holm, envoy Oto Belk": the office of another
            }

            if (first >= 0)
            {
                (heads[i], relations[i]) = (first, "conj");
            }
            else if (Array.FindIndex(heads, name.Last + 2, i - name.Last - 2, h => h != i) < 0)
            {
                (first, relations[i]) = (i, "appos");
            }
            else
            {
                return;
            }
        }
    }

    private void GiveOffice(string[] forms, Entity name, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        var (person, charge) = (name.First, heads[name.First]);
        if (charge < 1 || charge >= person || relations[charge] != "nmod" || heads[charge] is var office && (office < 0 || office > charge || !words.Offices.Contains(forms[office].ToLowerInvariant())))
        {
            return;
        }

        if (relations[person] == "conj" && forms[person - 1] == "," && annotation.ChildOf(charge, "conj") is var other && other < person && annotation.ChildOf(other, "cc") >= 0)
        {
            (heads[person], relations[person]) = (office, "appos");
        }
        else if (relations[person] == "flat" && charge == person - 1)
        {
            heads[person] = office;   // "Minister of Transport Oto Belk"
        }
    }

    private void JoinSpeakers(string[] forms, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        for (var semicolon = Array.IndexOf(forms, ";", 1); semicolon > 0 && semicolon + 1 < forms.Length; semicolon = Array.IndexOf(forms, ";", semicolon + 1))
        {
            if (IsInQuotation(forms, semicolon))
            {
                continue;
            }

            for (var verb = semicolon + 2; verb < forms.Length && forms[verb] != ";"; verb++)
            {
                if (heads[verb] < 0 || heads[verb] >= semicolon || relations[verb] is not ("ccomp" or "parataxis" or "conj") || annotation.Tags[verb] != Upos.VERB || annotation.PennTags[verb] is not ("VBD" or "VBZ" or "VBP")
                    || !(words.Saying.Contains(forms[verb]) || words.Naming.Contains(forms[verb])) || annotation.ChildOf(verb, "nsubj", semicolon) is var subject && (subject < 0 || subject > verb) || annotation.ChildOf(verb, "mark") >= 0)
                {
                    continue;
                }

                if (Top(heads, heads[verb], semicolon) is var first && (first != heads[verb] || relations[verb] is "ccomp" or "parataxis" && annotation.ChildOf(first, "ccomp") is >= 0 and var said && said < semicolon))
                {
                    (heads[verb], relations[verb]) = (first, "conj");
                }

                break;
            }
        }
    }

    private static bool IsInQuotation(string[] forms, int end)
    {
        var isOpen = false;
        for (var i = 0; i < end; i++)
        {
            isOpen ^= forms[i] is "\"" or "“" or "”" or "``" or "''";
        }

        return isOpen;
    }

    // The topmost word above one among those that stand before an end.
    private static int Top(int[] heads, int word, int end)
    {
        while (heads[word] >= 0 && heads[word] < end)
        {
            word = heads[word];
        }

        return word;
    }

    private void JoinDeeds(string[] forms, Annotation annotation)
    {
        var (tags, heads, relations) = (annotation.Tags, annotation.Heads, annotation.Relations);
        for (var deed = 4; deed < forms.Length; deed++)
        {
            if (relations[deed] != "conj" || !words.Deeds.Contains(forms[deed]) || heads[deed] is var victim && (relations[victim] != "nmod" || tags[victim] != Upos.PROPN))
            {
                continue;
            }

            var first = heads[victim];
            if (first >= 0 && first < victim && words.Deeds.Contains(forms[first]) && annotation.ChildOf(deed, "nmod:poss", victim) is >= 0 and var whose && tags[whose] == Upos.PRON)
            {
                heads[deed] = first;
            }
        }
    }

    // "Xi and visiting President Belk agreed", Belk drawn as whom somebody visits
    private static void JoinVisitor(string[] forms, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        for (var visiting = 2; visiting < forms.Length; visiting++)
        {
            if (forms[visiting] != "visiting" || relations[visiting] != "conj" || heads[visiting] is var host && (host > visiting || annotation.Tags[host] is not (Upos.PROPN or Upos.NOUN)) || annotation.ChildOf(visiting, "obj", visiting) is var guest && (guest < 0 || !IsPerson(annotation.Entities, guest)))
            {
                continue;
            }

            for (var i = 0; i < forms.Length; i++)
            {
                heads[i] = heads[i] != visiting || i == guest ? heads[i] : i < visiting || heads[host] < 0 ? guest : heads[host];
            }

            (heads[guest], relations[guest], heads[visiting], relations[visiting]) = (host, "conj", guest, "amod");
        }
    }

    private static void JoinPeople(Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        foreach (var name in annotation.Entities)
        {
            var (person, and) = (name.First, name.Last + 1);
            if (name.Kind != EntityKind.Person || relations[person] is not ("compound" or "nmod:desc") || heads[person] is var other && other <= and || annotation.Tags[and] != Upos.CCONJ
                || !IsPerson(annotation.Entities, other) && !IsOfficer(other, annotation))
            {
                continue;
            }

            for (var i = and; i < other; i++)
            {
                if (heads[i] == person && relations[i] == "conj")
                {
                    (heads[i], relations[i]) = (i + 1, "compound");   // "Defense" of "Defense Secretary"
                }
                else if (heads[i] < and || i == and)
                {
                    heads[i] = other;
                }
            }

            if (relations[other] == "conj" && heads[other] < person)
            {
                (heads[person], relations[person]) = (heads[other], "conj");
                continue;
            }

            (heads[person], relations[person], heads[other], relations[other]) = (heads[other], relations[other], person, "conj");
            for (var i = 0; i < person; i++)
            {
                heads[i] = heads[i] == other ? person : heads[i];
            }
        }
    }

    // "thanked Ministers Ada Holm and Oto Belk", the names told of the ministers
    private static void GiveTitle(Entity name, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        var (person, office) = (name.First, name.First - 1);
        if (office < 0 || relations[person] != "appos" || heads[person] != office || annotation.PennTags[office] is not ("NNS" or "NNPS") || annotation.ChildOf(office, "det") >= 0 || annotation.ChildOf(office, "nmod:poss") >= 0)
        {
            return;
        }

        for (var i = 0; i < heads.Length; i++)
        {
            heads[i] = heads[i] == office && (i > person || i < office && relations[i] is "case" or "cc" or "mark") ? person : heads[i];
        }

        (heads[person], relations[person], heads[office], relations[office]) = (heads[office], relations[office], person, "nmod:desc");
    }

    // "Macron and German Chancellor Olaf Scholz", the chancellor coordinated, and Scholz told of Macron
    private static void JoinOfficer(Entity name, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        var (person, office) = (name.First, name.First - 1);
        if (office < 1 || relations[person] != "appos" || relations[office] != "conj" || heads[office] != heads[person] || annotation.Tags[office] is not (Upos.NOUN or Upos.PROPN) || annotation.ChildOf(office, "cc") < 0 || !IsPerson(annotation.Entities, heads[person]))
        {
            return;
        }

        for (var i = 0; i < office; i++)
        {
            heads[i] = heads[i] == office ? person : heads[i];
        }

        (heads[office], relations[office], relations[person]) = (person, "nmod:desc", "conj");
    }

    // "leader Kim Jong Un": an office with the name right behind it.
    private static bool IsOfficer(int office, Annotation annotation) =>
        annotation.PennTags[office] is "NN" or "NNP" && office + 1 < annotation.Heads.Length && annotation.Heads[office + 1] == office && IsPerson(annotation.Entities, office + 1);

    private static bool IsPerson(ImmutableArray<Entity> names, int first)
    {
        foreach (var name in names)
        {
            if (name.First == first)
            {
                return name.Kind == EntityKind.Person;
            }
        }

        return false;
    }
}
