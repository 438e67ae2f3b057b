using Demarche.Coding;
using Demarche.Language;
using Demarche.Reports;
using NodaTime;

namespace Demarche.Store.Sources;

/// <summary>A few reports at a time: sentences of like length of several reports go through the network together, which takes less time than one report after the other.</summary>
/// <remarks>Each report gets what it would get alone, and its bugs are its own.</remarks>
public static class ReportRounds
{
    /// <summary>Reports of a round at the most.</summary>
    public const int MostReports = 8;

    private const int ReportsOfASize = 16;      // a short run is spread over all threads
    private const int MostCharacters = 1 << 15; // that are parsed at once; what more would gain, memory would lose

    /// <summary>The reports in rounds for one thread each: one report at first, then more.</summary>
    /// <param name="found">Reports as they are found; enumerated once.</param>
    public static IEnumerable<PendingReport[]> Of(IEnumerable<PendingReport> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var round = new List<PendingReport>(MostReports);
        var given = 0;
        foreach (var report in found)
        {
            round.Add(report);
            if (round.Count >= Math.Min(MostReports, 1 + (given / ReportsOfASize)))
            {
                given += round.Count;
                yield return [.. round];
                round.Clear();
            }
        }

        if (round.Count > 0)
        {
            yield return [.. round];
        }
    }

    /// <summary>Codes the reports of a round.</summary>
    /// <param name="read">What was read.</param>
    /// <param name="pipeline">Codes it.</param>
    /// <param name="day">Day of publication of reports that give none, or null.</param>
    /// <param name="minConfidence">Least confidence of the events that are given, from 0 to 1; null for what the codebook shows.</param>
    /// <returns>For each, what was coded, why it was not read, or the bug that it met (DEM615).</returns>
    public static Outcome<CodedReport>[] Code(IReadOnlyList<Outcome<Report>> read, Pipeline pipeline, LocalDate? day, double? minConfidence)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(pipeline);
        var least = minConfidence ?? pipeline.Coder.ShownFrom;
        var parsed = new List<Outcome<ParsedReport>>();
        foreach (var part in Parts([.. read.Select(r => r.Value).OfType<Report>().Select(r => r with { Published = r.Published ?? day })]))
        {
            Parse(part, pipeline, parsed);
        }

        var coded = new Outcome<CodedReport>[read.Count];
        for (int i = 0, next = 0; i < coded.Length; i++)
        {
            coded[i] = read[i].Failure is { } failure ? failure : Code(parsed[next++], pipeline).Select(c => c.From(least));
        }

        return coded;
    }

    private static Outcome<CodedReport> Code(Outcome<ParsedReport> parsed, Pipeline pipeline) =>
        parsed.Value is { } report ? ReportFault.Told<CodedReport>(report.Report.Name, () => pipeline.Code(report)) : parsed.Failure!;

    private static IEnumerable<Report[]> Parts(Report[] reports)
    {
        for (var start = 0; start < reports.Length;)
        {
            var end = start + 1;
            for (var characters = reports[start].Text.Length; end < reports.Length && (characters += reports[end].Text.Length) <= MostCharacters; end++)
            {
            }

            yield return reports[start..end];
            start = end;
        }
    }

    private static void Parse(Report[] part, Pipeline pipeline, List<Outcome<ParsedReport>> parsed)
    {
        var together = part.Length == 1 ? null : ReportFault.Told<ParsedReport[]>(part[0].Name, () => (ParsedReport[])[.. pipeline.Language.Parse(part)]).Value;
        for (var i = 0; i < part.Length; i++)
        {
            var report = part[i];
            parsed.Add(together is not null ? together[i] : ReportFault.Told<ParsedReport>(report.Name, () => pipeline.Language.Parse(report)));   // one of them meets a bug: which one?
        }
    }
}
