using System.Runtime.Intrinsics;

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
    internal void Run(SentenceBatch batch, nint[] below, byte* states, Arena arena)
    {
        var width = Width;
        var stride = 2 * width;
        var firstGate = IsBackward ? Gates * width : 0;
        states += IsBackward ? width : 0;
        var cells = arena.TakeZeros(batch.Count * width);
        var outputs = arena.Take(width);
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
                Cell((float*)below[row] + firstGate, gates + (sentence * Gates * width), cells + (sentence * width), outputs, states + ((nint)row * stride), width);
            }
        }
    }

    private static void Cell(float* below, float* gates, float* cell, float* outputs, byte* state, int width)
    {
        for (var i = 0; i < width; i += Vector256<float>.Count)
        {
            // next = forget · cell + input · candidate; state = output · tanh(next)
            var (input, belowInput) = Curves.SigmoidFraction(Gate(below, gates, i));
            var (forget, belowForget) = Curves.SigmoidFraction(Gate(below, gates, width + i));
            var (candidate, belowCandidate) = Curves.TanhFraction(Gate(below, gates, (2 * width) + i));
            var belowBoth = belowInput * belowCandidate;
            var kept = forget * Vector256.Load(cell + i);
            var next = Vector256.FusedMultiplyAdd(kept, belowBoth, input * candidate * belowForget) / (belowBoth * belowForget);
            next.Store(cell + i);
            var (output, belowOutput) = Curves.SigmoidFraction(Gate(below, gates, (3 * width) + i));
            var (bent, belowBent) = Curves.TanhFraction(next);
            (output * bent / (belowOutput * belowBent)).Store(outputs + i);
        }

        IntegerLayer.Write(outputs, width, state);
    }

    private static Vector256<float> Gate(float* below, float* gates, int at) => Vector256.Load(below + at) + Vector256.Load(gates + at);
}
