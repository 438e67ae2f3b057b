using Demarche.Language.Words;

namespace Demarche.Training.Words;

/// <summary>Trains a <see cref="HashedClassifier"/>: softmax regression by AdaGrad, class 0 fixed at a score of 0.</summary>
public sealed class HashedTrainer(int classes, int bits, int seed)
{
    private readonly List<uint[]> _features = [];
    private readonly List<byte> _labels = [];
    private readonly float[] _weights = new float[(classes - 1) << bits];

    /// <summary>Number of decisions collected.</summary>
    public int Count => _labels.Count;

    /// <summary>Takes one decision.</summary>
    public void Add(ReadOnlySpan<uint> features, int label)
    {
        var slots = new uint[features.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = features[i] >> (32 - bits);
        }

        _features.Add(slots);
        _labels.Add((byte)label);
    }

    /// <summary>Runs the passes and gives the weights in one byte each.</summary>
    /// <param name="passes">Passes over the decisions.</param>
    /// <param name="rate">Learning rate of AdaGrad.</param>
    /// <param name="decay">Pull of each used weight towards 0.</param>
    /// <param name="dropout">Share of features left out of a decision, so that none is relied on alone.</param>
    internal HashedClassifier Train(int passes, float rate, float decay, double dropout)
    {
        var squares = new float[_weights.Length];
        var order = Enumerable.Range(0, Count).ToArray();
        var random = new Random(seed);
        Span<float> scores = stackalloc float[classes];
        var kept = new uint[FeatureList.Capacity];
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                var count = 0;
                foreach (var slot in _features[at])
                {
                    if (random.NextDouble() >= dropout)
                    {
                        kept[count++] = slot;
                    }
                }

                Step(kept.AsSpan(0, count), _labels[at], squares, rate, decay, scores);
            }
        }

        return Quantise((float)(1 - dropout));
    }

    private void Step(ReadOnlySpan<uint> slots, int label, float[] squares, float rate, float decay, Span<float> scores)
    {
        var rows = classes - 1;
        scores.Clear();
        foreach (var slot in slots)
        {
            for (var c = 0; c < rows; c++)
            {
                scores[c + 1] += _weights[((int)slot * rows) + c];
            }
        }

        var max = 0f;
        foreach (var score in scores)
        {
            max = Math.Max(max, score);
        }

        var sum = 0f;
        for (var c = 0; c < classes; c++)
        {
            scores[c] = MathF.Exp(scores[c] - max);
            sum += scores[c];
        }

        for (var c = 0; c < rows; c++)
        {
            var error = (scores[c + 1] / sum) - (label == c + 1 ? 1f : 0f);
            if (MathF.Abs(error) < 1e-4f)
            {
                continue;
            }

            foreach (var slot in slots)
            {
                var i = ((int)slot * rows) + c;
                var gradient = error + (decay * _weights[i]);
                squares[i] += gradient * gradient;
                _weights[i] -= rate * gradient / MathF.Sqrt(squares[i] + 1e-8f);
            }
        }
    }

    private HashedClassifier Quantise(float keep)
    {
        var largest = _weights.Max(MathF.Abs) * keep;
        // A few weights are far larger than the rest: clipping them keeps the small ones apart.
        var unit = Math.Max(Math.Min(largest, 4f), 1e-6f) / 127f;
        return HashedClassifier.Of(classes, bits, [.. _weights.Select(w => (sbyte)Math.Clamp(MathF.Round(w * keep / unit), -127, 127))]);
    }
}
