using Demarche.Language;

namespace Demarche.Actors.Finding;

/// <summary>How far the words of a mention reach beyond its name or noun.</summary>
internal static class NounPhrase
{
    /// <summary>The first token: titles, modifiers and articles included.</summary>
    public static int First(Draft draft)
    {
        var first = LeftEdge(draft.Sentence, draft.Lead, draft.CoreLast);
        foreach (var title in draft.Titles)
        {
            first = Math.Min(first, First(title));
        }

        foreach (var attached in draft.Attached)
        {
            if (attached.Link is HostLink.Modifier or HostLink.Possessive && attached.CoreLast < first && first - attached.CoreLast <= 2)
            {
                first = First(attached);
            }
        }

        return first;
    }

    /// <summary>The last token: "of Iran" behind a noun included.</summary>
    public static int Last(Draft draft)
    {
        var last = draft.CoreLast;
        foreach (var attached in draft.Attached)
        {
            if (attached.Link is HostLink.Of && attached.CoreFirst > last && First(attached) - last <= 2)
            {
                last = attached.CoreLast;
            }
        }

        return last;
    }

    /// <summary>The words by which an identity of its own is known: without the article or pronoun in front.</summary>
    public static string Name(Draft draft)
    {
        var first = First(draft);
        while (first < draft.CoreFirst && (draft.Sentence[first].Tag is Upos.DET or Upos.PUNCT or Upos.PRON))
        {
            first++;
        }

        return TokenRange.Text(draft.Sentence, first, Last(draft));
    }

    private static int LeftEdge(Sentence sentence, int first, int last)
    {
        var edge = first;
        for (var i = first; i <= last; i++)
        {
            foreach (var child in sentence[i].Children)
            {
                if (child.Index < edge && child.BaseRelation is "det" or "amod" or "compound" or "nummod" or "nmod" && child.Relation is not "nmod" && edge - child.Index <= 12)
                {
                    edge = LeftEdge(sentence, child.Index, child.Index);
                }
            }
        }

        return edge;
    }
}
