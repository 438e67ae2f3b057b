using System.Numerics.Tensors;
using Demarche.Language.Network;

namespace Demarche.Training.Network;

/// <summary>The scorer of heads, forwards to the loss and backwards at once.</summary>
internal sealed unsafe class ArcPass(NetworkParameters parameters)
{
    private readonly LeakyPass _dependent = new(parameters, "arc.dependent");
    private readonly LeakyPass _head = new(parameters, "arc.head");
    private readonly Linear _pair = new(parameters, "arc.pair");
    private readonly Parameter _root = parameters["arc.root"];

    /// <summary>Adds the gradients of the loss.</summary>
    /// <returns>Sum of the losses of all words.</returns>
    internal double Run(SentenceBatch batch, Example[] examples, float* context, float* dContext, float weight, float dropout, Dice? dice, int shard, Arena arena)
    {
        var width = _dependent.Width;
        var dependents = _dependent.Forward(context, batch, dropout, dice, arena);
        var candidates = _head.Forward(context, batch, dropout, dice, arena);
        var wanted = _pair.Forward(dependents, batch.Rows, arena);
        var dWanted = arena.Take(batch.Rows * width);
        var dCandidates = arena.Take(batch.Rows * width);
        var longest = batch.Steps;
        var views = arena.Take((longest + 1) * width);
        var dViews = arena.Take((longest + 1) * width);
        var packed = arena.Take(MatrixProduct.PackedLength(Math.Max(width, longest + 1), Math.Max(width, longest + 1)));
        var scores = arena.Take(longest * (longest + 1));
        var loss = 0.0;
        for (int sentence = 0, row = 0; sentence < batch.Count; row += batch.Length(sentence++))
        {
            var length = batch.Length(sentence);
            _root.Value.Span.CopyTo(new Span<float>(views, width));
            new ReadOnlySpan<float>(candidates + (row * width), length * width).CopyTo(new Span<float>(views + width, length * width));
            MatrixProduct.Pack(views, 1, width, width, length + 1, packed);
            MatrixProduct.Multiply(wanted + (row * width), width, 1, length, width, packed, length + 1, scores, length + 1, add: false);
            var heads = examples[sentence].Tree!.Heads;
            for (var word = 0; word < length; word++)
            {
                scores[(word * (length + 1)) + word + 1] = -1e9f;   // no word heads itself
                loss += SoftmaxLoss.Apply(new Span<float>(scores + (word * (length + 1)), length + 1), heads[word] + 1, weight);
            }

            MatrixProduct.Pack(views, width, 1, length + 1, width, packed);
            MatrixProduct.Multiply(scores, length + 1, 1, length, length + 1, packed, width, dWanted + (row * width), width, add: false);
            MatrixProduct.Pack(wanted + (row * width), width, 1, length, width, packed);
            MatrixProduct.Multiply(scores, 1, length + 1, length + 1, length, packed, width, dViews, width, add: false);
            var root = _root.Gradients[shard].Span;
            TensorPrimitives.Add(root, new ReadOnlySpan<float>(dViews, width), root);
            new ReadOnlySpan<float>(dViews + width, length * width).CopyTo(new Span<float>(dCandidates + (row * width), length * width));
        }

        var dDependents = arena.TakeZeros(batch.Rows * width);
        _pair.Backward(dependents, dWanted, batch.Rows, dDependents, shard, arena);
        _dependent.Backward(dDependents, batch, dContext, shard, arena);
        _head.Backward(dCandidates, batch, dContext, shard, arena);
        return loss;
    }
}
