using Demarche.Language;
using Demarche.Language.Words;

namespace Demarche.Statements.Quoting;

/// <summary>What tells whether a word is a cue: the word by which a report hands something on to its source.</summary>
internal sealed class CueFeatures(RunningText text)
{
    private readonly uint?[] _frames = new uint?[text.Count];   // each is asked for by the word, by those that hang on it and by every choice of a content

    /// <summary>Whether a word can be a cue at all.</summary>
    public bool IsCandidate(int place) => text[place].Tag switch
    {
        Upos.VERB or Upos.NOUN or Upos.ADJ or Upos.ADP or Upos.ADV or Upos.SCONJ => true,
        Upos.AUX => text[place].BaseRelation is not ("aux" or "cop"),
        Upos.PUNCT => text[place].Form is ":",
        Upos.PROPN => text[place].BaseRelation is "root" or "parataxis" or "ccomp",
        Upos.DET or Upos.NUM or Upos.PRON or Upos.CCONJ or Upos.INTJ or Upos.PART or Upos.SYM or Upos.X => false,
        _ => false,
    };

    /// <summary>The arguments of a word as bits, with how the word stands to quotations.</summary>
    public uint Frame(int place) => _frames[place] ??= ReadFrame(place);

    private uint ReadFrame(int place)
    {
        var frame = 0u;
        foreach (var child in text.Children(place))
        {
            frame |= text[child].BaseRelation switch
            {
                "ccomp" => child < place ? 1u : 2u,
                "xcomp" => 4,
                "parataxis" => child < place ? 8u : 16u,
                "obj" => 32,
                "nsubj" => child < place ? 64u : 128u,
                "advcl" => 256,
                "acl" => 512,
                "obl" or "nmod" => 1024,
                "csubj" => 2048,
                _ => 0,
            };
            frame |= text[child].Relation is "nsubj:pass" or "aux:pass" ? 4096u : 0;
        }

        return frame;
    }

    /// <summary>Whether a quotation ends shortly before the word, starts shortly after it, holds it, or stands elsewhere in its sentence.</summary>
    public uint Quotes(int place)
    {
        const int Near = 6;
        if (text.Passages.IsEmpty)
        {
            return 0;
        }

        var (bits, start, end) = (0u, text.StartOf(place), text.EndOf(place));
        if (text.PassageOf[place] >= 0)
        {
            return 8;
        }

        for (var i = start; i <= end; i++)
        {
            if (text.PassageOf[i] >= 0)
            {
                bits |= i < place ? place - i <= Near ? 1u : 4u : i - place <= Near ? 2u : 4u;
            }
        }

        return bits;
    }

    /// <summary>All features of a word.</summary>
    public void Write(int place, FeatureRow row)
    {
        WriteOwn(place, row);
        WriteNeighbours(place, row);
    }

    /// <summary>The features of the word by itself and its place, and no others.</summary>
    public void WriteOwn(int place, FeatureRow row)
    {
        row.Clear();
        var token = text[place];
        var (word, relation, tag, frame, quotes) = (text.Lemmas[place], text.Relations[place], (uint)token.Tag, Frame(place), Quotes(place));
        var (coarse, fine) = (text.Clusters[place].Coarse, text.Clusters[place].Fine);
        row.Add(1, word);
        row.Add(2, word, tag);
        row.Add(3, word, relation);
        row.Add(4, word, frame);
        row.Add(5, frame, tag);
        row.Add(6, frame, relation, tag);
        row.Add(7, text.Forms[place]);
        row.Add(8, relation, text.Penn[place]);
        row.Add(9, quotes, tag);
        row.Add(10, quotes, word);
        row.Add(11, quotes, frame, tag);
        row.Add(12, (uint)token.Sentence.Section.Kind, tag);
        row.Add(13, FeatureRow.Size(place - text.StartOf(place)), tag);
        if (coarse > 0)
        {
            row.Add(14, coarse, tag);
            row.Add(15, fine, tag);
            row.Add(16, coarse, frame, tag);
            row.Add(17, fine, frame, tag);
            row.Add(18, fine, relation);
            row.Add(19, coarse, quotes, tag);
        }
    }

    /// <summary>Adds the features of the words around it.</summary>
    public void WriteNeighbours(int place, FeatureRow row)
    {
        var (word, tag) = (text.Lemmas[place], (uint)text[place].Tag);
        WriteAround(place, row, word, tag);
        WriteHead(place, row, word, tag);
        WriteChildren(place, row, word, tag, text.Clusters[place].Fine);
    }

    private void WriteAround(int place, FeatureRow row, uint word, uint tag)
    {
        var (start, end) = (text.StartOf(place), text.EndOf(place));
        for (var offset = -2; offset <= 2; offset++)
        {
            var at = place + offset;
            if (offset == 0 || at < start || at > end)
            {
                continue;
            }

            row.Add((uint)(30 + offset), text.Lemmas[at], tag);
            row.Add((uint)(35 + offset), (uint)text[at].Tag, tag);
            if (Math.Abs(offset) == 1)
            {
                row.Add((uint)(40 + offset), text.Lemmas[at], word);
                row.Add((uint)(45 + offset), (uint)text[at].Tag, word);
            }
        }
    }

    private void WriteHead(int place, FeatureRow row, uint word, uint tag)
    {
        if (text.Head(place) is not (>= 0 and var head))
        {
            row.Add(50, word);
            row.Add(51, tag);
            return;
        }

        row.Add(52, text.Lemmas[head], word);
        row.Add(53, text.Lemmas[head], text.Relations[place]);
        row.Add(54, (uint)text[head].Tag, text.Relations[place], tag);
        row.Add(55, (uint)text[head].Tag, word);
        row.Add(56, text.Clusters[head].Fine, text.Relations[place]);
        row.Add(57, Frame(head), text.Relations[place], tag);
    }

    private void WriteChildren(int place, FeatureRow row, uint word, uint tag, uint fine)
    {
        var kinds = Fingerprint.Empty;
        foreach (var child in text.Children(place))
        {
            var relation = text.Relations[child];
            if (text[child].Tag != Upos.PUNCT)
            {
                kinds = Fingerprint.Mix(kinds, relation);
            }

            switch (text[child].BaseRelation)
            {
                case "obl" or "nmod" or "advcl" or "acl" or "ccomp" or "xcomp" or "conj":
                    var mark = text[child].Child("case") ?? text[child].Child("mark");
                    var preposition = mark is { } found ? text.Lemmas[text.StartOf(place) + found.Index] : 0;
                    row.Add(60, preposition, word, relation);
                    row.Add(61, preposition, tag, relation);
                    row.Add(62, preposition, fine, relation);
                    row.Add(63, text.Lemmas[child], word);
                    break;
                case "nsubj" or "nmod" or "obj" or "iobj":
                    row.Add(64, text.Lemmas[child], relation, tag);
                    row.Add(65, text.Kinds[child], relation, word);
                    row.Add(66, text.Kinds[child] + ((uint)text[child].Tag << 4), relation, tag);
                    row.Add(67, text.Kinds[child] + ((uint)text[child].Tag << 4), relation, fine);
                    row.Add(68, text.Lemmas[child], word, relation);
                    row.Add(72, text.Clusters[child].Fine, relation, tag);
                    row.Add(73, text.Clusters[child].Coarse, relation, fine);
                    break;
                case "aux" or "advmod" or "mark" or "case" or "det" or "cop":
                    row.Add(69, text.Lemmas[child], word);
                    row.Add(70, text.Lemmas[child], tag);
                    break;
                default:
                    row.Add(71, relation, word);
                    break;
            }
        }

        row.Add(74, kinds, tag);
        row.Add(75, kinds, fine);
        row.Add(76, kinds, word);
    }
}
