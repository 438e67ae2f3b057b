using System.Security.Cryptography;
using Demarche.Coding.Records;
using NodaTime;

namespace Demarche.Store.Formats;

/// <summary>Another coder's events as a store takes them: a part of the file at a time stands in for the reports that we do not have.</summary>
public static class ImportedReports
{
    private const int PartEvents = 2_000;   // one transaction

    /// <summary>The parts of a file, in order. The same rows give the same content hash, so that importing them again changes nothing.</summary>
    /// <param name="path">The file, for the names of its parts: <c>#n</c>.</param>
    /// <param name="events">Its events.</param>
    /// <param name="when">The time of the import.</param>
    public static IEnumerable<ReportCoding> Of(string path, IEnumerable<EventRecord> events, Instant when)
    {
        var number = 0;
        foreach (var part in events.Chunk(PartEvents))
        {
            var name = $"{path}#{++number}";
            var coder = part[0].Coder;
            yield return new ReportCoding(
                new StoredReport(HashOf(part), name, "") { Title = $"Events of {coder}", Outlet = coder, CodedAt = when, Coder = coder, Codebook = "imported" },
                [.. Distinct(part)],
                []);
        }
    }

    // A key is an id within a part; files of others may repeat one.
    private static IEnumerable<EventRecord> Distinct(EventRecord[] part)
    {
        var given = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in part)
        {
            var times = given[one.Id] = given.GetValueOrDefault(one.Id) + 1;
            yield return times == 1 ? one : one with { Id = $"{one.Id}.{times}" };
        }
    }

    private static string HashOf(EventRecord[] part)
    {
        using var bytes = new MemoryStream();
        EventLines.Write(part, bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)).AsSpan(0, 16));
    }
}
