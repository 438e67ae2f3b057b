using System.Collections.Concurrent;
using Demarche.Reports;
using Demarche.Store.Sources;
using NodaTime;

namespace Demarche.Store.Ingesting;

/// <summary>Codes what a store does not have yet. Thread-safe once it knows what is kept.</summary>
internal sealed class ReportCoder(Pipeline pipeline, string codebookVersion, IngestSettings settings, IClock clock)
{
    // The 128 bits of each hash: a store of a million reports fits into some tens of megabytes.
    private readonly ConcurrentDictionary<UInt128, bool> _isCurrent = new();
    private readonly ConcurrentDictionary<UInt128, bool> _dated = new();

    /// <summary>Notes a report that is kept.</summary>
    public void Know(KnownReport known) => _isCurrent[Bits(known.Hash)] = known.Codebook == codebookVersion && known.Coder == ReportCoding.Coder;

    /// <summary>Reads and codes one input, unless it is kept already or came before.</summary>
    public IngestStep Code(PendingReport input)
    {
        var step = new IngestStep(input.Name, input.BytesBefore);
        try
        {
            var read = input.Read();
            return read.Value is { } report ? Code(report, step) : step with { Failure = read.Failure };
        }
#pragma warning disable CA1031 // One report that breaks the coder is a bug to be told, and no reason to lose a night's run.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return step with { Failure = StoreDiagnostics.CannotCode(input.Name, $"{fault.GetType().Name}: {fault.Message.Split('\n')[0]}") };
        }
    }

    private IngestStep Code(Report report, IngestStep step)
    {
        var hash = ContentHash.Of(report);
        if (!IsWanted(hash, out var isNew))
        {
            return step;
        }

        var dated = settings.Date is { } day && report.Published is null ? report with { Published = day } : report;
        var coding = ReportCoding.Of(hash, pipeline.Code(dated).From(settings.MinConfidence ?? pipeline.Coder.ShownFrom), pipeline.Codebook, codebookVersion, clock.GetCurrentInstant());
        return step with { Coding = coding, IsNew = isNew };
    }

    private bool IsWanted(string hash, out bool isNew)
    {
        var bits = Bits(hash);
        isNew = _isCurrent.TryAdd(bits, true);
        if (isNew || !settings.Recode)
        {
            return isNew;
        }

        // With a day given, all are coded anew, once; else those that another version has coded.
        return settings.Date is null ? _isCurrent.TryUpdate(bits, true, false) : _dated.TryAdd(bits, true);
    }

    private static UInt128 Bits(string hash) => UInt128.Parse(hash, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);
}
