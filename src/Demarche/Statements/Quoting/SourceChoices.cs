using Demarche.Language;
using Demarche.Language.Words;

namespace Demarche.Statements.Quoting;

/// <summary>One noun phrase that may be the source of an attribution.</summary>
/// <param name="Kind">Hash of the way from the cue to it.</param>
/// <param name="Head">Its head, or -1 for no source at all.</param>
/// <param name="Stretch">Its tokens.</param>
internal readonly record struct SourceChoice(uint Kind, int Head, Stretch Stretch)
{
    /// <summary>No source is named.</summary>
    public static SourceChoice Nobody { get; } = new(0, -1, new Stretch(0, -1));
}

/// <summary>Lists who may be the source of a cue: subjects on the way up the tree, possessors, agents, the nouns that it hangs on.</summary>
internal sealed class SourceChoices(RunningText text)
{
    private const int HighestAbove = 4;
    private const int MostSubjects = 6;
    private readonly List<SourceChoice> _found = [];

    /// <summary>The choices, nobody among them; the list is used again by the next call.</summary>
    public List<SourceChoice> Of(int cue)
    {
        _found.Clear();
        _found.Add(SourceChoice.Nobody);
        var (at, way) = (cue, Fingerprint.Empty);
        for (var height = 0; height <= HighestAbove; height++)
        {
            foreach (var child in text.Children(at))
            {
                if (child != cue && !text.Yield(child).Contains(cue) && IsNominal(child))
                {
                    Add(Fingerprint.Mix(1, Fingerprint.Mix(way, text.Relations[child]), CaseOf(child)), child, text.Yield(child));
                }
            }

            if (text.Head(at) is not (>= 0 and var head))
            {
                break;
            }

            way = Fingerprint.Mix(way, text.Relations[at]);
            var own = text.Yield(at);
            if (text[head].Tag is Upos.NOUN or Upos.PROPN or Upos.PRON)
            {
                var whole = text.Yield(head);
                Add(Fingerprint.Mix(2, way), head, own.First > head ? new Stretch(whole.First, own.First - 1) : own.Last < head ? new Stretch(own.Last + 1, whole.Last) : whole);
            }

            at = head;
        }

        AddSubjects(cue);
        return _found;
    }

    // Any other subject of the sentence, then the last one of the sentence before.
    private void AddSubjects(int cue)
    {
        var (start, end, order) = (text.StartOf(cue), text.EndOf(cue), 0u);
        for (var i = cue - 1; i >= start && order < MostSubjects; i--)
        {
            if (IsSubject(i))
            {
                Add(Fingerprint.Mix(3, ++order), i, text.Yield(i));
            }
        }

        order = 0;
        for (var i = cue + 1; i <= end && order < 2; i++)
        {
            if (IsSubject(i))
            {
                Add(Fingerprint.Mix(4, ++order), i, text.Yield(i));
            }
        }

        if (cue > start && text[cue].Tag == Upos.PUNCT)
        {
            Add(Fingerprint.Mix(5, 0), cue - 1, new Stretch(start, cue - 1));
        }
    }

    private bool IsSubject(int place) => text[place].BaseRelation is "nsubj" && IsNominal(place);

    private bool IsNominal(int place) => text[place].Tag is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.DET or Upos.NUM or Upos.ADJ or Upos.X;

    private uint CaseOf(int place)
    {
        foreach (var child in text.Children(place))
        {
            if (text[child].Relation is "case")
            {
                return text.Lemmas[child];
            }
        }

        return 0;
    }

    private void Add(uint kind, int head, Stretch stretch)
    {
        if (text.IsTime[head])
        {
            return;
        }

        // "according to the ministry": the preposition is the cue's, not the source's.
        var first = stretch.First;
        while (first < head && text[first].Tag is Upos.ADP or Upos.SCONJ or Upos.PUNCT && first < head)
        {
            first++;
        }

        if (StretchEdges.Trim(text, stretch with { First = first }) is { } trimmed && !_found.Exists(f => f.Head == head))
        {
            _found.Add(new SourceChoice(kind, head, trimmed));
        }
    }
}
