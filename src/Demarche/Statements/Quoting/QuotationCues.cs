using Demarche.Language;

namespace Demarche.Statements.Quoting;

/// <summary>Finds the word that hands on a quotation beside it: in the rest of its sentence, behind or before.</summary>
internal sealed class QuotationCues(RunningText text, float[] chances)
{
    private const float Likely = 0.5f;
    private const float Least = 0.25f;
    private const float LeastBehindComma = 0.03f;   // "…,” came the warning": behind a comma in marks nearly any verb hands on
    private const int Farthest = 24;

    /// <summary>The word behind a quotation that hands it on, or -1.</summary>
    public int Behind(int passage)
    {
        var last = text.Passages[passage].Stretch.Last;
        if (last + 1 >= text.Count || !text.SameParagraph(last, last + 1))
        {
            return -1;
        }

        var first = last + 1;
        var ending = Ending(passage);
        if (text.StartOf(first) == first && ending is not ("," or "?" or "!") && (text[first].Form is not { Length: > 0 } form || char.IsUpper(form[0])))
        {
            return -1;
        }

        var end = Math.Min(text.EndOf(first), first + Farthest);
        var best = -1;
        for (var i = first; i <= end && text.PassageOf[i] < 0; i++)
        {
            if (chances[i] >= Likely || ending is "," && chances[i] >= LeastBehindComma && IsMainVerb(i))
            {
                return i;
            }

            best = best < 0 || chances[i] > chances[best] ? i : best;
        }

        return best >= 0 && chances[best] >= (ending is "," && text[best].Tag == Upos.VERB ? LeastBehindComma : Least) ? best : -1;
    }

    private bool IsMainVerb(int place) => text[place].Tag == Upos.VERB && text[place].BaseRelation is not ("acl" or "amod" or "advcl") && text.Children(place).Any(c => text[c].BaseRelation is "nsubj");

    /// <summary>The word before a quotation that hands it on, or -1.</summary>
    public int Before(int passage)
    {
        var last = text.Passages[passage].Stretch.First - 1;
        if (last < 0 || !text.SameParagraph(last, last + 1) || text.StartOf(last + 1) == last + 1 && text[last].Form is not (":" or ","))
        {
            return -1;
        }

        var best = -1;
        for (var i = last; i >= Math.Max(text.StartOf(last), last - Farthest) && text.PassageOf[i] < 0; i--)
        {
            if (chances[i] >= Likely && text[i].Form is not ":")
            {
                return i;
            }

            best = best < 0 || chances[i] > chances[best] ? i : best;
        }

        return best >= 0 && chances[best] >= Least ? best : -1;
    }

    /// <summary>Whether another verb takes over between two places: "…,” he said, adding, “…".</summary>
    public bool TakesOver(int cue, int before)
    {
        for (var i = cue + 1; i < before; i++)
        {
            if (text[i].Tag == Upos.VERB && (chances[i] >= Likely || text[i].PennTag is "VBG") && text[i].BaseRelation is "advcl" or "conj" or "root" or "parataxis" or "xcomp")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last mark inside a quotation, or behind it: what its writer ended it by; empty where a word does.</summary>
    public string Ending(int passage)
    {
        var (stretch, isOpen) = text.Passages[passage];
        var inner = isOpen ? stretch.Last : stretch.Last - 1;
        if (inner > stretch.First && text[inner].Tag == Upos.PUNCT)
        {
            return text[inner].Form;
        }

        return !isOpen && stretch.Last + 1 < text.Count && text[stretch.Last + 1].Tag == Upos.PUNCT ? text[stretch.Last + 1].Form : "";
    }
}
