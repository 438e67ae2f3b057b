using Demarche.Actors.Finding;
using Demarche.Actors.Tables;

namespace Demarche.Actors.Coreference;

/// <summary>Reads from what stands before a noun whether it was named before. Immutable and thread-safe.</summary>
internal sealed class Determiners(Roles roles)
{
    /// <summary>Whether "a" or nothing but a number stands before the noun: nobody in particular.</summary>
    public bool IsIndefinite(Draft draft)
    {
        foreach (var child in draft.HeadToken.Children)
        {
            if (child.BaseRelation is "det" or "nummod")
            {
                return !roles.Words.Definite.Contains(child.Form);
            }
        }

        return false;
    }

    /// <summary>Whether "the" or a word like it stands before the noun.</summary>
    public bool IsDefinite(Draft draft)
    {
        foreach (var child in draft.HeadToken.Children)
        {
            if (child.BaseRelation is "det")
            {
                return roles.Words.Definite.Contains(child.Form);
            }
        }

        return draft.CoreFirst > 0 && draft.Sentence[draft.CoreFirst - 1] is { BaseRelation: "det" } before && roles.Words.Definite.Contains(before.Form);   // hung elsewhere by the parse
    }

    /// <summary>How many "the two leaders" and "both" mean; 0 where nothing tells that all of a number are meant.</summary>
    public int NumberOf(Draft draft)
    {
        if (roles.Words.Numbers.TryGetValue(draft.HeadToken.Form, out var alone))
        {
            return alone;
        }

        var number = 0;
        var definite = false;
        foreach (var child in draft.HeadToken.Children)
        {
            if (child.BaseRelation is "nummod" or "det" or "amod" && roles.Words.Numbers.TryGetValue(child.Form, out var count))
            {
                number = count;
                definite |= child.Form.Equals("both", StringComparison.OrdinalIgnoreCase);
            }

            definite |= child.BaseRelation is "det" && roles.Words.Definite.Contains(child.Form);
        }

        return definite && draft.IsPlural ? number : 0;
    }
}
