namespace Demarche.Language;

/// <summary>Gives the verb above the thing that somebody only names, where the network gives it "what".</summary>
/// <remarks>
/// "Condemned what it called a <c>raid</c>", "protested against what she described as a <c>raid</c>", "sanctions on what it said were <c>spies</c>": the raid is condemned. Who names
/// it so stands beside it, as in "a raid, as she called it", and what is told behind it is told of the deed: "held what she called talks <c>on Monday</c>".
/// </remarks>
internal sealed class FreeRelativeReading(ReadingWords words)
{
    /// <summary>Draws what is named to the verb above.</summary>
    public void Mend(string[] forms, Annotation annotation)
    {
        for (var what = 0; what + 2 < forms.Length; what++)
        {
            if (forms[what] == "what" && annotation.Tags[what] == Upos.PRON && annotation.Heads[what] is >= 0 and var above && above < what
                && annotation.ChildOf(what, "acl:relcl", what) is >= 0 and var naming && annotation.ChildOf(naming, "nsubj") >= 0 && Named(forms, naming, annotation) is >= 0 and var named)
            {
                Draw(what, naming, named, annotation);
            }
        }
    }

    private int Named(string[] forms, int naming, Annotation annotation)
    {
        var named = words.Naming.Contains(forms[naming]) ? annotation.ChildOf(naming, "obj", naming)
            : words.Describing.Contains(forms[naming]) && annotation.ChildOf(naming, "obl", naming) is >= 0 and var described && annotation.ChildOf(described, "case") is >= 0 and var by && forms[by] == "as" ? described
            : words.Saying.Contains(forms[naming]) && annotation.ChildOf(naming, "ccomp", naming) is >= 0 and var told && annotation.ChildOf(told, "cop") >= 0 && annotation.ChildOf(told, "nsubj") < 0 ? told
            : -1;
        return named >= 0 && annotation.Tags[named] is Upos.NOUN or Upos.PROPN ? named : -1;
    }

    private static void Draw(int what, int naming, int named, Annotation annotation)
    {
        var (heads, relations) = (annotation.Heads, annotation.Relations);
        var (above, relation) = (heads[what], relations[what]);
        for (var word = 0; word < heads.Length; word++)
        {
            if (heads[word] == what && word != naming)
            {
                heads[word] = named;   // "against"
            }
            else if (heads[word] == named && word < named && (relations[word] == "cop" || relations[word] == "case" && word > naming))
            {
                (heads[word], relations[word]) = (naming, "dep");   // "as", "were"
            }
            else if (heads[word] == naming && word > named && relations[word] is "obl" or "obl:unmarked" or "obl:tmod" or "advmod")
            {
                (heads[word], relations[word]) = annotation.Tags[above] == Upos.VERB ? (above, relations[word]) : (named, "nmod");
            }
        }

        (heads[named], relations[named]) = (above, relation);
        (heads[naming], relations[naming]) = (named, "acl:relcl");
        (heads[what], relations[what]) = (naming, "obj");
    }
}
