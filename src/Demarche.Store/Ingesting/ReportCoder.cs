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
    /// <summary>Codes one report.</summary>
    /// <param name="report">The report as it was read.</param>
    /// <param name="hash">Its <see cref="ContentHash"/>.</param>
    /// <param name="day">Its day of publication where it gives none.</param>
    /// <returns>The coding, or the bug that it met (DEM615).</returns>
    public Outcome<ReportCoding> Code(Report report, string hash, LocalDate? day)
    {
        ArgumentNullException.ThrowIfNull(report);
        return ReportFault.Told<ReportCoding>(report.Name, () =>
        {
            var coded = pipeline.Code(report with { Published = report.Published ?? day }).From(minConfidence ?? pipeline.Coder.ShownFrom);
            return ReportCoding.Of(hash, coded, pipeline.Codebook, codebookVersion, clock.GetCurrentInstant());
        });
    }

    /// <summary>Whether a kept report is as this would code it.</summary>
    internal bool IsCurrent(KnownReport known) => known.Codebook == codebookVersion && known.Coder == ReportCoding.Coder;
}
