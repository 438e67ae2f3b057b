using Demarche.Tests.Statements;

namespace Demarche.Eval;

/// <summary>How many direct quotes are found, and with the right source; what is missed is listed.</summary>
internal static class QuotesEval
{
    public static int Score(string path)
    {
        var score = QuoteScore.Of(path, Pipeline.Load(CodebookFiles.Shipped()).Value!);
        foreach (var miss in score.Misses)
        {
            Console.WriteLine(miss);
        }

        Console.WriteLine(score);
        return 0;
    }
}
