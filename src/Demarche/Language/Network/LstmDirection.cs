using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Language.Network;

/// <summary>One direction of a recurrent layer: long short-term memory over the words of each sentence. Immutable and thread-safe.</summary>
/// <param name="Recurrent">From the state of the word before to the four gates: in, forget, candidate, out.</param>
/// <param name="Below">From the states of the layer below, both directions, to the gates; null for the first layer, which words feed (<see cref="WordGates"/>).</param>
/// <param name="IsBackward">Whether it runs from the last word to the first.</param>
internal sealed unsafe record LstmDirection(IntegerLayer Recurrent, IntegerLayer? Below, bool IsBackward)
{
    /// <summary>Gates of a cell.</summary>
    internal const int Gates = 4;

    private const int RowsAhead = 128;   // what the layer below gives to so many words stays in the second cache until it is used
    private const int Line = 16;         // floats

    /// <summary>Width of the state.</summary>
    internal int Width => Recurrent.Inputs;

    /// <summary>Runs over a batch.</summary>
    /// <param name="batch">How words lie in rows.</param>
    /// <param name="words">For each row, what the word gives to the gates of this direction; where there is a layer below, only room for as many.</param>
    /// <param name="below">States of the layer below, of both directions; null for the first layer.</param>
    /// <param name="states">States, a row a word, of both directions.</param>
    /// <param name="arena">Working memory.</param>
    internal void Run(SentenceBatch batch, nint[] words, byte* below, byte* states, Arena arena)
    {
        var width = Width;
        var stride = 2 * width;
        states += IsBackward ? width : 0;
        var cells = arena.TakeZeros(batch.Count * width);
        var outputs = arena.Take(width);
        var gates = arena.TakeZeros(batch.Count * Gates * width);   // a sentence's first word has no word before it
        var given = Below is null ? null : arena.Take(Math.Max(RowsAhead, batch.Count) * Gates * width);
        var ready = 0;
        for (var i = 0; i < batch.Steps; i++)
        {
            var step = StepAt(i, batch);
            if (Below is not null && i == ready)
            {
                ready += Prepare(batch, i, below, given, words);
            }

            var active = batch.Active(step);
            var running = i == 0 ? 0 : Math.Min(active, batch.Active(StepAt(i - 1, batch)));
            if (running > 0)
            {
                Recurrent.Apply(states + ((nint)batch.FirstRow(StepAt(i - 1, batch)) * stride), stride, running, gates);
            }

            var row = batch.FirstRow(step);
            var last = row + active - 1;
            var next = i + 1 < batch.Steps ? batch.FirstRow(StepAt(i + 1, batch)) : last;
            for (var sentence = 0; row <= last; sentence++, row++)
            {
                var cell = cells + (sentence * width);
                var recurrent = gates + (sentence * Gates * width);
                var ahead = (float*)words[row < last ? row + 1 : next];
                if (WideVectors.Are)
                {
                    Cell<SixteenLanes>((float*)words[row], recurrent, cell, outputs, width, ahead);
                }
                else
                {
                    Cell<EightLanes>((float*)words[row], recurrent, cell, outputs, width, ahead);
                }

                IntegerLayer.Write(outputs, width, states + ((nint)row * stride));
            }
        }
    }

    private int StepAt(int i, SentenceBatch batch) => IsBackward ? batch.Steps - 1 - i : i;

    // Reckons what the layer below gives to the next steps; returns how many.
    private int Prepare(SentenceBatch batch, int from, byte* below, float* given, nint[] words)
    {
        var (count, rows) = (1, batch.Active(StepAt(from, batch)));
        while (from + count < batch.Steps && rows + batch.Active(StepAt(from + count, batch)) <= RowsAhead)
        {
            rows += batch.Active(StepAt(from + count, batch));
            count++;
        }

        var first = batch.FirstRow(Math.Min(StepAt(from, batch), StepAt(from + count - 1, batch)));
        Below!.Apply(below + ((nint)first * Below.Inputs), Below.Inputs, rows, given);
        for (var row = 0; row < rows; row++)
        {
            words[first + row] = (nint)(given + ((nint)row * Gates * Width));
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Cell<T>(float* below, float* gates, float* cell, float* outputs, int width, float* ahead)
        where T : struct, ILanes<T>
    {
        for (var i = 0; i < width; i += T.Count)
        {
            Fetch(ahead + i, width);

            // next = forget · cell + input · candidate; state = output · tanh(next)
            var (input, belowInput) = Curves.SigmoidFraction(Gate<T>(below, gates, i));
            var (forget, belowForget) = Curves.SigmoidFraction(Gate<T>(below, gates, width + i));
            var (candidate, belowCandidate) = Curves.TanhFraction(Gate<T>(below, gates, (2 * width) + i));
            var belowBoth = belowInput * belowCandidate;
            var kept = forget * T.Load(cell + i);
            var next = T.MultiplyAdd(kept, belowBoth, input * candidate * belowForget) / (belowBoth * belowForget);
            next.Store(cell + i);
            var (output, belowOutput) = Curves.SigmoidFraction(Gate<T>(below, gates, (3 * width) + i));
            var (bent, belowBent) = Curves.TanhFraction(next);
            (output * bent / (belowOutput * belowBent)).Store(outputs + i);
        }
    }

    // The gates of a word lie anywhere in 32 MB: they are asked for while the word before is reckoned.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch(float* ahead, int width)
    {
        if (Sse.IsSupported && ((nint)ahead & ((Line * sizeof(float)) - 1)) == 0)
        {
            Sse.Prefetch0(ahead);
            Sse.Prefetch0(ahead + width);
            Sse.Prefetch0(ahead + (2 * width));
            Sse.Prefetch0(ahead + (3 * width));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Gate<T>(float* below, float* gates, int at)
        where T : struct, ILanes<T> => T.Load(below + at) + T.Load(gates + at);
}
