using Demarche.Language;

namespace Demarche.Statements.Quoting;

/// <summary>Where a quoted content ends: at the next verb that hands on a quotation, and not before a quotation of several paragraphs does.</summary>
internal static class QuotationEdges
{
    /// <summary>The content without what a second verb hands on: "“…,” Trump said, adding later, “…”".</summary>
    public static ContentChoice UpToNextCue(RunningText text, int cue, ContentChoice content)
    {
        for (var p = 1; p < content.Pieces.Length; p++)
        {
            var piece = content.Pieces[p];
            for (var i = cue + 1; content.Pieces[p - 1].Last < cue && i < piece.First && piece.First <= text.EndOf(cue); i++)
            {
                if (text[i].PennTag == "VBG" && text[i].Tag == Upos.VERB)
                {
                    return content with { Pieces = content.Pieces[..p] };
                }
            }
        }

        return content;
    }

    /// <summary>The content with the paragraphs before and behind that are the same quotation: a mark opens each of them, and only the last has one that closes.</summary>
    public static ContentChoice Whole(RunningText text, ContentChoice content)
    {
        var (first, last) = (content.Pieces[0].First, content.Pieces[^1].Last);
        var pieces = content.Pieces.ToList();
        for (var p = text.PassageOf[first]; p > 0 && text.Passages[p].Stretch.First == first && IsContinued(text, p - 1); p--)
        {
            first = text.Passages[p - 1].Stretch.First;
            pieces.Insert(0, text.Passages[p - 1].Stretch);
        }

        for (var p = text.PassageOf[last]; p >= 0 && text.Passages[p].Stretch.Last == last && IsContinued(text, p); p++)
        {
            last = text.Passages[p + 1].Stretch.Last;
            pieces.Add(text.Passages[p + 1].Stretch);
        }

        return pieces.Count == content.Pieces.Length ? content : content with { Pieces = [.. pieces] };
    }

    private static bool IsContinued(RunningText text, int passage) =>
        text.Passages[passage].IsOpen && passage + 1 < text.Passages.Length && text.Passages[passage + 1].Stretch.First == text.Passages[passage].Stretch.Last + 1;
}
