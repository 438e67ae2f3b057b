using Demarche.Reports;
using Demarche.Store.Sources;
using NodaTime;

namespace Demarche.Store.Ingesting;

/// <summary>Codes reports by one pipeline into the form that a store keeps. Thread-safe.</summary>
/// <param name="pipeline">Codes them.</param>
/// <param name="codebookVersion">The <see cref="CodebookVersion"/> of its files.</param>
/// <param name="minConfidence">Least confidence of the events that are kept, from 0 to 1; null for what the codebook shows.</param>
/// <param name="clock">Tells when.</param>
public sealed class ReportCoder(Pipeline pipeline, string codebookVersion, double? minConfidence, IClock clock)
{
    /// <summary>Codes several reports, which takes less time than one after the other (<see cref="ReportRounds"/>).</summary>
    /// <param name="reports">The reports as they were read, each with its <see cref="ContentHash"/>.</param>
    /// <param name="day">Day of publication of those that give none.</param>
    /// <returns>For each, its coding, or the bug that it met (DEM615).</returns>
    public IReadOnlyList<Outcome<ReportCoding>> Code(IReadOnlyList<(Report Report, string Hash)> reports, LocalDate? day)
    {
        var coded = ReportRounds.Code([.. reports.Select(r => (Outcome<Report>)r.Report)], pipeline, day, minConfidence);
        return
        [
            .. coded.Zip(reports, (c, r) => c.Failure is { } bug ? bug : ReportFault.Told<ReportCoding>(
                r.Report.Name, () => ReportCoding.Of(r.Hash, c.Value!, pipeline.Codebook, codebookVersion, clock.GetCurrentInstant()))),
        ];
    }

    /// <summary>Whether a kept report is as this would code it.</summary>
    internal bool IsCurrent(KnownReport known) => known.Codebook == codebookVersion && known.Coder == ReportCoding.Coder;
}
