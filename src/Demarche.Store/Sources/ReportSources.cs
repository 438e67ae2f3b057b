using System.IO.Compression;
using System.Text;
using Demarche.Reports;
using Demarche.Store.Sources.Archives;
using Demarche.Store.Sources.Html;
using Demarche.Store.Sources.Lines;
using Demarche.Store.Sources.Warc;
using Demarche.Store.Sources.Xml;

namespace Demarche.Store.Sources;

/// <summary>
/// Turns the paths of a call into reports: files, folders (every file below them whose name tells of reports, by name) and "-" for standard input.
/// Plain text, HTML, JSONL, CSV, TSV, RSS, Atom, WARC and TimeML, and .gz and .zip of these. Reads one report at a time, however long the file.
/// </summary>
/// <param name="reports">Reads the texts.</param>
/// <param name="options">How files are read.</param>
/// <param name="standardInput">What "-" stands for.</param>
public sealed class ReportSources(ReportReader reports, ReadingOptions options, TextReader standardInput)
{
    private readonly ReadingLimits _limits = options.Limits;

    /// <summary>The reports of the paths in order, each found when it is asked for; one that cannot be read is among them and says why.</summary>
    public IEnumerable<PendingReport> Find(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var before = 0L;
        foreach (var path in paths)
        {
            foreach (var file in Files(path))
            {
                Stream? opened = null;
                foreach (var report in file == "-" ? StandardInput() : OfFile(file, stream => opened = stream))
                {
                    yield return report.At(before + (opened is { CanSeek: true } ? opened.Position : 0));
                }

                before += LengthOf(file);
            }
        }
    }

    /// <summary>The reports of bytes that came from elsewhere than a file.</summary>
    /// <param name="name">What to call them.</param>
    /// <param name="bytes">The bytes; the caller disposes of them.</param>
    public IEnumerable<PendingReport> Find(string name, Stream bytes) => Guarded.Of(name, Unpacked(name, name, bytes, mayHoldFiles: false));

    /// <summary>Bytes of all files of the paths: what <see cref="PendingReport.BytesBefore"/> runs up to.</summary>
    public static long LengthOf(IEnumerable<string> paths) => paths.SelectMany(Files).Sum(LengthOf);

    private static long LengthOf(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    private static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var below = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        List<string> files = [.. Directory.EnumerateFiles(path, "*", below).Where(SourceFormats.IsTaken).Order(StringComparer.Ordinal)];
        return files.Count == 0 ? [path] : files;
    }

    private IEnumerable<PendingReport> OfFile(string path, Action<Stream> tell)
    {
        if (Directory.Exists(path))
        {
            return [PendingReport.Failed(path, SourceDiagnostics.NoReports(path))];
        }

        var file = InputFile.Open(path);
        if (file.Value is not { } stream)
        {
            return [PendingReport.Failed(path, file.Failure!)];
        }

        tell(stream);
        return Guarded.Of(path, Opened(path, stream));
    }

    private IEnumerable<PendingReport> Opened(string path, Stream stream)
    {
        using (stream)
        {
            var isAny = false;
            foreach (var report in Unpacked(path, path, stream, mayHoldFiles: true))
            {
                isAny = true;
                yield return report;
            }

            if (!isAny)
            {
                yield return PendingReport.Failed(path, SourceDiagnostics.NoReports(path));
            }
        }
    }

    // What is packed says so in its first bytes, whatever its name.
    private IEnumerable<PendingReport> Unpacked(string name, string typeName, Stream stream, bool mayHoldFiles)
    {
        var bytes = new ByteReader(stream, stream.CanSeek ? stream.Length : long.MaxValue);
        if (SourceFormats.IsZip(bytes.Peek(4)))
        {
            if (!mayHoldFiles)
            {
                return [PendingReport.Failed(name, SourceDiagnostics.NestedArchive(name))];
            }

            stream.Position = 0;
            return ZipEntries.Of(name, stream, _limits, (inner, entry) => Unpacked(inner, inner, entry, mayHoldFiles: false));
        }

        if (!SourceFormats.IsGzip(bytes.Peek(2)))
        {
            return Plain(name, options.Format ?? SourceFormats.OfName(typeName) ?? SourceFormats.OfBytes(bytes.Peek(1024)), bytes);
        }

        var unpacked = new PackedStream(name, new GZipStream(bytes, CompressionMode.Decompress), () => bytes.Count, _limits);
        return typeName.EndsWith(".gz.gz", StringComparison.OrdinalIgnoreCase)
            ? [PendingReport.Failed(name, SourceDiagnostics.NestedArchive(name))]
            : Inside(name, typeName, unpacked);
    }

    private IEnumerable<PendingReport> Inside(string name, string typeName, PackedStream unpacked)
    {
        using (unpacked)
        {
            var bytes = new ByteReader(unpacked);
            var isPacked = SourceFormats.IsGzip(bytes.Peek(2)) || SourceFormats.IsZip(bytes.Peek(4));
            var format = options.Format ?? SourceFormats.OfName(typeName) ?? SourceFormats.OfBytes(bytes.Peek(1024));
            foreach (var report in isPacked ? [PendingReport.Failed(name, SourceDiagnostics.NestedArchive(name))] : Plain(name, format, bytes))
            {
                yield return report;
            }
        }
    }

    private IEnumerable<PendingReport> Plain(string name, SourceFormat format, ByteReader bytes) => format switch
    {
        SourceFormat.JsonLines or SourceFormat.Csv or SourceFormat.Tsv => Rows(name, format, LineEncoding.Reader(bytes)),
        SourceFormat.Feed => FeedItems.Of(name, bytes, reports, _limits),
        SourceFormat.Warc => WarcReports.Of(name, bytes, reports, _limits),
        SourceFormat.Html => [Whole(name, bytes, _limits.PageBytes, (whole, page) => PageReports.Read(whole, page, null, null, reports, _limits))],
        SourceFormat.TimeMl => [Whole(name, bytes, _limits.PageBytes, (whole, xml) => TimeMlReports.Read(whole, xml, reports, _limits))],
        _ => [Whole(name, bytes, _limits.ReportBytes, (whole, text) => reports.Read(whole, text))],
    };

    private IEnumerable<PendingReport> Rows(string name, SourceFormat format, TextReader text) => format switch
    {
        SourceFormat.JsonLines => LineReports.Of(name, text, reports, options),
        _ => TableReports.Of(name, text, format == SourceFormat.Tsv ? '\t' : null, reports, options),
    };

    private static PendingReport Whole(string name, ByteReader bytes, int most, Func<string, byte[], Outcome<Report>> read)
    {
        var whole = bytes.ReadBlock(most + 1);
        return whole.Length > most ? PendingReport.Failed(name, SourceDiagnostics.TooLong(name, most)) : new PendingReport(name, n => read(n, whole));
    }

    private IEnumerable<PendingReport> StandardInput() => options.Format switch
    {
        null or SourceFormat.Text => [new PendingReport("-", name => reports.FromText(name, standardInput.ReadToEnd()))],
        SourceFormat.JsonLines or SourceFormat.Csv or SourceFormat.Tsv => Rows("-", options.Format.Value, standardInput),
        SourceFormat.Warc => [PendingReport.Failed("-", SourceDiagnostics.NeedsFile("a web archive"))],
        { } other => Plain("-", other, new ByteReader(new MemoryStream(Encoding.UTF8.GetBytes(standardInput.ReadToEnd())))),
    };
}
