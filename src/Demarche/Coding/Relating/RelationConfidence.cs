using System.Numerics.Tensors;

namespace Demarche.Coding.Relating;

/// <summary>Turns scores into how often an answer is right, as measured on sentences that the ranker was not trained on.</summary>
/// <remarks>
/// Four numbers: a temperature for the ranker's scores; and for a rule's answer the offset and slope of a logistic function of the
/// probability that the ranker gives the rule's class (the two are read from different evidence, so agreement tells much).
/// </remarks>
internal static class RelationConfidence
{
    internal const int Temperature = 0;
    internal const int RuleOffset = 1;
    internal const int RuleSlope = 2;

    /// <summary>Probabilities of the classes.</summary>
    public static float[] Probabilities(ReadOnlySpan<float> scores, ReadOnlySpan<float> calibration)
    {
        var probabilities = new float[scores.Length];
        TensorPrimitives.Divide(scores, calibration[Temperature], probabilities);
        TensorPrimitives.SoftMax(probabilities, probabilities);
        return probabilities;
    }

    /// <summary>How sure a rule's answer is.</summary>
    /// <param name="probability">What the ranker gives the rule's class.</param>
    /// <param name="calibration">The numbers.</param>
    public static double OfRule(float probability, ReadOnlySpan<float> calibration) =>
        1 / (1 + Math.Exp(-(calibration[RuleOffset] + (calibration[RuleSlope] * Logit(probability)))));

    /// <summary>The logit of a probability, kept finite.</summary>
    internal static double Logit(double probability)
    {
        var kept = Math.Clamp(probability, 0.001, 0.999);
        return Math.Log(kept / (1 - kept));
    }
}
