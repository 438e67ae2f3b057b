using System.Numerics.Tensors;

namespace Demarche.Training.Ranker;

/// <summary>Minimises a smooth function by the limited-memory BFGS method (Nocedal and Wright, Numerical Optimization, chapter 7).</summary>
internal static class Lbfgs
{
    private const int Memory = 10;
    private const float Sufficient = 1e-4f;   // Armijo's constant, as usual

    /// <summary>Walks from <paramref name="x"/> downhill, in place.</summary>
    /// <param name="x">The start, and then the end.</param>
    /// <param name="function">Writes the gradient at a point and returns the value.</param>
    /// <param name="steps">At most this many steps.</param>
    /// <param name="tolerance">Ends where a step gains less than this share of the value.</param>
    public static void Minimize(float[] x, Func<float[], float[], double> function, int steps, double tolerance)
    {
        var gradient = new float[x.Length];
        var value = function(x, gradient);
        var history = new List<(float[] Step, float[] Change, float Scale)>();
        for (var step = 0; step < steps; step++)
        {
            var direction = Direction(gradient, history);
            var slope = TensorPrimitives.Dot(direction, gradient);
            if (slope >= 0)
            {
                return;
            }

            var length = step == 0 ? 1 / Math.Max(1, TensorPrimitives.Norm(gradient)) : 1f;
            var next = new float[x.Length];
            var nextGradient = new float[x.Length];
            double nextValue;
            for (var tries = 0; ; tries++)
            {
                TensorPrimitives.MultiplyAdd(direction, length, x, next);
                nextValue = function(next, nextGradient);
                if (nextValue <= value + (Sufficient * length * slope))
                {
                    break;
                }

                if (tries > 20)
                {
                    return;
                }

                length /= 2;
            }

            var moved = new float[x.Length];
            var changed = new float[x.Length];
            TensorPrimitives.Subtract(next, x, moved);
            TensorPrimitives.Subtract(nextGradient, gradient, changed);
            var curvature = TensorPrimitives.Dot(moved, changed);
            if (curvature > 1e-10)
            {
                history.Add((moved, changed, 1 / curvature));
                if (history.Count > Memory)
                {
                    history.RemoveAt(0);
                }
            }

            next.CopyTo(x, 0);
            gradient = nextGradient;
            var gain = (value - nextValue) / Math.Abs(value);
            value = nextValue;
            if (gain < tolerance)
            {
                return;
            }
        }
    }

    private static float[] Direction(float[] gradient, List<(float[] Step, float[] Change, float Scale)> history)
    {
        var direction = new float[gradient.Length];
        TensorPrimitives.Negate(gradient, direction);
        var shares = new float[history.Count];
        for (var i = history.Count - 1; i >= 0; i--)
        {
            var (step, change, scale) = history[i];
            shares[i] = scale * TensorPrimitives.Dot(step, direction);
            TensorPrimitives.MultiplyAdd(change, -shares[i], direction, direction);
        }

        if (history.Count > 0)
        {
            var (step, change, _) = history[^1];
            TensorPrimitives.Multiply(direction, TensorPrimitives.Dot(step, change) / TensorPrimitives.Dot(change, change), direction);
        }

        for (var i = 0; i < history.Count; i++)
        {
            var (step, change, scale) = history[i];
            TensorPrimitives.MultiplyAdd(step, shares[i] - (scale * TensorPrimitives.Dot(change, direction)), direction, direction);
        }

        return direction;
    }
}
