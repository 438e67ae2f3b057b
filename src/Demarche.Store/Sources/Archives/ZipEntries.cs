using System.IO.Compression;

namespace Demarche.Store.Sources.Archives;

/// <summary>The files of a zip archive, by name; nothing is written to disk.</summary>
internal static class ZipEntries
{
    /// <summary>Reads each entry that can hold reports.</summary>
    /// <param name="name">What to call the archive.</param>
    /// <param name="file">A stream that can seek.</param>
    /// <param name="limits">What is too much, of all entries together.</param>
    /// <param name="read">Reads an entry, from its name with the archive's before it.</param>
    public static IEnumerable<PendingReport> Of(string name, Stream file, ReadingLimits limits, Func<string, Stream, IEnumerable<PendingReport>> read)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var left = limits;
        foreach (var entry in zip.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            if (entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\'))
            {
                continue;
            }

            if (Leaves(entry.FullName))
            {
                yield return PendingReport.Failed(name, SourceDiagnostics.LeavesArchive(name, entry.FullName));
                continue;
            }

            if (!SourceFormats.IsTaken(entry.FullName))
            {
                continue;
            }

            var inner = $"{name}/{entry.FullName}";
            var unpacked = 0L;
            foreach (var report in Guarded.Of(inner, Entry(inner, entry, left, read, count => unpacked = count)))
            {
                yield return report;
            }

            left = left with { UnpackedBytes = left.UnpackedBytes - unpacked };
        }
    }

    private static IEnumerable<PendingReport> Entry(
        string name, ZipArchiveEntry entry, ReadingLimits limits, Func<string, Stream, IEnumerable<PendingReport>> read, Action<long> tell)
    {
        using var stream = new PackedStream(name, entry.Open(), () => entry.CompressedLength, limits);
        foreach (var report in read(name, stream))
        {
            yield return report;
        }

        tell(stream.Position);
    }

    // Nothing is unpacked to disk, but a name is kept with the report and read by other programs.
    private static bool Leaves(string path) =>
        path.StartsWith('/') || path.StartsWith('\\') || (path.Length > 1 && path[1] == ':') || path.Contains('\0', StringComparison.Ordinal)
        || path.Split('/', '\\').Contains("..", StringComparer.Ordinal);
}
