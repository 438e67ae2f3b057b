using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Demarche.Coding.Rules;
using Demarche.Language.Network;
using Demarche.Language.Trained;

namespace Demarche.Coding.Relating;

/// <summary>Turns scores of the ranker and answers of rules into how often they are right, as measured on sentences that the ranker was not trained on. Immutable and thread-safe.</summary>
/// <remarks>
/// Its parts lie in the ranker's <see cref="ModelFile"/>: "confidence/temperature" (one number that the scores are divided by), "confidence/signs" (weights of a logistic
/// function over <see cref="AnswerSigns"/>), "confidence/blind" (the same where the ranker does not know the class) and "confidence/rules" (how often each rule was right).
/// </remarks>
internal sealed class EventConfidence
{
    internal const string TemperaturePart = "confidence/temperature";
    internal const string SignsPart = "confidence/signs";
    internal const string BlindPart = "confidence/blind";
    internal const string RulesPart = "confidence/rules";

    private readonly float _temperature;
    private readonly float[] _signs;
    private readonly float[] _blind;

    private EventConfidence(float temperature, float[] signs, float[] blind, RuleReliability rules)
    {
        _temperature = temperature;
        _signs = signs;
        _blind = blind;
        Rules = rules;
    }

    /// <summary>How often each rule was right.</summary>
    public RuleReliability Rules { get; }

    /// <summary>By the parts of a model.</summary>
    public static EventConfidence Of(ModelFile model) => new(
        Numbers(model, TemperaturePart)[0], Numbers(model, SignsPart), Numbers(model, BlindPart), RuleReliability.Parse(Encoding.UTF8.GetString(model.Part(RulesPart)!.Value.Span)));

    /// <summary>By numbers that were just fitted.</summary>
    public static EventConfidence Of(float temperature, float[] signs, float[] blind, RuleReliability rules) => new(temperature, signs, blind, rules);

    /// <summary>Probabilities of the classes.</summary>
    public float[] Probabilities(ReadOnlySpan<float> scores)
    {
        var probabilities = scores.ToArray();
        Floats.Divide(probabilities, _temperature);
        Floats.SoftMax(probabilities);
        return probabilities;
    }

    /// <summary>How often such an answer of a rule is right.</summary>
    public double OfRule(AnswerSigns signs) => Logistic(Floats.Dot(signs.Values(), signs.Agreement is null ? _blind : _signs));

    /// <summary>The parts of a model file.</summary>
    public IEnumerable<KeyValuePair<string, byte[]>> Parts() =>
    [
        new(TemperaturePart, MemoryMarshal.AsBytes<float>([_temperature]).ToArray()),
        new(SignsPart, MemoryMarshal.AsBytes<float>(_signs).ToArray()),
        new(BlindPart, MemoryMarshal.AsBytes<float>(_blind).ToArray()),
        new(RulesPart, Encoding.UTF8.GetBytes(Rules.ToString())),
    ];

    /// <summary>The probability of a logit.</summary>
    internal static double Logistic(double logit) => 1 / (1 + Math.Exp(-logit));

    /// <summary>The logit of a probability, kept finite.</summary>
    internal static double Logit(double probability)
    {
        var kept = Math.Clamp(probability, 0.001, 0.999);
        return Math.Log(kept / (1 - kept));
    }

    private static float[] Numbers(ModelFile model, string part) => MemoryMarshal.Cast<byte, float>(model.Part(part)!.Value.Span).ToArray();
}

/// <summary>What tells how sure a rule's answer is.</summary>
/// <param name="Reliability">How often the rule was right elsewhere, 0 to 1.</param>
/// <param name="Specificity">How much the rule asks for.</param>
/// <param name="Agreement">How likely the ranker thinks the rule's class, or null where it does not know the class.</param>
/// <param name="Words">Length of the sentence: long ones are parsed worse.</param>
/// <param name="IsLone">Whether a noun alone started the rule.</param>
internal readonly record struct AnswerSigns(double Reliability, int Specificity, double? Agreement, int Words, bool IsLone)
{
    /// <summary>Number of <see cref="Values"/>.</summary>
    public const int Count = 6;

    /// <summary>The signs as a row of numbers, each about as large as the others.</summary>
    public float[] Values() =>
    [
        1,
        (float)EventConfidence.Logit(Reliability),
        Specificity / 10f,
        Agreement is { } agreement ? (float)EventConfidence.Logit(agreement) : 0,
        MathF.Log2(Math.Max(Words, 1) / 20f),
        IsLone ? 1 : 0,
    ];
}

/// <summary>Answers of a rule on labelled sentences.</summary>
/// <param name="Right">How many were right.</param>
/// <param name="Given">How many it gave.</param>
internal sealed record RuleAnswers(int Right, int Given);

/// <summary>How often each rule was right on labelled sentences. Immutable and thread-safe.</summary>
/// <param name="counts">Right answers and answers of each rule.</param>
internal sealed class RuleReliability(IReadOnlyDictionary<string, RuleAnswers> counts)
{
    private static readonly RuleAnswers None = new(0, 0);
    private const double PriorCount = 4;   // a rule seen once says little of itself; so many answers of the average rule are added

    private readonly FrozenDictionary<string, RuleAnswers> _counts = counts.ToFrozenDictionary(StringComparer.Ordinal);
    private readonly double _average = (double)counts.Values.Sum(c => c.Right) / Math.Max(1, counts.Values.Sum(c => c.Given));

    /// <summary>How often a rule is right; one that was never seen is as good as its writer says, or as the average.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="without">An answer that is not to count, right or wrong, as it is the one in question.</param>
    public double Of(Rule rule, bool? without = null)
    {
        var (right, given) = _counts.GetValueOrDefault(rule.Id, None);
        if (without is { } own)
        {
            (right, given) = (right - (own ? 1 : 0), given - 1);
        }

        return (right + (PriorCount * (rule.Confidence ?? _average))) / (given + PriorCount);
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static RuleReliability Parse(string table) => new(table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'))
        .ToDictionary(c => c[0], c => new RuleAnswers(int.Parse(c[1], CultureInfo.InvariantCulture), int.Parse(c[2], CultureInfo.InvariantCulture)), StringComparer.Ordinal));

    /// <summary>A line a rule: its id, right answers, answers.</summary>
    public override string ToString() => string.Concat(_counts.OrderBy(c => c.Key, StringComparer.Ordinal)
        .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}\t{c.Value.Right}\t{c.Value.Given}\n")));
}
