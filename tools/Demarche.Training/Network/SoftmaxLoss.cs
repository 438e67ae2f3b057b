using System.Numerics.Tensors;

namespace Demarche.Training.Network;

/// <summary>Cross entropy of scores and the right answer.</summary>
internal static class SoftmaxLoss
{
    /// <summary>Turns scores into their gradient, times <paramref name="weight"/>.</summary>
    /// <returns>The loss, not weighted.</returns>
    internal static float Apply(Span<float> scores, int gold, float weight)
    {
        var largest = TensorPrimitives.Max<float>(scores);
        TensorPrimitives.Subtract(scores, largest, scores);
        var right = scores[gold];
        TensorPrimitives.Exp<float>(scores, scores);
        var sum = TensorPrimitives.Sum<float>(scores);
        TensorPrimitives.Multiply(scores, weight / sum, scores);
        scores[gold] -= weight;
        return MathF.Log(sum) - right;
    }
}
