using System.Numerics.Tensors;

namespace Demarche.Training.Ranker;

/// <summary>Fits a multinomial logistic model with a ridge on its weights.</summary>
/// <param name="Ridge">How dear weights are; higher is smoother.</param>
/// <param name="FeatureValue">What a feature counts beside the vectors: many features fire at once, so that each alone should say little.</param>
/// <param name="VectorValue">What the vectors count.</param>
internal sealed record RankerTrainer(float Ridge = 0.33f, float FeatureValue = 0.35f, float VectorValue = 1.5f)
{
    private const int LeastSeen = 2;   // a feature that one sentence alone has says nothing of others
    private const int Steps = 300;
    private const double Tolerance = 1e-5;

    /// <summary>The model of the given sentences.</summary>
    public RankerModel Train(string[] classes, IReadOnlyList<RankerSample> samples)
    {
        var columns = Columns(samples);
        var width = samples[0].Vectors.Length;
        var stride = columns.Count + width + 1;
        var rows = samples.Select(s => s.Features.Where(columns.ContainsKey).Select(f => columns[f]).ToArray()).ToArray();
        var vectors = samples.Select(s => s.Vectors.Select(v => v * VectorValue).ToArray()).ToArray();
        var weights = new float[classes.Length * stride];
        Lbfgs.Minimize(weights, (x, gradient) => Loss(x, gradient, samples, rows, vectors, columns.Count, width, classes.Length), Steps, Tolerance);
        return new RankerModel(
            classes,
            columns,
            [.. Enumerable.Range(0, classes.Length).Select(c => weights.AsSpan(c * stride, columns.Count).ToArray().Select(w => w * FeatureValue).ToArray())],
            [.. Enumerable.Range(0, classes.Length).Select(c => weights.AsSpan((c * stride) + columns.Count, width).ToArray().Select(w => w * VectorValue).ToArray())],
            [.. Enumerable.Range(0, classes.Length).Select(c => weights[(c * stride) + columns.Count + width])]);
    }

    private static Dictionary<ulong, int> Columns(IReadOnlyList<RankerSample> samples)
    {
        var seen = new Dictionary<ulong, int>();
        foreach (var feature in samples.SelectMany(s => s.Features))
        {
            seen[feature] = seen.GetValueOrDefault(feature) + 1;
        }

        var columns = new Dictionary<ulong, int>();
        foreach (var (feature, _) in seen.Where(p => p.Value >= LeastSeen).OrderBy(p => p.Key))
        {
            columns[feature] = columns.Count;
        }

        return columns;
    }

    // Each class on its own stretch of the weights; sentences are shared out to the cores, and their sums added in order, so that a run repeats.
    private double Loss(float[] x, float[] gradient, IReadOnlyList<RankerSample> samples, int[][] rows, float[][] vectors, int features, int width, int classes)
    {
        var stride = features + width + 1;
        var shares = Environment.ProcessorCount > 1 ? 2 : 1;
        var parts = new float[shares][];
        var losses = new double[shares];
        Parallel.For(0, shares, share =>
        {
            var part = new float[x.Length];
            var scores = new float[classes];
            for (var i = share; i < samples.Count; i += shares)
            {
                for (var c = 0; c < classes; c++)
                {
                    var own = x.AsSpan(c * stride, stride);
                    var sum = own[^1] + TensorPrimitives.Dot(own.Slice(features, width), vectors[i]);
                    var sparse = 0f;
                    foreach (var column in rows[i])
                    {
                        sparse += own[column];
                    }

                    scores[c] = sum + (sparse * FeatureValue);
                }

                TensorPrimitives.SoftMax(scores, scores);
                losses[share] -= samples[i].Weight * Math.Log(Math.Max(scores[samples[i].Label], 1e-20));
                scores[samples[i].Label] -= 1;
                for (var c = 0; c < classes; c++)
                {
                    var error = scores[c] * samples[i].Weight;
                    var own = part.AsSpan(c * stride, stride);
                    own[^1] += error;
                    var dense = own.Slice(features, width);
                    TensorPrimitives.MultiplyAdd(vectors[i], error, dense, dense);
                    foreach (var column in rows[i])
                    {
                        own[column] += error * FeatureValue;
                    }
                }
            }

            parts[share] = part;
        });
        TensorPrimitives.Multiply(x, Ridge, gradient);
        foreach (var part in parts)
        {
            TensorPrimitives.Add(gradient, part, gradient);
        }

        return losses.Sum() + (0.5 * Ridge * TensorPrimitives.SumOfSquares(x));
    }
}
