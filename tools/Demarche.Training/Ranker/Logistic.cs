using System.Numerics.Tensors;
using Demarche.Coding.Relating;

namespace Demarche.Training.Ranker;

/// <summary>A logistic function of a few numbers, of which the first is always 1.</summary>
internal static class Logistic
{
    private const int Steps = 400;
    private const double Tolerance = 1e-9;

    /// <summary>The probability of a row.</summary>
    public static double Of(float[] weights, float[] row) => EventConfidence.Logistic(TensorPrimitives.Dot(weights, row));

    /// <summary>The weights that make the labels likeliest, with a ridge on all but the first.</summary>
    /// <param name="rows">Numbers of each example.</param>
    /// <param name="labels">Whether it holds.</param>
    /// <param name="counts">How much each counts; empty for one each.</param>
    /// <param name="ridge">How dear weights are.</param>
    public static float[] Fit(IReadOnlyList<float[]> rows, IReadOnlyList<bool> labels, IReadOnlyList<float> counts, float ridge)
    {
        var weights = new float[rows[0].Length];
        Lbfgs.Minimize(weights, Cost, Steps, Tolerance);
        return weights;

        double Cost(float[] x, float[] gradient)
        {
            TensorPrimitives.Multiply(x, ridge, gradient);
            gradient[0] = 0;
            var cost = 0.5 * ridge * (TensorPrimitives.SumOfSquares(x) - (x[0] * x[0]));
            for (var i = 0; i < rows.Count; i++)
            {
                var count = counts.Count == 0 ? 1 : counts[i];
                var probability = Of(x, rows[i]);
                cost -= count * Math.Log(Math.Max(labels[i] ? probability : 1 - probability, 1e-12));
                TensorPrimitives.MultiplyAdd(rows[i], (float)(count * (probability - (labels[i] ? 1 : 0))), gradient, gradient);
            }

            return cost;
        }
    }
}
