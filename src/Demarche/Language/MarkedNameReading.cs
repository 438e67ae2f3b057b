using System.Collections.Immutable;

namespace Demarche.Language;

/// <summary>Mends the tree where it is at odds with the names that the same network found.</summary>
/// <remarks>
/// The words of a person's name are one: the first is the head, as in the treebanks ("chief <c>Oto Belk</c> left"), and a name within a name has no other head.
/// An article may stand inside a name ("Janet Holmes <c>a Court</c>"). A word with a capital behind one that is a name, of which it is told what it is, is a name too ("Tahir <c>Pasha</c>, a student").
/// A person stands beside the office, never beside the place or body that it belongs to ("Britain's <c>chancellor</c> of the Exchequer, <c>Anna Berg</c>").
/// </remarks>
internal sealed class MarkedNameReading(ReadingWords words)
{
    /// <summary>Draws the names of a sentence as they were found.</summary>
    public static void Mend(string[] forms, Annotation annotation)
    {
        for (var word = 1; word < forms.Length; word++)
        {
            MakeName(forms, word, annotation);
        }

        foreach (var name in annotation.Entities)
        {
            if (name.Kind == EntityKind.Person)
            {
                JoinPerson(name, annotation);
                GiveOffice(name, annotation);
            }
        }
    }

    /// <summary>The names of a sentence with their kinds: who leads, commands or speaks is a person, even where a rare name looks like that of a place.</summary>
    public ImmutableArray<Entity> Kinds(string[] forms, Annotation annotation)
    {
        var names = annotation.Entities;
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Kind == EntityKind.Place && names[i].Last == names[i].First + 1 && HasOffice(names[i], forms, annotation))
            {
                names = names.SetItem(i, names[i] with { Kind = EntityKind.Person });
            }

            if (HasArticle(names[i], forms, annotation))
            {
                var name = new Entity(names[i].First, names[i].Last + 2, EntityKind.Person);
                DrawArticle(name, annotation);
                names = i + 1 < names.Length && names[i + 1].First <= name.Last ? names.RemoveAt(i + 1).SetItem(i, name) : names.SetItem(i, name);
            }
        }

        return names;
    }

    // "Janet Holmes a Court": neither a comma nor a verb stands between a name and what looks like a second one with an article.
    private static bool HasArticle(Entity name, string[] forms, Annotation annotation)
    {
        var (heads, relations, end) = (annotation.Heads, annotation.Relations, name.Last + 2);
        if (name.Last == name.First || end >= forms.Length || forms[end - 1] is not ("a" or "à") || !IsCapital(forms[end]) || relations[name.First + 1] != "flat" || annotation.Tags[name.First] != Upos.PROPN)
        {
            return false;
        }

        return (heads[end] >= name.First && heads[end] <= name.Last && relations[end] is "appos" or "flat" or "nmod") || (heads[end] == heads[name.First] && relations[end] == "nsubj" && relations[name.First] == "nsubj");
    }

    private static void DrawArticle(Entity name, Annotation annotation)
    {
        var (tags, penn, heads, relations) = (annotation.Tags, annotation.PennTags, annotation.Heads, annotation.Relations);
        for (var i = 0; i < heads.Length; i++)
        {
            heads[i] = heads[i] == name.Last ? name.First : heads[i];
        }

        for (var i = name.Last - 1; i <= name.Last; i++)
        {
            (tags[i], penn[i], heads[i], relations[i]) = (Upos.PROPN, "NNP", name.First, "flat");
        }
    }

    // "chief Oto Belk", "Oto Belk, the winner,"
    private bool HasOffice(Entity name, string[] forms, Annotation annotation)
    {
        var (tags, heads, relations) = (annotation.Tags, annotation.Heads, annotation.Relations);
        if (tags[name.First] != Upos.PROPN || tags[name.Last] != Upos.PROPN)
        {
            return false;
        }

        var before = name.First - 1;
        if (before >= 0 && tags[before] == Upos.NOUN && words.Offices.Contains(forms[before])
            && (heads[before] == name.First || heads[before] == name.Last || (heads[name.First] == before && relations[name.First] is "appos" or "flat")))
        {
            return true;
        }

        for (var i = name.Last + 2; i < forms.Length; i++)
        {
            if (heads[i] >= name.First && heads[i] <= name.Last && relations[i] == "appos" && words.Offices.Contains(forms[i]))
            {
                return true;
            }
        }

        return false;
    }

    // "Tahir Pasha, a student": a common noun has an article, and no capital.
    private static void MakeName(string[] forms, int word, Annotation annotation)
    {
        var (tags, penn, first) = (annotation.Tags, annotation.PennTags, word - 1);
        if (penn[word] == "NN" && tags[word] == Upos.NOUN && IsCapital(forms[word]) && tags[first] == Upos.PROPN && IsCapital(forms[first])
            && annotation.Heads[first] == word && annotation.Relations[first] is "compound" or "flat" && annotation.ChildOf(word, "det") < 0 && annotation.ChildOf(word, "nmod:poss") < 0
            && annotation.ChildOf(word, "appos", word) is >= 0 and var told && tags[told] == Upos.NOUN && annotation.ChildOf(told, "det", word) >= 0)
        {
            (tags[word], penn[word]) = (Upos.PROPN, "NNP");
        }
    }

    private static bool IsCapital(string form) => char.IsUpper(form[0]) && form.Length > 1 && char.IsLower(form[1]);

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
}
