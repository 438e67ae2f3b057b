using Demarche.Statements.Quoting;

namespace Demarche.Training.Attribution;

/// <summary>Trains <see cref="ChoiceWeights"/>: of the options of each group some are right, and their share of the softmax is raised by AdaGrad.</summary>
/// <remarks>A decision of yes or no is a group of one option against nothing.</remarks>
internal sealed class ChoiceTrainer(int bits, int seed)
{
    private readonly List<Group> _groups = [];

    /// <summary>Number of groups.</summary>
    public int Count => _groups.Count;

    /// <summary>Takes the groups of another, in order.</summary>
    public void AddAll(ChoiceTrainer other) => _groups.AddRange(other._groups);

    /// <summary>Takes a yes or no.</summary>
    public void AddDecision(ReadOnlySpan<uint> features, bool isRight) => _groups.Add(new Group([Slots(features)], [isRight], AgainstNothing: true));

    /// <summary>Takes a choice among options of which at least one is right.</summary>
    public void AddChoice(IReadOnlyList<uint[]> options, bool[] right) => _groups.Add(new Group([.. options.Select(o => Slots(o))], right, AgainstNothing: false));

    /// <summary>Trains and gives the weights in one byte each.</summary>
    /// <param name="passes">Passes over the groups.</param>
    /// <param name="rate">Learning rate of AdaGrad.</param>
    /// <param name="decay">Pull of each used weight towards 0.</param>
    /// <param name="dropout">Share of the features left out of a group, so that none is relied on alone.</param>
    public ChoiceWeights Train(int passes, float rate, float decay, double dropout)
    {
        var (weights, squares, sums) = (new float[1 << bits], new float[1 << bits], new float[1 << bits]);
        var order = Enumerable.Range(0, _groups.Count).ToArray();
        var random = new Random(seed);
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                Step(Thinned(_groups[at], dropout, random), weights, squares, rate, decay);
            }

            for (var i = 0; pass >= passes / 2 && i < weights.Length; i++)
            {
                sums[i] += weights[i];
            }
        }

        return Quantise(sums, (float)((passes - (passes / 2)) / (1 - dropout)));
    }

    private uint[] Slots(ReadOnlySpan<uint> features)
    {
        var slots = new uint[features.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = features[i] >> (32 - bits);
        }

        return slots;
    }

    private static Group Thinned(Group group, double dropout, Random random)
    {
        if (dropout <= 0)
        {
            return group;
        }

        var kept = new List<uint>();
        var options = new uint[group.Options.Length][];
        for (var o = 0; o < options.Length; o++)
        {
            kept.Clear();
            foreach (var slot in group.Options[o])
            {
                if (random.NextDouble() >= dropout)
                {
                    kept.Add(slot);
                }
            }

            options[o] = [.. kept];
        }

        return group with { Options = options };
    }

    private static void Step(Group group, float[] weights, float[] squares, float rate, float decay)
    {
        var scores = new float[group.Options.Length];
        var highest = group.AgainstNothing ? 0f : float.NegativeInfinity;
        for (var o = 0; o < scores.Length; o++)
        {
            foreach (var slot in group.Options[o])
            {
                scores[o] += weights[slot];
            }

            highest = Math.Max(highest, scores[o]);
        }

        var (all, right) = (group.AgainstNothing ? MathF.Exp(-highest) : 0f, 0f);
        for (var o = 0; o < scores.Length; o++)
        {
            scores[o] = MathF.Exp(scores[o] - highest);
            all += scores[o];
            right += group.Right[o] ? scores[o] : 0;
        }

        for (var o = 0; o < scores.Length; o++)
        {
            var error = (scores[o] / all) - (group.Right[o] ? scores[o] / Math.Max(right, 1e-12f) : 0);
            if (MathF.Abs(error) < 1e-3f)
            {
                continue;
            }

            foreach (var slot in group.Options[o])
            {
                var gradient = error + (decay * weights[slot]);
                squares[slot] += gradient * gradient;
                weights[slot] -= rate * gradient / MathF.Sqrt(squares[slot] + 1e-2f);
            }
        }
    }

    private static ChoiceWeights Quantise(float[] sums, float count)
    {
        const float Clip = 4f;   // a few weights are far larger than the rest: clipping them keeps the small ones apart
        var largest = Math.Min(sums.Max(MathF.Abs) / count, Clip);
        var step = Math.Max(largest, 1e-6f) / sbyte.MaxValue;
        return new ChoiceWeights(step, [.. sums.Select(s => (sbyte)Math.Clamp(MathF.Round(s / count / step), -sbyte.MaxValue, sbyte.MaxValue))]);
    }

    private sealed record Group(uint[][] Options, bool[] Right, bool AgainstNothing);
}
