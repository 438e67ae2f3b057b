using Demarche.Coding.Relating;

namespace Demarche.Training.Ranker;

/// <summary>Fits an <see cref="EventConfidence"/> on held-out answers.</summary>
internal static class Calibrator
{
    private const float Ridge = 1;

    /// <summary>The confidence by which the given answers are as sure as they are right.</summary>
    /// <param name="classes">Names of the classes.</param>
    /// <param name="answers">Answers of models that were not trained on their sentences.</param>
    public static EventConfidence Fit(string[] classes, IReadOnlyList<FoldAnswer> answers)
    {
        var temperature = Enumerable.Range(5, 60).Select(t => t / 20f).MinBy(t => Loss(answers, t));
        var rules = Reliability(answers);
        var plain = EventConfidence.Of(temperature, [], [], rules);
        var tied = answers.Where(a => a.Sample.Tied is not null).ToList();
        var signs = tied.ConvertAll(a => SignsOf(a, classes, plain));
        var right = tied.ConvertAll(a => IsRight(a, classes));
        var counts = tied.ConvertAll(a => a.Sample.Weight);
        float[] Fitted(IEnumerable<AnswerSigns> from) => Logistic.Fit([.. from.Select(s => s.Values())], right, counts, Ridge);
        return EventConfidence.Of(temperature, Fitted(signs), Fitted(signs.Select(s => s with { Agreement = null })), rules);
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
        .ToDictionary(g => g.Key, g => new RuleAnswers(g.Count(a => a.Sample.Tied!.Value.Class == RankerReport.Classes[a.Sample.Label]), g.Count()), StringComparer.Ordinal));

    private static double Loss(IEnumerable<FoldAnswer> answers, float temperature)
    {
        var confidence = EventConfidence.Of(temperature, [], [], new RuleReliability(new Dictionary<string, RuleAnswers>(StringComparer.Ordinal)));
        return answers.Sum(a => -Math.Log(Math.Max(confidence.Probabilities(a.Scores)[a.Sample.Label], 1e-9)) * a.Sample.Weight);
    }
}
