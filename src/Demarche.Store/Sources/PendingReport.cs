using Demarche.Reports;

namespace Demarche.Store.Sources;

/// <summary>A report that was found and not yet read: its reading (HTML to text, say) is the caller's to time and to do on any thread.</summary>
public sealed class PendingReport
{
    private readonly Func<string, Outcome<Report>> _read;

    internal PendingReport(string name, Func<string, Outcome<Report>> read) => (Name, _read) = (name, read);

    /// <summary>The input's name: its path as given, a path inside an archive behind it, <c>#n</c> for the n-th report of a file.</summary>
    public string Name { get; }

    /// <summary>Bytes of the call's files that were read when it was found, for a display of progress.</summary>
    public long BytesBefore { get; private init; }

    /// <summary>Reads it.</summary>
    /// <returns>The report, or why there is none; a bug that it meets is such a reason too (DEM615).</returns>
    public Outcome<Report> Read() => ReportFault.Told(Name, () => _read(Name));

    internal PendingReport At(long bytes) => new(Name, _read) { BytesBefore = bytes };

    internal static PendingReport Failed(string name, Diagnostic why) => new(name, _ => why);
}
