using Demarche.Chronology;
using Demarche.Coding.Records;
using Demarche.Tests.Chronology;

namespace Demarche.Eval;

/// <summary>Merges the event groups and scores the pairs, for each half; what went wrong in the tune half is shown, in the check half only counted.</summary>
internal static class MergingEval
{
    public static int Score(string folder, bool showsCheck)
    {
        var files = CodebookFiles.Shipped();
        var pipeline = Pipeline.Load(files).Value!;
        var merger = EventMerger.Load(files, pipeline.Codebook).Value!;
        foreach (var half in new[] { "tune", "check" })
        {
            var score = new GroupScore(folder, half, pipeline, merger);
            if (half == "tune" || showsCheck)
            {
                ShowFaults(score, merger);
            }

            var (p, r, f) = score.Pairwise(codedOnly: false);
            var (pc, rc, fc) = score.Pairwise(codedOnly: true);
            Console.WriteLine($"{half}: {score.Reports.Count} reports, {score.Keys.Count} key events coded, {score.Pairs.Count(x => x.IsGold)} gold pairs, {score.AcrossDays.Count()} merged across events");
            Console.WriteLine($"  from text to cluster: precision {p:P1} recall {r:P1} F1 {f:P1}; of coded events alone: precision {pc:P1} recall {rc:P1} F1 {fc:P1}");
        }

        return 0;
    }

    private static void ShowFaults(GroupScore score, EventMerger merger)
    {
        foreach (var report in score.Reports.Where(r => !score.Keys.ContainsKey(r)))
        {
            Console.WriteLine($"NOT CODED {report.Name} {report.Label}: {report.Text.ReplaceLineEndings(" ")}");
        }

        foreach (var pair in score.Pairs.Where(p => p.AreCoded && p.IsGold != p.IsMerged))
        {
            var (a, b) = (score.Keys[pair.First], score.Keys[pair.Second]);
            Console.WriteLine($"{(pair.IsGold ? "MISSED" : "WRONG")} {Words(a)} <> {Words(b)}");
            var why = merger.Explain(a, b, score.Originals);
            Console.WriteLine($"    {why.Score:0.0}: {string.Join("; ", why.Parts)}");
        }
    }

    private static string Words(EventRecord e) =>
        $"{e.Citation.Report} {e.Date:uuuu-MM-dd}..{e.EndDate:uuuu-MM-dd} {string.Join(",", e.Actors.Select(a => a.Code + "/" + a.Name))}->{string.Join(",", e.Recipients.Select(a => a.Code + "/" + a.Name))} {e.Type} {e.Mode} ({e.Content?.Type} {e.Content?.Date:uuuu-MM-dd} {e.Content?.Status}) {e.Status} @{e.Place?.Name}";
}
