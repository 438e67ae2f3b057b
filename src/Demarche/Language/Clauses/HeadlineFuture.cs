using System.Collections.Immutable;

namespace Demarche.Language.Clauses;

/// <summary>Reads "Norway to send aid to Nepal": in a headline an infinitive behind the noun that opens it tells what that noun is to do.</summary>
/// <remarks>The line has no full stop and no finite verb before the infinitive; a speaker may stand before a colon or behind a comma.</remarks>
internal static class HeadlineFuture
{
    /// <summary>The noun that is to do what <paramref name="verb"/> says, or null.</summary>
    public static Token? SubjectOf(Token verb)
    {
        if (verb.Relation != "acl" || verb.PennTag != "VB" || verb.Child("mark") is not { Lemma: "to" } mark || verb.Head is not { Tag: Upos.NOUN or Upos.PROPN } noun
            || noun.Index > mark.Index || noun.Child("case") is not null || verb.Sentence[^1].Form is "." or "?" or "!" || !Opens(noun))
        {
            return null;
        }

        for (var i = 0; i < verb.Index; i++)
        {
            if (verb.Sentence[i].PennTag is "VBD" or "VBZ" or "VBP" or "MD")
            {
                return null;
            }
        }

        return noun;
    }

    /// <summary>Those who are to do it: "China, India to hold talks" names both.</summary>
    public static ImmutableArray<Token> Subjects(Token noun)
    {
        var both = ClauseReader.Coordinated(noun);
        return noun.Child("appos") is { Tag: Upos.PROPN } other && noun.Tag == Upos.PROPN ? [.. both, .. ClauseReader.Coordinated(other)] : both;
    }

    // "Norway to …", "Oslo: Norway to …", "Norway to …, officials say".
    private static bool Opens(Token noun)
    {
        if (noun.Head is not { IsRoot: true } root)
        {
            return noun.IsRoot;
        }

        switch (noun.BaseRelation)
        {
            case "appos" or "parataxis":
                return noun.Child("punct")?.Form == ":" || root.Child("punct")?.Form == ":";
            case "nsubj":
                foreach (var child in root.Children)
                {
                    if (child.BaseRelation is "nsubj" && child.Index > noun.Index && FollowsComma(child))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    private static bool FollowsComma(Token speaker)
    {
        for (var i = speaker.Index - 1; i >= 0 && i >= speaker.Index - 4; i--)
        {
            if (speaker.Sentence[i].Form == ",")
            {
                return true;
            }
        }

        return false;
    }
}
