namespace Demarche.Language;

/// <summary>Mends a reading in which what is added to a clause hangs on another verb than that of whoever adds it.</summary>
/// <remarks>
/// "Urged Chad to act, <c>warning</c> that rain would fall": who urges warns.
/// "Niger shut the port, Chad said, after <c>vowing</c> to do so": Niger vowed.
/// "Denounced it as unjust and <c>threatened</c> to leave": two deeds.
/// </remarks>
internal sealed class AdjunctReading(ReadingWords words)
{
    /// <summary>Gives each addition to the verb that it goes with.</summary>
    public void Mend(string[] forms, Annotation annotation)
    {
        for (var word = 1; word < forms.Length; word++)
        {
            if (annotation.Heads[word] is >= 0 and var head && head < word)
            {
                MendAbove(forms, word, head, annotation);
            }
        }
    }

    private void MendAbove(string[] forms, int word, int head, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        switch (relations[word])
        {
            case "advcl" when annotation.PennTags[word] == "VBG" && annotation.PennTags[head] == "VB" && forms[word - 1] == "," && words.Saying.Contains(forms[word]) && Ruling(head, annotation) is >= 0 and var ruling:
                heads[word] = ruling;
                break;

            case "advcl" when heads[head] < 0 && annotation.PennTags[word] == "VBG" && forms[head + 1] == "," && words.Saying.Contains(forms[head]) && annotation.ChildOf(word, "mark") is >= 0 and var since && forms[since] is "after" or "before" or "while"
                && annotation.ChildOf(head, "ccomp") is >= 0 and var deed && deed < head:
                heads[word] = deed;   // "Niger shut the port, Chad said, after vowing to do so": Niger vowed
                break;

            case "conj" when annotation.PennTags[head] is "VBN" or "JJ" && annotation.PennTags[word] is "VBN" or "VBD" && Takes(word, annotation) && DeedAbove(forms, head, annotation) is >= 0 and var main:
                (heads[word], annotation.PennTags[word]) = (main, "VBD");   // "denounced it as unjust and threatened to leave": two deeds
                break;
        }
    }

    // "urged it to act, warning …": the finite verb above an infinitive, or -1.
    private static int Ruling(int infinitive, Annotation annotation)
    {
        var at = infinitive;
        while (at >= 0 && annotation.PennTags[at] == "VB" && annotation.Relations[at] is "advcl" or "xcomp" && annotation.ChildOf(at, "mark") >= 0 && annotation.ChildOf(at, "aux") < 0)
        {
            at = annotation.Heads[at];
        }

        return at >= 0 && at < infinitive && annotation.PennTags[at] is "VBD" or "VBZ" or "VBP" ? at : -1;
    }

    private static bool Takes(int verb, Annotation annotation) => annotation.ChildOf(verb, "xcomp", verb) >= 0 || annotation.ChildOf(verb, "obj", verb) >= 0 || annotation.ChildOf(verb, "ccomp", verb) >= 0;

    // The verb in the past of whose object the word, behind "as", tells what it is; -1 where there is none.
    private static int DeedAbove(string[] forms, int told, Annotation annotation)
    {
        var mark = Math.Max(annotation.ChildOf(told, "mark"), annotation.ChildOf(told, "case"));
        var above = annotation.Heads[told];
        var deed = above >= 0 && annotation.Relations[above] == "obj" ? annotation.Heads[above] : above;
        return mark >= 0 && forms[mark] == "as" && deed >= 0 && deed < told && annotation.PennTags[deed] == "VBD" ? deed : -1;
    }
}
