using Demarche.Coding.Records;

namespace Demarche.Store;

/// <summary>Stable names of events in a store.</summary>
internal static class EventKeys
{
    private const int ShortHash = 10;   // 40 bits: no two reports of a million are likely to share them

    /// <summary>The key of an event of a report: its id with the report's name replaced by the content hash, so that moving a file changes nothing.</summary>
    public static string Of(string reportHash, EventRecord one) =>
        one.Id.StartsWith(one.Citation.Report + "@", StringComparison.Ordinal) ? reportHash + one.Id[one.Citation.Report.Length..] : $"{reportHash}@{one.Id}";

    public static string Short(string key)
    {
        var at = key.IndexOf('@', StringComparison.Ordinal);
        return at <= ShortHash ? key : key[..ShortHash] + key[at..];
    }
}
