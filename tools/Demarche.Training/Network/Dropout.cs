using System.Numerics.Tensors;
using Demarche.Language.Network;

namespace Demarche.Training.Network;

/// <summary>Variational dropout: the same places are dropped in all words of a sentence (Gal and Ghahramani 2016).</summary>
internal static unsafe class Dropout
{
    /// <summary>A mask for each sentence: 0 where dropped, else what makes up for it. Null when nothing is dropped.</summary>
    internal static float* Masks(int sentences, int width, float share, Dice? dice, Arena arena)
    {
        if (dice is null || share == 0)
        {
            return null;
        }

        var masks = arena.Take(sentences * width);
        var kept = 1 / (1 - share);
        for (var i = 0; i < sentences * width; i++)
        {
            masks[i] = dice.Share() < share ? 0 : kept;
        }

        return masks;
    }

    /// <summary>Multiplies a row by the mask of its sentence.</summary>
    internal static void Apply(float* row, float* masks, int sentence, int width)
    {
        if (masks != null)
        {
            var values = new Span<float>(row, width);
            TensorPrimitives.Multiply(values, new ReadOnlySpan<float>(masks + ((nint)sentence * width), width), values);
        }
    }
}
