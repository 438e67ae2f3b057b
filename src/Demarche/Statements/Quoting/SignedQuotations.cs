using Demarche.Language;

namespace Demarche.Statements.Quoting;

/// <summary>Finds quotations whose layout names the speaker: "…" — Anna Keller, and the turns of a transcript (KELLER: …).</summary>
/// <remarks>No word hands them on, so that the trained model finds no cue.</remarks>
internal static class SignedQuotations
{
    private const int LongestName = 8;
    private const int FewestTurns = 2;   // one name in capitals with a colon may be a title or a dateline

    /// <summary>All of a report, each certain.</summary>
    public static IEnumerable<FoundAttribution> Find(RunningText text) => Signed(text).Concat(Turns(text));

    private static IEnumerable<FoundAttribution> Signed(RunningText text)
    {
        foreach (var passage in text.Passages)
        {
            var dash = passage.Stretch.Last + 1;
            if (passage.IsOpen || dash + 1 >= text.Count || !IsDash(text[dash].Form) || !text.SameParagraph(dash, passage.Stretch.Last))
            {
                continue;
            }

            var last = dash;
            while (last + 1 < text.Count && text.SameParagraph(last + 1, dash) && text.PassageOf[last + 1] < 0 && text[last + 1].Form != "," && last - dash <= LongestName)
            {
                last++;
            }

            var name = new Stretch(dash + 1, last);
            if (name.Length > 0 && name.Length <= LongestName && text[name.First].Tag == Upos.PROPN && StretchEdges.Trim(text, name) is { } source)
            {
                yield return Of(text, dash, source, passage.Stretch);
            }
        }
    }

    private static List<FoundAttribution> Turns(RunningText text)
    {
        var (turns, found) = (new List<(Stretch Name, int Colon, List<Stretch> Said)>(), new List<FoundAttribution>());
        for (var first = 0; first < text.Count;)
        {
            var last = first;
            while (last + 1 < text.Count && text.SameParagraph(first, last + 1))
            {
                last++;
            }

            var name = text.PassageOf[first] >= 0 && text[first].Tag == Upos.PUNCT ? first + 1 : first;
            var colon = name;
            while (colon < last && colon - name < 4 && IsCapitals(text[colon].Form))
            {
                colon++;
            }

            if (colon > name && colon < last && text[colon].Form == ":")
            {
                turns.Add((new Stretch(name, colon - 1), colon, [new Stretch(colon + 1, last)]));
            }
            else if (turns.Count > 0 && turns[^1].Said[^1].Last + 1 == first && text.PassageOf[first] >= 0 && text[name].Form != "(")
            {
                turns[^1].Said.Add(new Stretch(first, last));   // a turn of several paragraphs
            }

            first = last + 1;
        }

        if (turns.Count >= FewestTurns)
        {
            found.AddRange(turns.Select(t => Of(text, t.Colon, t.Name, [.. t.Said])));
        }

        return found;
    }

    private static FoundAttribution Of(RunningText text, int cue, Stretch source, params Stretch[] said)
    {
        var head = source.First;
        while (head < source.Last && source.Contains(text.Head(head)))
        {
            head++;
        }

        return new FoundAttribution(cue, new ContentChoice(0, ContentBuild.Quotation, -1, said), new SourceChoice(0, head, source), Chance: 1);
    }

    private static bool IsDash(string form) => form is "—" or "–" or "―" or "--" or "-";

    private static bool IsCapitals(string form) => form.Length > 1 && form.All(c => char.IsUpper(c) || c is '.' or '-' or '\'' or '’');
}
