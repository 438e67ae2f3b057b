namespace Demarche.Language.Clauses;

/// <summary>The perfects of a verb, by its auxiliary.</summary>
internal static class Perfect
{
    /// <summary>"has met", "have met".</summary>
    public static bool IsPresent(Token verb) => verb.Child("aux") is { Lemma: "have", PennTag: "VBZ" or "VBP" };

    /// <summary>"had met".</summary>
    public static bool IsPast(Token verb)
    {
        foreach (var child in verb.Children)
        {
            if (child.Relation == "aux" && child.Lemma == "have" && child.PennTag == "VBD")
            {
                return true;
            }
        }

        return false;
    }
}
