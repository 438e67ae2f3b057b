using System.Text.RegularExpressions;

namespace Demarche.Store.DuckDb;

/// <summary>What DuckDB's faults mean to a user; it tells them apart by its words only.</summary>
internal static partial class DuckDbFaults
{
    public static Diagnostic Explain(string where, Exception fault)
    {
        var message = fault.Message;
        if (Has(message, "Could not set lock"))
        {
            return StoreDiagnostics.InUse(where, Holder().Match(message) is { Success: true } holder ? $" (process {holder.Groups["id"].Value})" : "");
        }

        if (Has(message, "No space left") || Has(message, "File too large") || Has(message, "Disk quota"))
        {
            return StoreDiagnostics.DiskFull(where);
        }

        if (Has(message, "Permission denied") || Has(message, "Read-only file system"))
        {
            return StoreDiagnostics.NoRights(where, "permission denied");
        }

        return Has(message, "not a valid DuckDB") || Has(message, "version number") || Has(message, "Corrupt")
            ? StoreDiagnostics.NotOurs(where, FirstLine(message))
            : StoreDiagnostics.Lost(where, FirstLine(message));
    }

    private static bool Has(string message, string words) => message.Contains(words, StringComparison.OrdinalIgnoreCase);

    // "DuckDBOpen failed: IO Error: Cannot …" says no more than "Cannot …".
    private static string FirstLine(string message) => Prefix().Replace(message.Split('\n')[0], "").TrimEnd('.', '!', ' ');

    [GeneratedRegex("^(DuckDBOpen failed: )?(IO Error: )?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"PID (?<id>\d+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Holder();
}
