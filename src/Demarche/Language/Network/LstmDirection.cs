using System.Numerics;
using System.Numerics.Tensors;

namespace Demarche.Language.Network;

/// <summary>One direction of a recurrent layer: long short-term memory over the words of each sentence. Immutable and thread-safe.</summary>
/// <param name="Input">From the layer below to the four gates: in, forget, candidate, out.</param>
/// <param name="Recurrent">From the state of the word before to the gates.</param>
/// <param name="IsBackward">Whether it runs from the last word to the first.</param>
internal sealed record LstmDirection(PackedLayer Input, PackedLayer Recurrent, bool IsBackward)
{
    private const int Gates = 4;

    /// <summary>Width of the state.</summary>
    internal int Width => Recurrent.Inputs;

    /// <summary>Runs over a batch.</summary>
    /// <param name="batch">How words lie in rows.</param>
    /// <param name="x">The layer below.</param>
    /// <param name="rows">The row of the layer below for each word, where equal words share one; empty where each word has its own.</param>
    /// <param name="h">States, a row a word.</param>
    /// <param name="stride">Distance of rows of <paramref name="h"/>.</param>
    /// <param name="arena">Working memory.</param>
    internal unsafe void Run(SentenceBatch batch, float* x, ReadOnlySpan<int> rows, float* h, int stride, Arena arena)
    {
        var width = Width;
        var cells = arena.Take(batch.Count * width);
        var gates = FromBelow(batch, x, rows, arena);
        for (var i = 0; i < batch.Steps; i++)
        {
            var step = IsBackward ? batch.Steps - 1 - i : i;
            var before = IsBackward ? step + 1 : step - 1;
            var active = batch.Active(step);
            var running = before < 0 ? 0 : Math.Min(active, batch.Active(before));
            var row = batch.FirstRow(step);
            var z = gates + ((nint)row * Gates * width);
            if (running > 0)
            {
                Recurrent.Add(h + ((nint)batch.FirstRow(before) * stride), stride, running, z);
            }

            new Span<float>(cells + (running * width), (active - running) * width).Clear();
            for (var sentence = 0; sentence < active; sentence++)
            {
                Cell(z + (sentence * Gates * width), cells + (sentence * width), h + ((nint)(row + sentence) * stride), width);
            }
        }
    }

    private unsafe float* FromBelow(SentenceBatch batch, float* x, ReadOnlySpan<int> rows, Arena arena)
    {
        var width = Input.Outputs;
        var gates = arena.Take(batch.Rows * width);
        if (rows.IsEmpty)
        {
            Input.Apply(x, batch.Rows, gates);
            return gates;
        }

        var distinct = TensorPrimitives.Max(rows) + 1;
        var shared = arena.Take(distinct * width);
        Input.Apply(x, distinct, shared);
        for (var row = 0; row < rows.Length; row++)
        {
            new ReadOnlySpan<float>(shared + ((nint)rows[row] * width), width).CopyTo(new Span<float>(gates + ((nint)row * width), width));
        }

        return gates;
    }

    private static unsafe void Cell(float* z, float* cell, float* h, int width)
    {
        for (var i = 0; i < width; i += Vector<float>.Count)
        {
            var input = Curves.Sigmoid(Vector.Load(z + i));
            var forget = Curves.Sigmoid(Vector.Load(z + width + i));
            var candidate = Curves.Tanh(Vector.Load(z + (2 * width) + i));
            var output = Curves.Sigmoid(Vector.Load(z + (3 * width) + i));
            var next = Vector.MultiplyAddEstimate(forget, Vector.Load(cell + i), input * candidate);
            next.Store(cell + i);
            (output * Curves.Tanh(next)).Store(h + i);
        }
    }
}
