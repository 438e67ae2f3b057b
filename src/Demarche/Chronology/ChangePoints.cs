namespace Demarche.Chronology;

/// <summary>Finds where the mean of a series changes.</summary>
/// <remarks>
/// PELT: R. Killick, P. Fearnhead and I. A. Eckley, "Optimal detection of changepoints with a linear computational cost", JASA 107 (2012), with the cost of
/// a normal mean under known variance. The variance is that of successive differences (J. von Neumann, 1941), which a change of the mean hardly moves.
/// The penalty, 12 + 2.5 ln n, is far above BIC's 2 ln n: on a stationary series of up to a thousand values a false alarm is rarer than one in a
/// thousand; what is found is large. It takes the values of a series to be independent: runs of like values that have no cause may still be found.
/// </remarks>
internal static class ChangePoints
{
    private const int Shortest = 4;   // values a segment
    private const double BasePenalty = 12;
    private const double PenaltyPerLog = 2.5;

    /// <summary>The first index of each segment but the first, in order.</summary>
    /// <param name="values">The series.</param>
    /// <param name="weights">How many observations each value is the mean of.</param>
    /// <param name="leastVariance">The least variance of one observation that is believed.</param>
    public static List<int> Find(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double leastVariance)
    {
        var n = values.Length;
        if (n < 2 * Shortest)
        {
            return [];
        }

        var sums = new Sums(values, weights, Math.Max(leastVariance, Variance(values, weights)));
        var penalty = BasePenalty + (PenaltyPerLog * Math.Log(n));
        var best = new double[n + 1];
        var last = new int[n + 1];
        Array.Fill(best, double.PositiveInfinity);
        best[0] = -penalty;
        var starts = new List<int> { 0 };
        for (var end = Shortest; end <= n; end++)
        {
            foreach (var start in starts)
            {
                var cost = best[start] + sums.Cost(start, end) + penalty;
                if (cost < best[end])
                {
                    (best[end], last[end]) = (cost, start);
                }
            }

            // A start that is beaten even without a penalty never wins again.
            var limit = best[end];
            starts.RemoveAll(start => end - start >= 2 * Shortest && best[start] + sums.Cost(start, end) > limit);
            if (end - Shortest + 1 >= Shortest)
            {
                starts.Add(end - Shortest + 1);
            }
        }

        var found = new List<int>();
        for (var at = last[n]; at > 0; at = last[at])
        {
            found.Add(at);
        }

        found.Reverse();
        return found;
    }

    private static double Variance(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var i = 1; i < values.Length; i++)
        {
            var step = values[i] - values[i - 1];
            sum += step * step / ((1 / weights[i]) + (1 / weights[i - 1]));
        }

        return sum / (values.Length - 1);
    }

    // Running sums, so that the cost of a segment takes no loop.
    private sealed class Sums
    {
        private readonly double[] _weight;
        private readonly double[] _value;
        private readonly double[] _square;
        private readonly double _variance;

        public Sums(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double variance)
        {
            _variance = variance;
            _weight = new double[values.Length + 1];
            _value = new double[values.Length + 1];
            _square = new double[values.Length + 1];
            for (var i = 0; i < values.Length; i++)
            {
                _weight[i + 1] = _weight[i] + weights[i];
                _value[i + 1] = _value[i] + (weights[i] * values[i]);
                _square[i + 1] = _square[i] + (weights[i] * values[i] * values[i]);
            }
        }

        public double Cost(int start, int end)
        {
            var value = _value[end] - _value[start];
            return Math.Max(0, _square[end] - _square[start] - (value * value / (_weight[end] - _weight[start]))) / _variance;
        }
    }
}
