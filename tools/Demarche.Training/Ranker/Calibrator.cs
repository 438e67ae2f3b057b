using Demarche.Coding.Relating;

namespace Demarche.Training.Ranker;

/// <summary>Fits the numbers of <see cref="RelationConfidence"/> on held-out answers.</summary>
internal static class Calibrator
{
    /// <summary>Temperature, offset and slope.</summary>
    public static float[] Fit(IReadOnlyList<FoldAnswer> answers)
    {
        var best = Enumerable.Range(5, 60).Select(t => t / 20f).MinBy(t => Loss(answers, t));
        var calibration = new[] { best, 0f, 0f };
        var rules = answers.Where(a => a.Sample.Alone is not null).Select(a => Evidence(a, calibration)).ToList();
        (calibration[1], calibration[2]) = Logistic(rules);
        return calibration;
    }

    private static double Loss(IEnumerable<FoldAnswer> answers, float temperature) =>
        answers.Sum(a => -Math.Log(Math.Max(RelationConfidence.Probabilities(a.Scores, [temperature])[a.Sample.Label], 1e-9)));

    private static (double Logit, bool Right) Evidence(FoldAnswer answer, float[] calibration)
    {
        var at = Array.IndexOf(RankerReport.Classes, answer.Sample.Alone);
        return (at < 0 ? -6 : RelationConfidence.Logit(RelationConfidence.Probabilities(answer.Scores, calibration)[at]), at == answer.Sample.Label);
    }

    // Two numbers by plain gradient descent.
    private static (float Offset, float Slope) Logistic(List<(double Logit, bool Right)> evidence)
    {
        double offset = 1, slope = 0.5;
        for (var step = 0; step < 5000 && evidence.Count > 0; step++)
        {
            double byOffset = 0, bySlope = 0;
            foreach (var (logit, right) in evidence)
            {
                var error = (1 / (1 + Math.Exp(-(offset + (slope * logit))))) - (right ? 1 : 0);
                byOffset += error;
                bySlope += error * logit;
            }

            offset -= 0.5 * byOffset / evidence.Count;
            slope -= 0.05 * bySlope / evidence.Count;
        }

        return ((float)offset, (float)slope);
    }
}
