using System.Collections.Immutable;

namespace Demarche.Language.Network;

/// <summary>Names the relation of a word to its head: a linear layer over both views and their product. Immutable and thread-safe.</summary>
internal sealed class RelationScorer
{
    private const string RootRelation = "root";
    private readonly IntegerLayer _dependent;
    private readonly IntegerLayer _head;
    private readonly PackedLayer _pair;
    private readonly float[] _root;
    private readonly int _rootRelation;

    /// <summary>A scorer.</summary>
    /// <param name="dependent">From the word in context to its view as a dependent.</param>
    /// <param name="head">From the word in context to its view as a head.</param>
    /// <param name="pair">From both views and their product to a score for each relation.</param>
    /// <param name="root">The root's view as a head.</param>
    /// <param name="relations">Names of the relations.</param>
    internal RelationScorer(IntegerLayer dependent, IntegerLayer head, PackedLayer pair, float[] root, ImmutableArray<string> relations)
    {
        _dependent = dependent;
        _head = head;
        _pair = pair;
        _root = root;
        _rootRelation = relations.IndexOf(RootRelation);
    }

    /// <summary>The relation of each word; rows in sentence order.</summary>
    internal unsafe int[] Best(SentenceBatch batch, byte* context, int[] heads, Arena arena)
    {
        var width = _dependent.Outputs;
        var dependents = Leaky.Layer(_dependent, context, batch.Rows, arena);
        var views = Leaky.Layer(_head, context, batch.Rows, arena);
        var pairs = arena.Take(batch.Rows * 3 * width);
        for (int sentence = 0, first = 0; sentence < batch.Count; first += batch.Length(sentence++))
        {
            for (var row = first; row < first + batch.Length(sentence); row++)
            {
                var pair = new Span<float>(pairs + (row * 3 * width), 3 * width);
                var dependent = new ReadOnlySpan<float>(dependents + (row * width), width);
                var head = heads[row] < 0 ? _root : new ReadOnlySpan<float>(views + ((first + heads[row]) * width), width);
                dependent.CopyTo(pair);
                head.CopyTo(pair[width..]);
                Floats.Multiply(dependent, head, pair[(2 * width)..]);
            }
        }

        var scores = arena.Take(batch.Rows * _pair.Outputs);
        _pair.Apply(pairs, batch.Rows, scores);
        var best = new int[batch.Rows];
        for (var row = 0; row < batch.Rows; row++)
        {
            var relations = new Span<float>(scores + (row * _pair.Outputs), _pair.Outputs);
            relations[_rootRelation] = float.NegativeInfinity;
            best[row] = heads[row] < 0 ? _rootRelation : Floats.Greatest(relations);
        }

        return best;
    }
}
