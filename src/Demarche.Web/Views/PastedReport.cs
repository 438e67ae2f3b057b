using System.Collections.Immutable;
using System.Diagnostics;
using Demarche.Reports;
using Demarche.Store;
using Demarche.Store.Sources;
using NodaTime;

namespace Demarche.Web.Views;

/// <summary>A report that was pasted, coded and ready to be shown or kept. Immutable.</summary>
/// <param name="Coding">The coding, as a store takes it.</param>
/// <param name="Parts">Its text with what was seen in it.</param>
/// <param name="Milliseconds">How long that took.</param>
public sealed record PastedReport(ReportCoding Coding, ImmutableArray<TextPart> Parts, long Milliseconds)
{
    /// <summary>The largest file that a page takes, in bytes.</summary>
    public const int LargestFile = 1 << 20;

    private const string Name = "pasted";

    /// <summary>Codes a text.</summary>
    /// <returns>The report, or why it cannot be coded.</returns>
    public static Outcome<PastedReport> Of(Pipeline pipeline, CodebookFiles files, string text, LocalDate? day, Instant now)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LargestFile)
        {
            return WebDiagnostics.LargePaste(text.Length, LargestFile);
        }

        var clock = Stopwatch.StartNew();
        var read = pipeline.Reader.FromText(Name, text);
        if (read.Value is not { } report)
        {
            return read.Failure!;
        }

        return ReportFault.Told<PastedReport>(Name, () => Of(pipeline, files, report, day, now, clock));
    }

    private static PastedReport Of(Pipeline pipeline, CodebookFiles files, Report report, LocalDate? day, Instant now, Stopwatch clock)
    {
        var hash = ContentHash.Of(report);
        var coded = pipeline.Code(report with { Name = $"{Name}/{hash[..10]}", Published = day ?? report.Published }).From(pipeline.Coder.ShownFrom);
        var coding = ReportCoding.Of(hash, coded, pipeline.Codebook, CodebookVersion.Of(files), now);
        var parts = MarkedText.Of(report.Text, report.Sections, coding.Report.Sentences, ReportReading.Seen(coded.Stated).Marks.Concat(EventMarks.Of(coding.Events, report.Text)));
        return new PastedReport(coding, parts, clock.ElapsedMilliseconds);
    }
}
