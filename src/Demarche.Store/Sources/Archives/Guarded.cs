namespace Demarche.Store.Sources.Archives;

/// <summary>Turns what breaks while a file is read into one message; what was read before it stays.</summary>
internal static class Guarded
{
    public static IEnumerable<PendingReport> Of(string name, IEnumerable<PendingReport> reports)
    {
        using var source = reports.GetEnumerator();
        while (Next(name, source) is { } report)
        {
            yield return report;
        }
    }

    private static PendingReport? Next(string name, IEnumerator<PendingReport> source)
    {
        // After an exception an iterator is at its end, so that the failure is the last that it gives.
        try
        {
            return source.MoveNext() ? source.Current : null;
        }
        catch (RefusedInputException e)
        {
            return PendingReport.Failed(name, e.Diagnostic);
        }
        catch (InvalidDataException e)
        {
            return PendingReport.Failed(name, SourceDiagnostics.BrokenArchive(name, e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return PendingReport.Failed(name, SourceDiagnostics.Unreadable(name, e.Message));
        }
    }
}
