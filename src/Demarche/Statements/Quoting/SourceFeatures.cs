namespace Demarche.Statements.Quoting;

/// <summary>What tells which of the noun phrases around a cue is its source.</summary>
internal sealed class SourceFeatures(RunningText text, CueFeatures cues)
{
    public void Write(int cue, ContentChoice content, SourceChoice choice, FeatureRow row)
    {
        row.Clear();
        var (kind, word, tag, relation) = (choice.Kind, text.Lemmas[cue], (uint)text[cue].Tag, text.Relations[cue]);
        var cluster = text.Clusters[cue];
        row.Add(1, kind);
        row.Add(2, kind, word);
        row.Add(3, kind, tag, relation);
        row.Add(4, kind, cues.Frame(cue), tag);
        row.Add(5, kind, cluster.Coarse);
        row.Add(6, kind, cluster.Fine);
        row.Add(7, kind, text.Penn[cue]);
        row.Add(8, kind, cues.Quotes(cue));
        row.Add(9, kind, (uint)content.Build);
        if (choice.Head < 0)
        {
            return;
        }

        var (head, inside) = (choice.Head, IsInside(content, choice.Head) ? 2u : 1u);
        var person = text.Kinds[head] + ((uint)text[head].Tag << 4);
        row.Add(10, inside, kind);
        row.Add(11, inside, tag);
        row.Add(12, person, kind);
        row.Add(13, person, inside);
        row.Add(14, person, word);
        row.Add(15, text.Lemmas[head], inside);
        row.Add(16, text.Lemmas[head], kind);
        row.Add(17, text.Clusters[head].Fine, inside);
        row.Add(18, text.Clusters[head].Coarse, kind);
        row.Add(19, FeatureRow.Size(Math.Abs(head - cue)), head < cue ? 1u : 2, inside);
        row.Add(20, text.Relations[head], inside, tag);
        row.Add(21, text.Relations[head], head < cue ? 1u : 2, word);
        row.Add(22, text.PassageOf[head] == text.PassageOf[cue] ? 1u : 2, inside, person);
    }

    private static bool IsInside(ContentChoice content, int place)
    {
        foreach (var piece in content.Pieces)
        {
            if (piece.Contains(place))
            {
                return true;
            }
        }

        return false;
    }
}
