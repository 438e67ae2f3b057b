namespace Demarche.Language;

/// <summary>Mends "declared the second secretary at the embassy persona non grata": who is declared so is the object, and what they are declared is said of them.</summary>
/// <remarks>The parser knows the Latin too little: it takes the person, or the embassy behind, for a part of one long noun.</remarks>
internal static class PersonaReading
{
    private const int Words = 3;

    /// <summary>Sets the person apart from the three words.</summary>
    public static void Mend(string[] forms, Annotation annotation)
    {
        var persona = Array.FindIndex(forms, f => f is "persona" or "personae" or "personas");
        if (persona < 1 || persona + Words > forms.Length || forms[persona + 1] != "non")
        {
            return;
        }

        var (tags, heads, relations) = (annotation.Tags, annotation.Heads, annotation.Relations);
        var (grata, end) = (persona + 2, persona + Words);
        var verb = persona - 1;
        while (verb >= 0 && tags[verb] != Upos.VERB)
        {
            verb--;
        }

        if (verb < 0)
        {
            return;
        }

        var person = Person(tags, heads, verb, persona);
        for (var i = verb + 1; person >= 0 && i < persona; i++)
        {
            if (i != person && (heads[i] >= persona || heads[i] < 0) && heads[i] < end)
            {
                heads[i] = person;
                relations[i] = tags[i] is Upos.NOUN or Upos.PROPN ? "nmod" : relations[i];
            }
        }

        for (var i = end; i < heads.Length; i++)
        {
            heads[i] = heads[i] >= persona && heads[i] < end ? verb : heads[i];
        }

        if (heads[verb] > verb && heads[verb] < end)
        {
            return;   // the verb itself hangs on the words: nothing is sure here
        }

        if (person >= 0)
        {
            (heads[person], relations[person]) = (verb, "obj");
        }

        (heads[persona], relations[persona], heads[persona + 1], relations[persona + 1]) = (grata, "compound", grata, "compound");
        (heads[grata], relations[grata], tags[grata]) = (verb, "xcomp", Upos.ADJ);
    }

    /// <summary>Who stands between the verb and the words: its object, or the first noun that hangs on nothing between them.</summary>
    private static int Person(Upos[] tags, int[] heads, int verb, int persona)
    {
        var first = -1;
        for (var i = verb + 1; i < persona; i++)
        {
            if (tags[i] is not (Upos.NOUN or Upos.PROPN or Upos.PRON) || (heads[i] > verb && heads[i] < persona))
            {
                continue;
            }

            if (heads[i] == verb)
            {
                return i;
            }

            first = first < 0 ? i : first;
        }

        return first;
    }
}
