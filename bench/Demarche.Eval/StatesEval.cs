using System.Globalization;
using Demarche.Actors;
using Demarche.Actors.Coreference;
using Demarche.Actors.Tables;
using Demarche.Language;
using Demarche.Reports;
using Demarche.Tests.Actors;

namespace Demarche.Eval;

/// <summary>Fits the weights of <c>codebook/actors/states.yaml</c> on marked stories; prints them, and how often the answers are right on stories that were left out.</summary>
internal static class StatesEval
{
    private const int Folds = 10;
    private const int Rounds = 3000;
    private const double Step = 0.05;
    private const double Shared = 0.001;    // how strongly the mean of both columns is held to nothing
    private const double Own = 0.003;       // how strongly each column is held to the mean

    private sealed record Answer(StateQuestion Question, int Gold, int Story);   // -1: none

    public static int Fit(string[] paths)
    {
        var files = CodebookFiles.Shipped();
        var (reader, language, finder) = (ReportReader.Load(files).Value!, LanguageModel.Load().Value!, ActorFinder.Load(files).Value!);
        var answers = new List<Answer>();
        var stories = paths.SelectMany(p => ActorGold.Read(Path.GetFileNameWithoutExtension(p), File.ReadAllText(p))).ToList();
        for (var i = 0; i < stories.Count; i++)
        {
            var story = stories[i];
            var report = reader.FromText(story.Name, story.Text).Value! with { Published = story.Published };
            finder.Find(language.Parse(report), q =>
            {
                var at = q.Draft.HeadToken.Span;
                if (story.Marks.Where(m => m.Span.Contains(at)).MinBy(m => m.Span.Length) is { } mark)
                {
                    var gold = q.States.ToList().FindIndex(s => s.Code == mark.Code);
                    if (gold >= 0 || mark.Code is null)
                    {
                        answers.Add(new Answer(q, gold, i));
                    }
                    else
                    {
                        Console.Error.WriteLine($"no choice: {story.Name} '{story.Text[mark.Span.Start..mark.Span.End]}' is {mark.Code}");
                    }
                }
            });
        }

        var right = 0;
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Train(answers.FindAll(a => a.Story % Folds != fold));
            right += answers.Count(a => a.Story % Folds == fold && Choice(a, weights) == a.Gold);
        }

        var all = Train(answers);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answers.Count} questions, {answers.Count(a => a.Gold < 0)} of none; right on stories left out {(double)right / answers.Count:P1}, on those fitted {(double)answers.Count(a => Choice(a, all) == a.Gold) / answers.Count:P1}"));
        foreach (var (name, column) in new[] { ("people", 0), ("organs", 1) })
        {
            Console.WriteLine(name + ":");
            for (var i = 0; i < all.GetLength(1); i++)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {StateWeights.NameOf(i)}: {all[column, i]:0.00}"));
            }
        }

        return 0;
    }

    private static int Column(Answer answer) => answer.Question.IsPeople ? 0 : 1;

    // Gradient ascent on the likelihood of the right answers.
    private static double[,] Train(List<Answer> answers)
    {
        var weights = new double[2, StateWeights.Clues + StateWeights.NoClues];
        for (var round = 0; round < Rounds; round++)
        {
            var slope = new double[2, weights.GetLength(1)];
            foreach (var answer in answers)
            {
                var shares = Shares(answer, weights);
                for (var c = 0; c < shares.Length; c++)
                {
                    var error = (c - 1 == answer.Gold ? 1 : 0) - shares[c];
                    var (clues, from) = CluesOf(answer, c);
                    for (var i = 0; i < clues.Length; i++)
                    {
                        slope[Column(answer), from + i] += error * clues[i] / answers.Count;
                    }
                }
            }

            for (var i = 0; i < weights.GetLength(1); i++)
            {
                var mean = (weights[0, i] + weights[1, i]) / 2;
                for (var column = 0; column < 2; column++)
                {
                    weights[column, i] += Step * 4 * (slope[column, i] - (Shared * mean) - (Own * (weights[column, i] - mean)));
                }
            }
        }

        return weights;
    }

    private static int Choice(Answer answer, double[,] weights)
    {
        var shares = Shares(answer, weights);
        return Array.IndexOf(shares, shares.Max()) - 1;
    }

    // None first, then the states.
    private static double[] Shares(Answer answer, double[,] weights)
    {
        var scores = new double[answer.Question.States.Length + 1];
        for (var c = 0; c < scores.Length; c++)
        {
            var (clues, from) = CluesOf(answer, c);
            for (var i = 0; i < clues.Length; i++)
            {
                scores[c] += clues[i] * weights[Column(answer), from + i];
            }
        }

        var most = scores.Max();
        var sum = scores.Sum(s => Math.Exp(s - most));
        return [.. scores.Select(s => Math.Exp(s - most) / sum)];
    }

    private static (double[] Clues, int From) CluesOf(Answer answer, int choice) => choice == 0 ? (answer.Question.None, StateWeights.Clues) : (answer.Question.States[choice - 1].Clues, 0);
}
