namespace Demarche.Store.Sources;

/// <summary>Keeps one report that breaks the reader or the coder from ending a night's run.</summary>
internal static class ReportFault
{
    /// <summary>What is done to one report; a bug that it meets is told under the report's name.</summary>
    public static Outcome<T> Told<T>(string report, Func<Outcome<T>> work)
        where T : class
    {
        try
        {
            return work();
        }
#pragma warning disable CA1031 // Whatever it is: the bug is told, and the other reports are not touched.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return StoreDiagnostics.CannotCode(report, $"{fault.GetType().Name}: {fault.Message.Split('\n')[0]}");
        }
    }
}
