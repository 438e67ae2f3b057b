namespace Demarche.Statements.Quoting;

/// <summary>What tells which of the choices a cue hands on.</summary>
internal sealed class ContentFeatures(RunningText text, CueFeatures cues)
{
    public void Write(int cue, ContentChoice choice, FeatureRow row)
    {
        row.Clear();
        var (kind, word, tag, relation) = (choice.Kind, text.Lemmas[cue], (uint)text[cue].Tag, text.Relations[cue]);
        var (frame, quotes, cluster) = (cues.Frame(cue), cues.Quotes(cue), text.Clusters[cue]);
        var (first, last) = (choice.Pieces[0].First, choice.Pieces[^1].Last);
        var length = FeatureRow.Size(choice.Length);
        var marks = Marks(choice, cue);
        row.Add(1, kind);
        row.Add(2, kind, word);
        row.Add(3, kind, tag, relation);
        row.Add(4, kind, frame, tag);
        row.Add(5, kind, quotes, tag);
        row.Add(6, kind, marks, quotes);
        row.Add(7, kind, length);
        row.Add(8, length, tag);
        row.Add(9, kind, text.Penn[cue]);
        row.Add(10, kind, cluster.Coarse);
        row.Add(11, kind, cluster.Fine);
        row.Add(12, (uint)choice.Build, word);
        row.Add(13, (uint)choice.Build, marks, quotes);
        row.Add(14, (uint)choice.Build, marks, frame);
        row.Add(15, marks, word);
        row.Add(16, text.Lemmas[first], kind);
        row.Add(17, text.Lemmas[first], tag);
        row.Add(18, text.Lemmas[first], word);
        row.Add(19, (uint)text[first].Tag, (uint)text[last].Tag);
        row.Add(20, first > 0 ? text.Lemmas[first - 1] : 0, (uint)choice.Build);
        row.Add(21, last + 1 < text.Count ? text.Lemmas[last + 1] : 0, (uint)choice.Build);
        row.Add(22, Distance(cue, first, last), kind);
        row.Add(23, Distance(cue, first, last), (uint)choice.Build, tag);
        row.Add(24, (uint)choice.Pieces.Length, length, tag);
        row.Add(25, first == text.StartOf(first) ? 1u : 2, last >= text.EndOf(last) - 1 ? 1u : 2, kind);
        row.Add(26, length, (uint)choice.Build, marks);
        if (choice.Head >= 0)
        {
            WriteHead(cue, choice, row, kind, word, tag);
        }
    }

    private void WriteHead(int cue, ContentChoice choice, FeatureRow row, uint kind, uint word, uint tag)
    {
        var head = choice.Head;
        row.Add(30, text.Lemmas[head], kind);
        row.Add(31, (uint)text[head].Tag, kind);
        row.Add(32, (uint)text[head].Tag, kind, word);
        row.Add(33, text.Kinds[head], kind, tag);
        row.Add(34, text.Relations[head], (uint)choice.Build, word);
        row.Add(35, cues.Frame(head) & 0x1FFF, kind);
        row.Add(36, text.Clusters[head].Coarse, kind, word);
        row.Add(37, text.Penn[head], kind);
        row.Add(38, text.Clusters[head].Fine, kind);
        row.Add(39, text.Head(head) == cue ? 1u : 2, (uint)choice.Build, tag);
    }

    // How the choice meets quotations: does it begin and end with a mark, hold one, break one, or stand in the same one as the cue?
    private uint Marks(ContentChoice choice, int cue)
    {
        var marks = 0u;
        foreach (var piece in choice.Pieces)
        {
            for (var i = piece.First; i <= piece.Last; i++)
            {
                if (text.PassageOf[i] is not (>= 0 and var at))
                {
                    marks |= 1;
                    continue;
                }

                var passage = text.Passages[at].Stretch;
                marks |= passage.Contains(cue) ? 2u : 4u;
                marks |= passage.First == piece.First ? 8u : 0;
                marks |= passage.Last == piece.Last ? 16u : 0;
                marks |= passage.First < piece.First ? 32u : 0;
                marks |= passage.Last > piece.Last ? 64u : 0;
                i = passage.Last;
            }
        }

        return marks;
    }

    private static uint Distance(int cue, int first, int last) =>
        last < cue ? FeatureRow.Size(cue - last) : first > cue ? 20 + FeatureRow.Size(first - cue) : 40;
}
