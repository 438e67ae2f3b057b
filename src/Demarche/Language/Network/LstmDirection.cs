using System.Numerics;

namespace Demarche.Language.Network;

/// <summary>One direction of a recurrent layer: long short-term memory over the words of each sentence. Immutable and thread-safe.</summary>
/// <param name="Recurrent">From the state of the word before to the four gates: in, forget, candidate, out.</param>
/// <param name="IsBackward">Whether it runs from the last word to the first.</param>
internal sealed unsafe record LstmDirection(IntegerLayer Recurrent, bool IsBackward)
{
    /// <summary>Gates of a cell.</summary>
    internal const int Gates = 4;

    /// <summary>Width of the state.</summary>
    internal int Width => Recurrent.Inputs;

    /// <summary>Runs over a batch.</summary>
    /// <param name="batch">How words lie in rows.</param>
    /// <param name="below">For each row, what the layer below gives to the gates of both directions, forward first.</param>
    /// <param name="states">States, a row a word, of both directions.</param>
    /// <param name="arena">Working memory.</param>
    internal void Run(SentenceBatch batch, nint[] below, short* states, Arena arena)
    {
        var width = Width;
        var stride = 2 * width;
        var firstGate = IsBackward ? Gates * width : 0;
        states += IsBackward ? width : 0;
        var cells = arena.TakeZeros(batch.Count * width);
        var gates = arena.TakeZeros(batch.Count * Gates * width);   // a sentence's first word has no word before it
        for (var i = 0; i < batch.Steps; i++)
        {
            var step = IsBackward ? batch.Steps - 1 - i : i;
            var before = IsBackward ? step + 1 : step - 1;
            var active = batch.Active(step);
            var running = before < 0 ? 0 : Math.Min(active, batch.Active(before));
            var row = batch.FirstRow(step);
            if (running > 0)
            {
                Recurrent.Apply(states + ((nint)batch.FirstRow(before) * stride), stride, running, gates);
            }

            for (var sentence = 0; sentence < active; sentence++, row++)
            {
                Cell((float*)below[row] + firstGate, gates + (sentence * Gates * width), cells + (sentence * width), states + ((nint)row * stride), width);
            }
        }
    }

    private static void Cell(float* below, float* gates, float* cell, short* state, int width)
    {
        for (var i = 0; i < width; i += Vector<short>.Count)
        {
            var low = Part(below + i, gates + i, cell + i, width);
            var high = Part(below + i + Vector<float>.Count, gates + i + Vector<float>.Count, cell + i + Vector<float>.Count, width);
            Vector.Narrow(IntegerLayer.ToInputs(low), IntegerLayer.ToInputs(high)).Store(state + i);
        }
    }

    private static Vector<float> Part(float* below, float* gates, float* cell, int width)
    {
        var input = Curves.Sigmoid(Vector.Load(below) + Vector.Load(gates));
        var forget = Curves.Sigmoid(Vector.Load(below + width) + Vector.Load(gates + width));
        var candidate = Curves.Tanh(Vector.Load(below + (2 * width)) + Vector.Load(gates + (2 * width)));
        var output = Curves.Sigmoid(Vector.Load(below + (3 * width)) + Vector.Load(gates + (3 * width)));
        var next = Vector.MultiplyAddEstimate(forget, Vector.Load(cell), input * candidate);
        next.Store(cell);
        return output * Curves.Tanh(next);
    }
}
