using System.Collections.Immutable;

namespace Demarche.Language.Network;

/// <summary>From a score for each word and label to the best sequence of names: begin, inside, end, single, outside. Immutable and thread-safe.</summary>
internal sealed class EntityDecoder
{
    private readonly EntityLabel[] _labels;
    private readonly bool[] _follows;   // [before * labels + after]
    private readonly bool[] _starts;
    private readonly bool[] _ends;

    internal EntityDecoder(ImmutableArray<EntityLabel> labels)
    {
        _labels = [.. labels];
        _follows = new bool[_labels.Length * _labels.Length];
        for (var before = 0; before < _labels.Length; before++)
        {
            for (var after = 0; after < _labels.Length; after++)
            {
                _follows[(before * _labels.Length) + after] = Follows(_labels[before], _labels[after]);
            }
        }

        _starts = [.. labels.Select(l => l.Place is not ('I' or 'E'))];
        _ends = [.. labels.Select(l => l.Place is not ('B' or 'I'))];
    }

    /// <summary>The names in a sentence.</summary>
    /// <param name="scores">Scores, a row of labels a word.</param>
    /// <param name="words">Number of words.</param>
    internal ImmutableArray<Entity> Decode(ReadOnlySpan<float> scores, int words)
    {
        var count = _labels.Length;
        var sums = new float[count];
        var next = new float[count];
        var from = new byte[words * count];
        for (var label = 0; label < count; label++)
        {
            sums[label] = _starts[label] ? scores[label] : float.NegativeInfinity;
        }

        for (var word = 1; word < words; word++)
        {
            for (var label = 0; label < count; label++)
            {
                var best = 0;
                var sum = float.NegativeInfinity;
                for (var before = 0; before < count; before++)
                {
                    if (_follows[(before * count) + label] && sums[before] > sum)
                    {
                        sum = sums[before];
                        best = before;
                    }
                }

                next[label] = sum + scores[(word * count) + label];
                from[(word * count) + label] = (byte)best;
            }

            (sums, next) = (next, sums);
        }

        return Read(LastLabel(sums), from, words);
    }

    private int LastLabel(float[] sums)
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
        var found = ImmutableArray.CreateBuilder<Entity>();
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
                found.Add(new Entity(word, last, kind));
            }

            label = from[(word * _labels.Length) + label];
        }

        found.Reverse();
        return found.ToImmutable();
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
