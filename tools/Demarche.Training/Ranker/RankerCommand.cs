using Demarche.Coding.Relating;

namespace Demarche.Training.Ranker;

/// <summary>Trains the ranker of <c>demarche relate</c> and measures it on sentences that it has not seen.</summary>
/// <remarks>
/// <c>ranker --data relations-train.tsv --own sentences.tsv --language english.model [--codebook FOLDER] [--out ranker.model] [--folds FOLDER]</c>.
/// With <c>--folds</c> it writes what each fifth of the data is answered by a model of the other four, by rules and ranker
/// (folds.jsonl) and by rules alone (rules.jsonl).
/// </remarks>
internal static class RankerCommand
{
    private const int Folds = 5;
    private const float OwnWeight = 0.3f;   // ours are many and of even make; the data set's say how the classes are used

    public static int Run(string[] args)
    {
        var given = args.Chunk(2).Where(p => p.Length == 2).ToDictionary(p => p[0].TrimStart('-'), p => p[1], StringComparer.Ordinal);
        if (!given.TryGetValue("data", out var data) || !given.TryGetValue("own", out var own) || !given.TryGetValue("language", out var english))
        {
            Console.Error.WriteLine("use: ranker --data FILE.tsv --own FILE.tsv --language FILE.model [--codebook FOLDER] [--out FILE.model] [--folds FOLDER]");
            return 2;
        }

        var reader = SampleReader.Load(english, given.GetValueOrDefault("codebook"));
        var gold = reader.Read(LabelledSentence.Read(data), 1);
        var ours = reader.Read(LabelledSentence.Read(own), OwnWeight);
        Console.WriteLine($"{gold.Count} sentences of the data set, {ours.Count} of our own");
        var trainer = new RankerTrainer();
        var answers = CrossValidated(trainer, reader.Classes, gold, ours);
        var ownAnswers = OwnCrossValidated(trainer, reader.Classes, gold, ours);
        RankerReport.Print(reader.Classes, answers);
        if (given.TryGetValue("folds", out var folder))
        {
            // The confidence of a fold is fitted on the answers of the others, as its scores are.
            EventConfidence Without(int fold) => Calibrator.Fit(reader.Classes, [.. answers.Where(a => a.Fold != fold), .. ownAnswers]);
            RankerReport.Write(folder, reader.Classes, answers, [.. Enumerable.Range(0, Folds).Select(Without)]);
        }

        if (given.TryGetValue("out", out var output))
        {
            var confidence = Calibrator.Fit(reader.Classes, [.. answers, .. ownAnswers]);
            RankerReport.Print(confidence);
            var model = trainer.Train(reader.Classes, [.. gold, .. ours]);
            File.WriteAllBytes(output, model.Write($"Ranker of relations: {gold.Count} + {ours.Count} sentences, {model.Columns.Count} features", confidence));
        }

        return 0;
    }

    // Every fifth sentence is held out in turn; ours are always there.
    private static List<FoldAnswer> CrossValidated(RankerTrainer trainer, string[] classes, IReadOnlyList<RankerSample> gold, IReadOnlyList<RankerSample> ours)
    {
        var places = Enumerable.Range(0, gold.Count).ToArray();
        new Random(3).Shuffle(places);
        var answers = new FoldAnswer[gold.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = places.Where((_, at) => at % Folds == fold).ToHashSet();
            var model = trainer.Train(classes, [.. gold.Where((_, i) => !held.Contains(i)), .. ours]);
            foreach (var i in held)
            {
                answers[i] = new FoldAnswer(gold[i], model.Score(gold[i]), fold);
            }
        }

        return [.. answers];
    }

    // Ours are made of patterns: those with the same verb are held out together.
    private static List<FoldAnswer> OwnCrossValidated(RankerTrainer trainer, string[] classes, IReadOnlyList<RankerSample> gold, IReadOnlyList<RankerSample> ours)
    {
        var verbs = ours.Select(s => s.Verb).Distinct().Order(StringComparer.Ordinal).ToList();
        var answers = new List<FoldAnswer>();
        for (var fold = 0; fold < Folds; fold++)
        {
            bool IsHeld(RankerSample sample) => verbs.IndexOf(sample.Verb) % Folds == fold;
            var model = trainer.Train(classes, [.. gold, .. ours.Where(s => !IsHeld(s))]);
            answers.AddRange(ours.Where(IsHeld).Select(s => new FoldAnswer(s, model.Score(s), fold)));
        }

        return answers;
    }
}

/// <summary>A sentence with the scores of a model that was not trained on it.</summary>
/// <param name="Sample">The sentence.</param>
/// <param name="Scores">A score for each class.</param>
/// <param name="Fold">The fold that it was held out with.</param>
internal sealed record FoldAnswer(RankerSample Sample, float[] Scores, int Fold);
