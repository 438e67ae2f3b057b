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
        var calibration = Calibrator.Fit(answers);
        RankerReport.Print(reader.Classes, answers, calibration);
        if (given.TryGetValue("folds", out var folder))
        {
            RankerReport.Write(folder, reader.Classes, answers, calibration);
        }

        if (given.TryGetValue("out", out var output))
        {
            var model = trainer.Train(reader.Classes, [.. gold, .. ours]);
            File.WriteAllBytes(output, model.Write($"Ranker of relations: {gold.Count} + {ours.Count} sentences, {model.Columns.Count} features", calibration));
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
                answers[i] = new FoldAnswer(gold[i], model.Score(gold[i]));
            }
        }

        return [.. answers];
    }
}

/// <summary>A sentence with the scores of a model that was not trained on it.</summary>
/// <param name="Sample">The sentence.</param>
/// <param name="Scores">A score for each class.</param>
internal sealed record FoldAnswer(RankerSample Sample, float[] Scores);
