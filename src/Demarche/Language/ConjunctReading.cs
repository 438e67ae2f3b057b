namespace Demarche.Language;

/// <summary>Mends a reading that coordinates verbs which cannot stand side by side: "asked them <c>to leave</c> and <c>praised</c> the army".</summary>
/// <remarks>
/// A finite verb without a subject of its own goes with a finite verb, never with an infinitive, a participle or what stands behind a modal;
/// a simple past does not go with a perfect that somebody is said to say ("said it had failed and praised them"). The nearest verb above that fits takes it.
/// </remarks>
internal static class ConjunctReading
{
    private const int HighestClimb = 5;

    /// <summary>Hangs each such verb on the one that it goes with.</summary>
    public static void Mend(Annotation annotation)
    {
        var (penn, heads, relations) = (annotation.PennTags, annotation.Heads, annotation.Relations);
        for (var verb = 2; verb < heads.Length; verb++)
        {
            if (relations[verb] != "conj" || penn[verb] is not ("VBD" or "VBZ") || annotation.ChildOf(verb, "nsubj") >= 0 || annotation.ChildOf(verb, "nsubj:pass") >= 0
                || annotation.Tags[verb] != Upos.VERB || !(IsUnlike(penn[verb], heads[verb], annotation) || IsSaidToSuffer(verb, heads[verb], annotation)))
            {
                continue;
            }

            var above = heads[heads[verb]];
            for (var climbed = 0; above >= 0 && climbed < HighestClimb && !(annotation.Tags[above] == Upos.VERB && !IsUnlike(penn[verb], above, annotation)); climbed++)
            {
                above = heads[above];
            }

            if (above >= 0 && annotation.Tags[above] == Upos.VERB && !IsUnlike(penn[verb], above, annotation))
            {
                heads[verb] = above;
            }
        }
    }

    // "said ten were killed, and vowed revenge": whom it was done to vows nothing.
    private static bool IsSaidToSuffer(int verb, int above, Annotation annotation) =>
        annotation.Relations[above] == "ccomp" && annotation.ChildOf(above, "aux:pass") >= 0 && annotation.ChildOf(verb, "aux:pass") < 0
        && annotation.Relations[verb - 1] == "cc" && verb >= 2 && annotation.Relations[verb - 2] == "punct";

    // Whether the verb above cannot have a finite verb of that form beside it.
    private static bool IsUnlike(string penn, int above, Annotation annotation)
    {
        var aux = annotation.ChildOf(above, "aux");
        var first = aux < 0 ? annotation.ChildOf(above, "aux:pass") : aux;
        var form = first < 0 ? annotation.PennTags[above] : annotation.PennTags[first];
        return form switch
        {
            "VB" or "VBG" or "TO" => true,
            "MD" => annotation.PennTags[above] == "VB",
            "VBN" => first < 0,
            "VBD" => penn == "VBZ" || aux >= 0 && annotation.PennTags[above] == "VBN" && annotation.Relations[above] == "ccomp",
            "VBZ" or "VBP" => penn == "VBD" && !(aux >= 0 && annotation.PennTags[above] == "VBN"),
            _ => annotation.Tags[above] != Upos.VERB,
        };
    }
}
