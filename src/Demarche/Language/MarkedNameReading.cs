namespace Demarche.Language;

/// <summary>Mends the tree where it is at odds with the names that the same network found.</summary>
/// <remarks>
/// The words of a person's name are one: the first is the head, as in the treebanks ("chief <c>Oto Belk</c> left"), and a name within a name has no other head.
/// A person stands beside the office, never beside the place or body that it belongs to ("Britain's <c>chancellor</c> of the Exchequer, <c>Anna Berg</c>").
/// Two names with "and" between them are two, never the one a part of the other ("the <c>United States</c> and <c>Soviet Union</c> met").
/// </remarks>
internal static class MarkedNameReading
{
    /// <summary>Draws the names of a sentence as they were found.</summary>
    public static void Mend(Annotation annotation)
    {
        foreach (var name in annotation.Entities)
        {
            if (name.Kind == EntityKind.Person)
            {
                JoinPerson(name, annotation);
                GiveOffice(name, annotation);
            }
            else
            {
                PartNames(name, annotation);
            }
        }
    }

    private static void JoinPerson(Entity name, Annotation annotation)
    {
        var (tags, heads, relations) = (annotation.Tags, annotation.Heads, annotation.Relations);
        var (above, top) = (-2, -1);
        for (var i = name.First; i <= name.Last; i++)
        {
            var isOutside = heads[i] < name.First || heads[i] > name.Last;
            if (tags[i] != Upos.PROPN || isOutside && above != -2 && heads[i] != above || !isOutside && relations[i] is not ("flat" or "compound"))
            {
                return;   // a title, or two words that hang on different ones: nothing is sure
            }

            (above, top) = isOutside ? (heads[i], i) : (above, top);
        }

        if (top <= name.First)
        {
            return;
        }

        (heads[name.First], relations[name.First]) = (heads[top], relations[top]);
        for (var i = 0; i < heads.Length; i++)
        {
            if (i > name.First && i <= name.Last)
            {
                (heads[i], relations[i]) = (name.First, "flat");
            }
            else if (heads[i] > name.First && heads[i] <= name.Last)
            {
                heads[i] = name.First;
            }
        }
    }

    private static void GiveOffice(Entity name, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        var top = name.First;
        while (relations[top] == "flat")
        {
            top = heads[top];
        }

        for (var body = heads[top]; relations[top] is "appos" or "nmod" && body >= 0 && body < top && annotation.ChildOf(top, "case") < 0; body = heads[top])
        {
            var office = heads[body];
            var isBody = annotation.Entities.Any(e => e.First <= body && e.Last >= body && e.Kind is EntityKind.Organisation or EntityKind.Place);
            if (!isBody || relations[body] != "nmod" || office < 0 || office > body || annotation.ChildOf(body, "case") < 0 || annotation.Tags[office] is not (Upos.NOUN or Upos.PROPN))
            {
                return;
            }

            heads[top] = office;
        }
    }

    // "the United States and Soviet Union met": the second name with its head behind "and", the first a part of it.
    private static void PartNames(Entity name, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        var (first, second) = (name.Last, -1);
        var whole = heads[first];
        if (relations[first] != "compound" || whole <= first || annotation.Tags[whole] != Upos.PROPN)
        {
            return;
        }

        foreach (var other in annotation.Entities)
        {
            second = other.First > name.Last + 1 && other.First <= whole && other.Last >= whole ? other.First : second;
        }

        if (second < 0 || relations[second - 1] != "cc" || (heads[second] != first && heads[second] != whole))
        {
            return;
        }

        (heads[first], relations[first]) = (heads[whole], relations[whole]);
        (heads[whole], relations[whole]) = (first, "conj");
        for (var i = 0; i < heads.Length; i++)
        {
            if (i >= second && i < whole && heads[i] == first)
            {
                (heads[i], relations[i]) = (whole, "compound");
            }
            else if (i < first && heads[i] == whole)
            {
                heads[i] = first;
            }
        }

        heads[second - 1] = whole;
    }
}
