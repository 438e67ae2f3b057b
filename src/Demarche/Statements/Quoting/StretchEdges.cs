using Demarche.Language;

namespace Demarche.Statements.Quoting;

/// <summary>Where a stretch of text begins and ends: without stray punctuation, with both of its quotation marks.</summary>
internal static class StretchEdges
{
    /// <summary>The stretch without commas and full stops at its edges; null where nothing is left.</summary>
    public static Stretch? Trim(RunningText text, Stretch stretch)
    {
        var (first, last) = (stretch.First, stretch.Last);
        while (first <= last && IsStray(text, first))
        {
            first++;
        }

        while (last >= first && IsStray(text, last))
        {
            last--;
        }

        if (first > last)
        {
            return null;
        }

        (first, last) = WithMarks(text, first, last);
        return first > last ? null : new Stretch(first, last);
    }

    private static (int First, int Last) WithMarks(RunningText text, int first, int last)
    {
        if (text.PassageOf[last] is >= 0 and var inside && text.Passages[inside].Stretch is var passage)
        {
            if (passage.First == last && last > first)
            {
                last--;
            }
            else if (passage.First >= first - 1 && passage.Last > last && IsPunctuation(text, last + 1, passage.Last))
            {
                last = passage.Last;
            }
        }

        if (first > 0 && text.PassageOf[first] is >= 0 and var opened && text.Passages[opened].Stretch is var around)
        {
            if (around.First == first - 1 && around.Last <= last)
            {
                first--;
            }
            else if (around.Last == first && first < last)
            {
                first++;
            }
        }

        return (first, last);
    }

    private static bool IsPunctuation(RunningText text, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (text[i].Tag != Upos.PUNCT)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsStray(RunningText text, int place) => text[place].Form is "," or "." or ":" or ";" or "-" or "–" or "—" or "--";
}
