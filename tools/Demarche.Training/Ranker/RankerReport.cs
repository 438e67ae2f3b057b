using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Demarche.Coding.Relating;

namespace Demarche.Training.Ranker;

/// <summary>Tells how well held-out sentences were answered.</summary>
internal static class RankerReport
{
    /// <summary>The classes in the order of the scores.</summary>
    public static string[] Classes { get; } =
        ["ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD"];

    /// <summary>Prints macro F1 of ranker alone, of rules and ranker, and of rules alone; and how often each rule was wrong.</summary>
    public static void Print(string[] classes, IReadOnlyList<FoldAnswer> answers)
    {
        string Ranked(FoldAnswer a) => classes[Array.IndexOf(a.Scores, a.Scores.Max())];
        string Gold(FoldAnswer a) => classes[a.Sample.Label];
        foreach (var (name, half) in new[] { ("all", answers), ("odd", answers.Where((_, i) => i % 2 == 1).ToList()) })
        {
            var rivals = half.Where(a => a.Sample.Tied is { Match.Rivals.IsEmpty: false }).ToList();
            Console.WriteLine($"{name}: several rules met at one word {rivals.Count}, first of them right {rivals.Count(a => a.Sample.Tied!.Value.Class == Gold(a))}, the ranker's choice right {rivals.Count(a => Chosen(a) == Gold(a))}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: ranker {MacroF1(half.Select(a => (Gold(a), Ranked(a)))):F4}  rules+ranker {MacroF1(half.Select(a => (Gold(a), a.Sample.Alone ?? Ranked(a)))):F4}  rules {MacroF1(half.Select(a => (Gold(a), RulesOnly(a.Sample)))):F4}  alone {half.Count(a => a.Sample.Alone is not null)} right {half.Count(a => a.Sample.Alone == Gold(a))} ranker there {half.Count(a => a.Sample.Alone is not null && Ranked(a) == Gold(a))}"));
        }
    }

    // Of the classes of rules met at the same word, that which the ranker holds likelier; each rival is tied as the first is.
    private static string Chosen(FoldAnswer answer) => answer.Sample.Rivals.Prepend(answer.Sample.Tied!.Value.Class)
        .MaxBy(c => Array.IndexOf(Classes, c) is var at and >= 0 ? answer.Scores[at] : float.MinValue)!;

    /// <summary>Prints the weights of a confidence.</summary>
    public static void Print(EventConfidence confidence)
    {
        foreach (var (name, part) in confidence.Parts().Where(p => p.Key != EventConfidence.RulesPart))
        {
            Console.WriteLine(name + " " + string.Join(' ', MemoryMarshal.Cast<byte, float>(part).ToArray().Select(v => v.ToString("0.###", CultureInfo.InvariantCulture))));
        }
    }

    /// <summary>Writes the answers, a JSON line each, as sure as the confidence of their fold says.</summary>
    public static void Write(string folder, string[] classes, IReadOnlyList<FoldAnswer> answers, EventConfidence[] confidences)
    {
        Directory.CreateDirectory(folder);
        using var folds = new StreamWriter(Path.Combine(folder, "folds.jsonl"));
        using var rules = new StreamWriter(Path.Combine(folder, "rules.jsonl"));
        foreach (var answer in answers)
        {
            var sample = answer.Sample;
            var sure = confidences[answer.Fold];
            var probabilities = sure.Probabilities(answer.Scores);
            var best = Array.IndexOf(probabilities, probabilities.Max());
            var confidence = sample.Alone is null ? probabilities[best] : sure.OfRule(Calibrator.SignsOf(answer, classes, sure, isNew: true));
            folds.WriteLine(JsonSerializer.Serialize(new
            {
                id = sample.Sentence.Id,
                @event = sample.Alone ?? classes[best],
                confidence = Math.Round(confidence, 3),
                rule = sample.AloneRule ?? Relater.RankerRule,
                gold = classes[sample.Label],
                ranked = classes[best],
                firings = sample.Firings.Select(f => $"{f.Class}:{f.Match.Rule.Id}:{f.Ties}"),
                sentence = sample.Sentence.Marked,
            }));
            rules.WriteLine(JsonSerializer.Serialize(new { id = sample.Sentence.Id, @event = RulesOnly(sample) }));
        }
    }

    // Without the ranker: the rule that ties the names best, else any rule that has one of them.
    private static string RulesOnly(RankerSample sample) => sample.Alone ?? (sample.Firings.Count > 0 ? sample.Firings[0].Class : "");

    private static double MacroF1(IEnumerable<(string Gold, string Given)> pairs)
    {
        var all = pairs.ToList();
        return all.Select(p => p.Gold).Distinct().Average(c =>
        {
            double right = all.Count(p => p.Gold == c && p.Given == c), given = all.Count(p => p.Given == c), gold = all.Count(p => p.Gold == c);
            return right == 0 ? 0 : 2 * right / (given + gold);
        });
    }
}
