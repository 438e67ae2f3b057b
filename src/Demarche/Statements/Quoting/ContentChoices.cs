using Demarche.Language;
using Demarche.Language.Words;

namespace Demarche.Statements.Quoting;

/// <summary>Lists what a cue may hand on: parts of the tree around it, and the quotations before and behind it.</summary>
internal sealed class ContentChoices(RunningText text)
{
    private const int HighestAbove = 3;
    private const int MostQuotations = 4;
    private readonly List<ContentChoice> _found = [];

    /// <summary>The choices of a cue, none twice; the list is used again by the next call.</summary>
    public List<ContentChoice> Of(int cue)
    {
        _found.Clear();
        AddChildren(cue);
        AddAbove(cue);
        AddParts(cue);
        var (start, end) = (text.StartOf(cue), text.EndOf(cue));
        Add(ContentBuild.SentenceBefore, 0, 0, -1, new Stretch(start, text.Yield(cue).First - 1));
        Add(ContentBuild.SentenceBefore, 1, 0, -1, new Stretch(start, cue - 1));
        Add(ContentBuild.SentenceBehind, 0, 0, -1, new Stretch(cue + 1, end));
        AddExtended(cue);
        AddQuotations(cue);
        AddNeighbours(cue);
        return _found;
    }

    private void AddChildren(int cue)
    {
        var children = new List<int>();
        foreach (var child in text.Children(cue))
        {
            if (IsArgument(child))
            {
                children.Add(child);
            }
        }

        foreach (var child in children)
        {
            Add(ContentBuild.Child, text.Relations[child], child < cue ? 1u : 2u, child, text.Yield(child));
        }

        for (var i = 0; i < children.Count; i++)
        {
            var (one, subject) = (children[i], text[children[i]].BaseRelation is "nsubj");
            if (i + 1 < children.Count && one > cue)
            {
                var next = children[i + 1];
                Add(ContentBuild.Pair, text.Relations[one], text.Relations[next], next, new Stretch(text.Yield(one).First, text.Yield(next).Last));
            }

            for (var j = i + 1; subject && one < cue && j < children.Count; j++)
            {
                Add(ContentBuild.WithSubject, text.Relations[one], text.Relations[children[j]], children[j], text.Yield(one), text.Yield(children[j]));
            }
        }

        Add(ContentBuild.Behind, 0, 0, -1, new Stretch(cue + 1, text.Yield(cue).Last));
        if (cue + 2 <= text.Yield(cue).Last && text[cue + 1].Tag is Upos.ADP or Upos.PART or Upos.ADV)
        {
            Add(ContentBuild.Behind, text.Lemmas[cue + 1], 0, -1, new Stretch(cue + 2, text.Yield(cue).Last));
        }

        if (text.Children(cue).FirstOrDefault(c => text[c].Relation is "nsubj:pass", -1) is >= 0 and var passive)
        {
            Add(ContentBuild.WithSubject, 1, 1, passive, text.Yield(passive), new Stretch(cue + 1, text.Yield(cue).Last));
        }
    }

    // What hangs on a child ("declined to assail him"), and a child without what hangs on it behind, or up to a comma.
    private void AddParts(int cue)
    {
        for (var i = _found.Count - 1; i >= 0; i--)
        {
            var choice = _found[i];
            if (choice.Build is ContentBuild.Above || choice.Pieces.Length != 1)
            {
                continue;
            }

            var whole = choice.Pieces[0];
            if (choice.Build is ContentBuild.Child)
            {
                foreach (var part in text.Children(choice.Head))
                {
                    if (part > choice.Head && text[part].Tag != Upos.PUNCT)
                    {
                        Add(ContentBuild.Shortened, text.Relations[choice.Head], text.Relations[part], choice.Head, whole with { Last = text.Yield(part).First - 1 });
                    }

                    if (part > cue && IsArgument(part) && text[part].BaseRelation is not ("amod" or "advmod" or "compound" or "flat" or "nummod"))
                    {
                        Add(ContentBuild.Deeper, text.Relations[choice.Head], text.Relations[part], part, text.Yield(part));
                    }
                }
            }

            AddUpToCommas(choice, whole);
        }
    }

    private void AddUpToCommas(ContentChoice choice, Stretch whole)
    {
        var (commas, last) = (0u, -1);
        for (var at = whole.First + 1; at < whole.Last; at++)
        {
            if (text[at].Form is "," or "--" or "–" or "—" or "-" or ";" or "(" && text.PassageOf[at] < 0)
            {
                last = at;
                if (commas++ == 0)
                {
                    Add(ContentBuild.UpToComma, 1, choice.Kind, choice.Head, whole with { Last = at - 1 });
                }
            }
        }

        if (commas > 1)
        {
            Add(ContentBuild.UpToComma, 2, choice.Kind, choice.Head, whole with { Last = last - 1 });
        }
    }

    private void AddAbove(int cue)
    {
        var at = cue;
        for (var height = 1; height <= HighestAbove && text.Head(at) is >= 0 and var head; height++)
        {
            var (whole, own) = (text.Yield(head), text.Yield(at));
            Add(ContentBuild.Above, (uint)height, text.Relations[at], head, new Stretch(whole.First, own.First - 1), new Stretch(own.Last + 1, whole.Last));
            if (own.First > whole.First)
            {
                Add(ContentBuild.Above, (uint)height + 10, text.Relations[at], head, new Stretch(whole.First, own.First - 1));
            }

            at = head;
        }
    }

    // A quotation that opens inside a part of the tree runs on to its closing mark, and the one behind it may go on.
    private void AddExtended(int cue)
    {
        for (var i = _found.Count - 1; i >= 0; i--)
        {
            var choice = _found[i];
            var last = choice.Pieces[^1].Last;
            if (text.PassageOf[last] is >= 0 and var inside && text.Passages[inside].Stretch is var passage && passage.Last > last && !passage.Contains(cue))
            {
                Add(choice.Build, Fingerprint.Mix(1, choice.Kind), 1, choice.Head, [.. choice.Pieces[..^1], choice.Pieces[^1] with { Last = passage.Last }]);
            }

            var next = text.EndOf(last) + 1;
            if (choice.Build is ContentBuild.Child or ContentBuild.Behind or ContentBuild.SentenceBehind && last > cue && next < text.Count
                && text.SameParagraph(cue, next) && text.PassageOf[next] is >= 0 and var behind && text.Passages[behind].Stretch.First is var opens && opens - next < 1)
            {
                Add(choice.Build, Fingerprint.Mix(2, choice.Kind), 2, choice.Head, [.. choice.Pieces, text.Passages[behind].Stretch]);
            }
        }
    }

    private void AddQuotations(int cue)
    {
        var before = PassageBefore(cue);
        var first = before + 1;
        while (first < text.Passages.Length && text.Passages[first].Stretch.First <= cue)
        {
            first++;
        }

        var earlier = before >= 0 && text.SameParagraph(text.Passages[before].Stretch.First, cue) ? before : -1;
        for (var back = 0; earlier >= 0 && back < 2 && earlier - back >= 0; back++)
        {
            if (!text.SameParagraph(text.Passages[earlier - back].Stretch.First, cue))
            {
                break;
            }

            var pieces = Enumerable.Range(earlier - back, back + 1).Select(p => text.Passages[p].Stretch).ToList();
            Add(ContentBuild.Quotation, (uint)back + 1, 0, -1, [.. pieces]);
            for (var more = 0; more < MostQuotations && first + more < text.Passages.Length && text.SameParagraph(text.Passages[first + more].Stretch.First, cue); more++)
            {
                pieces.Add(text.Passages[first + more].Stretch);
                Add(ContentBuild.Quotation, (uint)back + 1, (uint)more + 1, -1, [.. pieces]);
            }
        }

        var behind = new List<Stretch>();
        for (var more = 0; more < MostQuotations && first + more < text.Passages.Length; more++)
        {
            var passage = text.Passages[first + more];
            var isNear = text.SameParagraph(passage.Stretch.First, cue) || passage.Stretch.First == text.EndOf(cue) + 1 && more == 0
                || more > 0 && text.Passages[first + more - 1] is { IsOpen: true } previous && previous.Stretch.Last + 1 == passage.Stretch.First;
            if (!isNear)
            {
                break;
            }

            behind.Add(passage.Stretch);
            Add(ContentBuild.Quotation, 0, (uint)more + 1, -1, [.. behind]);
        }

        // A sentence that a quotation before the cue is only the end of.
        if (earlier >= 0 && text.Passages[earlier].Stretch is var quoted && text.StartOf(cue) < quoted.First && quoted.Last < cue && text.StartOf(quoted.First) == text.StartOf(cue))
        {
            Add(ContentBuild.Quotation, 9, 0, -1, new Stretch(text.StartOf(cue), quoted.Last));
        }
    }

    private void AddNeighbours(int cue)
    {
        var (start, end) = (text.StartOf(cue), text.EndOf(cue));
        if (start > 0 && text.SameParagraph(start - 1, cue))
        {
            Add(ContentBuild.Neighbour, 1, 0, -1, new Stretch(text.StartOf(start - 1), start - 1));
        }

        if (end + 1 < text.Count)
        {
            Add(ContentBuild.Neighbour, 2, text.SameParagraph(cue, end + 1) ? 1u : 0, -1, new Stretch(end + 1, text.EndOf(end + 1)));
            var last = end + 1;
            while (last + 1 < text.Count && text.SameParagraph(end + 1, last + 1))
            {
                last++;
            }

            Add(ContentBuild.Neighbour, 3, text.SameParagraph(cue, end + 1) ? 1u : 0, -1, new Stretch(end + 1, last));
        }
    }

    private int PassageBefore(int cue)
    {
        var (low, high) = (0, text.Passages.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (text.Passages[middle].Stretch.Last < cue)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    private bool IsArgument(int child) => text[child].Tag != Upos.PUNCT && text[child].BaseRelation is not ("aux" or "det" or "case" or "cop" or "mark" or "cc" or "discourse" or "fixed" or "goeswith");

    private void Add(ContentBuild build, uint a, uint b, int head, params ReadOnlySpan<Stretch> pieces)
    {
        Span<Stretch> kept = stackalloc Stretch[pieces.Length];
        var count = 0;
        foreach (var piece in pieces)
        {
            if (StretchEdges.Trim(text, piece) is not { } trimmed)
            {
                continue;
            }

            // Marks that were added to a piece may make it meet the one before.
            if (count > 0 && trimmed.First <= kept[count - 1].Last)
            {
                kept[count - 1] = new Stretch(Math.Min(kept[count - 1].First, trimmed.First), Math.Max(kept[count - 1].Last, trimmed.Last));
            }
            else
            {
                kept[count++] = trimmed;
            }
        }

        kept = kept[..count];
        if (count > 0 && !IsKnown(kept))
        {
            _found.Add(new ContentChoice(Fingerprint.Mix((uint)build + 1, Fingerprint.Mix((uint)count, a), b), build, head, kept.ToArray()));
        }
    }

    private bool IsKnown(ReadOnlySpan<Stretch> pieces)
    {
        foreach (var found in _found)
        {
            if (pieces.SequenceEqual(found.Pieces))
            {
                return true;
            }
        }

        return false;
    }
}
