using System.Numerics.Tensors;
using Demarche.Language.Network;

namespace Demarche.Training.Network;

/// <summary>The scorer of relations, given the right heads, forwards to the loss and backwards at once.</summary>
internal sealed unsafe class RelationPass(NetworkParameters parameters)
{
    private readonly LeakyPass _dependent = new(parameters, "relation.dependent");
    private readonly LeakyPass _head = new(parameters, "relation.head");
    private readonly Linear _pair = new(parameters, "relation.pair");
    private readonly Parameter _root = parameters["relation.root"];

    /// <summary>Adds the gradients of the loss.</summary>
    /// <returns>Sum of the losses of all words.</returns>
    internal double Run(SentenceBatch batch, Example[] examples, float* context, float* dContext, float weight, float dropout, Dice? dice, int shard, Arena arena)
    {
        var width = _dependent.Width;
        var dependents = _dependent.Forward(context, batch, dropout, dice, arena);
        var views = _head.Forward(context, batch, dropout, dice, arena);
        var pairs = arena.Take(batch.Rows * 3 * width);
        var heads = HeadRows(batch, examples);
        for (var row = 0; row < batch.Rows; row++)
        {
            var (pair, dependent, head) = Views(pairs, dependents, views, row, heads[row]);
            dependent.CopyTo(pair);
            head.CopyTo(pair[width..]);
            TensorPrimitives.Multiply(dependent, head, pair[(2 * width)..]);
        }

        var scores = _pair.Forward(pairs, batch.Rows, arena);
        var loss = 0.0;
        for (int sentence = 0, row = 0; sentence < batch.Count; sentence++)
        {
            for (var word = 0; word < batch.Length(sentence); word++, row++)
            {
                loss += SoftmaxLoss.Apply(new Span<float>(scores + (row * _pair.Outputs), _pair.Outputs), examples[sentence].Tree!.Relations[word], weight);
            }
        }

        var dPairs = arena.TakeZeros(batch.Rows * 3 * width);
        _pair.Backward(pairs, scores, batch.Rows, dPairs, shard, arena);
        var dDependents = arena.TakeZeros(batch.Rows * width);
        var dViews = arena.TakeZeros(batch.Rows * width);
        for (var row = 0; row < batch.Rows; row++)
        {
            var (dPair, dependent, head) = Views(dPairs, dependents, views, row, heads[row]);
            var dDependent = new Span<float>(dDependents + (row * width), width);
            var dHead = heads[row] < 0 ? _root.Gradients[shard].Span : new Span<float>(dViews + (heads[row] * width), width);
            var dProduct = dPair[(2 * width)..];
            TensorPrimitives.MultiplyAdd(dProduct, head, dPair[..width], dDependent);
            TensorPrimitives.MultiplyAdd(dProduct, dependent, dHead, dHead);
            TensorPrimitives.Add(dHead, dPair.Slice(width, width), dHead);
        }

        _dependent.Backward(dDependents, batch, dContext, shard, arena);
        _head.Backward(dViews, batch, dContext, shard, arena);
        return loss;
    }

    private RowViews Views(float* pairs, float* dependents, float* views, int row, int head)
    {
        var width = _dependent.Width;
        return new RowViews(
            new Span<float>(pairs + (row * 3 * width), 3 * width),
            new ReadOnlySpan<float>(dependents + (row * width), width),
            head < 0 ? _root.Value.Span : new ReadOnlySpan<float>(views + (head * width), width));
    }

    private static int[] HeadRows(SentenceBatch batch, Example[] examples)
    {
        var rows = new int[batch.Rows];
        for (int sentence = 0, first = 0; sentence < batch.Count; first += batch.Length(sentence++))
        {
            var heads = examples[sentence].Tree!.Heads;
            for (var word = 0; word < heads.Length; word++)
            {
                rows[first + word] = heads[word] < 0 ? -1 : first + heads[word];
            }
        }

        return rows;
    }

    private readonly ref struct RowViews(Span<float> pair, ReadOnlySpan<float> dependent, ReadOnlySpan<float> head)
    {
        private readonly Span<float> _pair = pair;
        private readonly ReadOnlySpan<float> _dependent = dependent;
        private readonly ReadOnlySpan<float> _head = head;

        public void Deconstruct(out Span<float> pair, out ReadOnlySpan<float> dependent, out ReadOnlySpan<float> head)
        {
            pair = _pair;
            dependent = _dependent;
            head = _head;
        }
    }
}
