using Demarche.Actors;
using Demarche.Language;
using Demarche.Reports;
using Demarche.Tests.Actors;

namespace Demarche.Eval;

/// <summary>Scores marked stories, and prints each mark that was missed: "third.txt", or a codebook folder first to lay over the shipped one.</summary>
internal static class ActorsEval
{
    public static int Score(string[] paths)
    {
        var files = CodebookFiles.Shipped();
        if (Directory.Exists(paths[0]))
        {
            files = files.Overlay(paths[0]).Value!;
            paths = paths[1..];
        }

        var finder = ActorFinder.Load(files);
        if (finder.Value is null)
        {
            Console.Error.WriteLine(finder.Failure);
            return 1;
        }

        var (reader, language) = (ReportReader.Load(files).Value!, LanguageModel.Load().Value!);
        foreach (var path in paths)
        {
            var score = ActorGold.Judge(ActorGold.Read(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)), reader, language, finder.Value);
            foreach (var miss in score.Misses)
            {
                Console.WriteLine("  " + miss);
            }

            Console.WriteLine($"{Path.GetFileName(path)}: {score}");
        }

        return 0;
    }
}
