using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Demarche.Language.Network;

/// <summary>Chooses the universal and the Penn tag of each word together, among the pairs that the treebanks know. Immutable and thread-safe.</summary>
/// <remarks>Each tag set knows what the other does not: "JJ" settles a doubtful adjective, AUX a doubtful "be".</remarks>
internal sealed class TagScorer
{
    private readonly IntegerLayer _tags;
    private readonly IntegerLayer _pennTags;
    private readonly int[][] _tagsOf;   // by Penn tag

    /// <summary>A scorer.</summary>
    /// <param name="tags">From the word in context to a score for each universal tag.</param>
    /// <param name="pennTags">From the word in context to a score for each Penn tag.</param>
    /// <param name="pairs">Pairs that go together.</param>
    internal TagScorer(IntegerLayer tags, IntegerLayer pennTags, ImmutableArray<(int Tag, int PennTag)> pairs)
    {
        (_tags, _pennTags) = (tags, pennTags);
        var tagsOf = new List<int>[pennTags.Outputs];
        foreach (var (tag, penn) in pairs)
        {
            (tagsOf[penn] ??= []).Add(tag);
        }

        _tagsOf = Array.ConvertAll(tagsOf, t => t?.ToArray() ?? []);
    }

    /// <summary>The best pair of each row.</summary>
    internal unsafe (int Tag, int PennTag)[] Best(byte* context, int rows, Arena arena)
    {
        var tags = arena.Take(rows * _tags.Outputs);
        var pennTags = arena.Take(rows * _pennTags.Outputs);
        _tags.Apply(context, _tags.Inputs, rows, tags);
        _pennTags.Apply(context, _pennTags.Inputs, rows, pennTags);
        var best = new (int, int)[rows];
        for (var row = 0; row < rows; row++, tags += _tags.Outputs, pennTags += _pennTags.Outputs)
        {
            best[row] = Best(new ReadOnlySpan<float>(tags, _tags.Outputs), new ReadOnlySpan<float>(pennTags, _pennTags.Outputs));
        }

        return best;
    }

    // Most Penn tags are out of the running even beside the best universal tag; of pairs that score the same, the first universal tag wins, then the first Penn tag.
    private (int Tag, int PennTag) Best(ReadOnlySpan<float> tags, ReadOnlySpan<float> pennTags)
    {
        var most = Floats.Most(tags);
        var (best, highest) = ((Tag: 0, PennTag: 0), float.NegativeInfinity);
        Try(Floats.Greatest(pennTags), tags, pennTags);
        var penn = 0;
        for (; penn + Vector256<float>.Count <= pennTags.Length; penn += Vector256<float>.Count)
        {
            var near = Vector256.GreaterThanOrEqual(Vector256.Create(pennTags[penn..]) + Vector256.Create(most), Vector256.Create(highest)).ExtractMostSignificantBits();
            for (; near != 0; near &= near - 1)
            {
                TryNear(penn + BitOperations.TrailingZeroCount(near), tags, pennTags);
            }
        }

        for (; penn < pennTags.Length; penn++)
        {
            TryNear(penn, tags, pennTags);
        }

        return best;

        void TryNear(int penn, ReadOnlySpan<float> tags, ReadOnlySpan<float> pennTags)
        {
            if (pennTags[penn] + most >= highest)
            {
                Try(penn, tags, pennTags);
            }
        }

        void Try(int penn, ReadOnlySpan<float> tags, ReadOnlySpan<float> pennTags)
        {
            foreach (var tag in _tagsOf[penn])
            {
                var score = tags[tag] + pennTags[penn];
                if (score > highest || score == highest && (tag, penn).CompareTo(best) < 0)
                {
                    (best, highest) = ((tag, penn), score);
                }
            }
        }
    }
}
