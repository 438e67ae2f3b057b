using System.Collections.Immutable;

namespace Demarche.Language.Network;

/// <summary>From a score for each word and label to the best sequence of names: begin, inside, end, single, outside. Immutable and thread-safe.</summary>
internal sealed class EntityDecoder
{
    private readonly EntityLabel[] _labels;
    private readonly int[][] _before;   // sets of labels that may stand before; many labels share one
    private readonly int[] _setOf;      // for each label its set
    private readonly bool[] _starts;
    private readonly bool[] _ends;

    internal EntityDecoder(ImmutableArray<EntityLabel> labels)
    {
        _labels = [.. labels];
        var before = _labels.Select(after => (int[])[.. Enumerable.Range(0, _labels.Length).Where(label => Follows(_labels[label], after))]).ToArray();
        _before = [.. before.DistinctBy(set => string.Join(' ', set))];
        _setOf = Array.ConvertAll(before, set => Array.FindIndex(_before, other => other.AsSpan().SequenceEqual(set)));
        _starts = [.. labels.Select(l => l.Place is not ('I' or 'E'))];
        _ends = [.. labels.Select(l => l.Place is not ('B' or 'I'))];
    }

    /// <summary>The names in a sentence.</summary>
    /// <param name="scores">Scores, a row of labels a word.</param>
    /// <param name="words">Number of words.</param>
    internal ImmutableArray<Entity> Decode(ReadOnlySpan<float> scores, int words)
    {
        var count = _labels.Length;
        Span<float> sums = stackalloc float[count];
        Span<float> next = stackalloc float[count];
        var from = new byte[words * count];
        for (var label = 0; label < count; label++)
        {
            sums[label] = _starts[label] ? scores[label] : float.NegativeInfinity;
        }

        Span<int> bestOf = stackalloc int[_before.Length];
        for (var word = 1; word < words; word++)
        {
            for (var set = 0; set < bestOf.Length; set++)
            {
                var best = _before[set][0];
                foreach (var label in _before[set])
                {
                    best = sums[label] > sums[best] ? label : best;
                }

                bestOf[set] = best;
            }

            for (var label = 0; label < count; label++)
            {
                var best = bestOf[_setOf[label]];
                next[label] = sums[best] + scores[(word * count) + label];
                from[(word * count) + label] = (byte)best;
            }

            next.CopyTo(sums);
        }

        return Read(LastLabel(sums), from, words);
    }

    private int LastLabel(ReadOnlySpan<float> sums)
    {
        var last = 0;   // outside, which may end any sentence
        for (var label = 1; label < sums.Length; label++)
        {
            if (_ends[label] && sums[label] > sums[last])
            {
                last = label;
            }
        }

        return last;
    }

    private ImmutableArray<Entity> Read(int label, byte[] from, int words)
    {
        List<Entity>? found = null;
        var last = 0;
        for (var word = words - 1; word >= 0; word--)
        {
            var (place, kind) = _labels[label];
            if (place is 'E' or 'S')
            {
                last = word;
            }

            if (place is 'B' or 'S')
            {
                (found ??= []).Add(new Entity(word, last, kind));
            }

            label = from[(word * _labels.Length) + label];
        }

        found?.Reverse();
        return found is null ? [] : [.. found];
    }

    private static bool Follows(EntityLabel before, EntityLabel after) =>
        before.Place is 'B' or 'I' ? after.Place is 'I' or 'E' && before.Kind == after.Kind : after.Place is not ('I' or 'E');
}

/// <summary>A label of a word in the search for names.</summary>
/// <param name="Place">'O' outside, 'B' first of several, 'I' inside, 'E' last of several, 'S' the only one.</param>
/// <param name="Kind">What the name names; without meaning outside.</param>
internal readonly record struct EntityLabel(char Place, EntityKind Kind)
{
    /// <summary>All labels, outside first.</summary>
    internal static ImmutableArray<EntityLabel> All { get; } =
    [
        new('O', default),
        .. Enum.GetValues<EntityKind>().SelectMany(kind => "BIES".Select(place => new EntityLabel(place, kind))),
    ];
}
