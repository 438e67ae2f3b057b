using System.Numerics.Tensors;
using Demarche.Coding.Relating;

namespace Demarche.Training.Ranker;

/// <summary>Fits an <see cref="EventConfidence"/> on held-out answers.</summary>
internal static class Calibrator
{
    private const double Ridge = 1;   // as much as one answer of each sort would say against a weight
    private const int Steps = 400;

    /// <summary>The confidence by which the given answers are as sure as they are right.</summary>
    /// <param name="classes">Names of the classes.</param>
    /// <param name="answers">Answers of models that were not trained on their sentences.</param>
    public static EventConfidence Fit(string[] classes, IReadOnlyList<FoldAnswer> answers)
    {
        var temperature = Enumerable.Range(5, 60).Select(t => t / 20f).MinBy(t => Loss(answers, t));
        var rules = Reliability(answers);
        var plain = EventConfidence.Of(temperature, [], [], rules);
        var tied = answers.Where(a => a.Sample.Tied is not null).ToList();
        var seen = tied.Select(a => (Signs: SignsOf(a, classes, plain), IsRight: IsRight(a, classes), a.Sample.Weight)).ToList();
        return EventConfidence.Of(temperature, Logistic(seen), Logistic([.. seen.Select(s => (s.Signs with { Agreement = null }, s.IsRight, s.Weight))]), rules);
    }

    /// <summary>What tells how sure a sentence's tying rule is. Its own answer does not count for the rule.</summary>
    public static AnswerSigns SignsOf(FoldAnswer answer, string[] classes, EventConfidence confidence, bool isNew = false)
    {
        var firing = answer.Sample.Tied!.Value;
        var at = Array.IndexOf(classes, firing.Class);
        var rule = firing.Match.Rule;
        var own = isNew || answer.Sample.IsOurs ? (bool?)null : IsRight(answer, classes);
        return new AnswerSigns(confidence.Rules.Of(rule, own), rule.Specificity, at < 0 ? null : confidence.Probabilities(answer.Scores)[at], answer.Sample.Words, firing.Match.IsLone);
    }

    /// <summary>Whether the tying rule gives the class.</summary>
    public static bool IsRight(FoldAnswer answer, string[] classes) => answer.Sample.Tied?.Class == classes[answer.Sample.Label];

    // Our own sentences were written beside the rules, so that they tell nothing of how often a rule is right.
    private static RuleReliability Reliability(IEnumerable<FoldAnswer> answers) => new(answers
        .Where(a => !a.Sample.IsOurs && a.Sample.Tied is not null)
        .GroupBy(a => a.Sample.Tied!.Value.Match.Rule.Id, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => (g.Count(a => a.Sample.Tied!.Value.Class == RankerReport.Classes[a.Sample.Label]), g.Count()), StringComparer.Ordinal));

    private static double Loss(IEnumerable<FoldAnswer> answers, float temperature)
    {
        var confidence = EventConfidence.Of(temperature, [], [], new RuleReliability(new Dictionary<string, (int, int)>(StringComparer.Ordinal)));
        return answers.Sum(a => -Math.Log(Math.Max(confidence.Probabilities(a.Scores)[a.Sample.Label], 1e-9)) * a.Sample.Weight);
    }

    private static float[] Logistic(List<(AnswerSigns Signs, bool IsRight, float Weight)> evidence)
    {
        var rows = evidence.Select(e => e.Signs.Values()).ToArray();
        var weights = new float[AnswerSigns.Count];
        Lbfgs.Minimize(weights, Cost, Steps, 1e-9);
        return weights;

        double Cost(float[] x, float[] gradient)
        {
            TensorPrimitives.Multiply(x, (float)Ridge, gradient);
            gradient[0] = 0;
            var cost = 0.5 * Ridge * (TensorPrimitives.SumOfSquares(x) - (x[0] * x[0]));
            for (var i = 0; i < rows.Length; i++)
            {
                var probability = EventConfidence.Logistic(TensorPrimitives.Dot(x, rows[i]));
                cost -= evidence[i].Weight * Math.Log(Math.Max(evidence[i].IsRight ? probability : 1 - probability, 1e-12));
                TensorPrimitives.MultiplyAdd(rows[i], (float)(evidence[i].Weight * (probability - (evidence[i].IsRight ? 1 : 0))), gradient, gradient);
            }

            return cost;
        }
    }
}
