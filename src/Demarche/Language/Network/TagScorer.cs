using System.Numerics.Tensors;

namespace Demarche.Language.Network;

/// <summary>Chooses one label for each word. Immutable and thread-safe.</summary>
/// <param name="Output">From the word in context to a score for each label.</param>
internal sealed record TagScorer(PackedLayer Output)
{
    /// <summary>The best label of each row.</summary>
    internal unsafe int[] Best(float* context, int rows, Arena arena)
    {
        var scores = arena.Take(rows * Output.Outputs);
        Output.Apply(context, rows, scores);
        var best = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            best[row] = TensorPrimitives.IndexOfMax(new ReadOnlySpan<float>(scores + (row * Output.Outputs), Output.Outputs));
        }

        return best;
    }
}
