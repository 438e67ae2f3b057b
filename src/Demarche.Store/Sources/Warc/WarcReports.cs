using System.Globalization;
using Demarche.Reports;
using Demarche.Store.Sources.Archives;
using Demarche.Store.Sources.Html;

namespace Demarche.Store.Sources.Warc;

/// <summary>The pages of a web archive (WARC 1.0 and 1.1), one record in memory at a time; a broken record costs itself only.</summary>
internal static class WarcReports
{
    /// <summary>Reads the archive.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="bytes">The archive, unpacked.</param>
    /// <param name="reports">Reads the texts.</param>
    /// <param name="limits">What is too much.</param>
    public static IEnumerable<PendingReport> Of(string name, ByteReader bytes, ReportReader reports, ReadingLimits limits)
    {
        var (count, record) = (0, 0);
        while (Version(bytes) is { } version)
        {
            record++;
            var where = $"{name}, record {record}";
            if (!version.StartsWith("WARC/", StringComparison.Ordinal))
            {
                yield return PendingReport.Failed(where, SourceDiagnostics.BadWarc(where, $"the record begins with '{Shown(version)}' and not with its version"));
                SkipToRecord(bytes);
                continue;
            }

            var header = HeaderLines.Read(bytes.ReadLine);
            if (!long.TryParse(header["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            {
                yield return PendingReport.Failed(where, SourceDiagnostics.BadWarc(where, $"the record has no length ('{header["Content-Length"]}')"));
                SkipToRecord(bytes);
                continue;
            }

            var (page, fault) = Record(header, bytes, length, limits);
            if (fault is not null)
            {
                yield return PendingReport.Failed(where, SourceDiagnostics.BadWarc(where, fault));
            }
            else if (page is not null)
            {
                yield return new PendingReport($"{name}#{++count}", whole => Read(whole, page, reports, limits));
            }
        }
    }

    private static (WarcRecord? Page, string? Fault) Record(HeaderLines header, ByteReader bytes, long length, ReadingLimits limits)
    {
        var type = header["WARC-Type"]?.ToLowerInvariant();
        var isPage = type == "response" || (type is "resource" or "conversion" && HttpMessage.IsPage(header.Media("Content-Type")));
        if (!isPage || length > limits.PageBytes)
        {
            return bytes.Skip(length) < length ? (null, "the archive ends inside the record")
                : isPage && HttpMessage.IsPage(header.Media("WARC-Identified-Payload-Type")) ? (null, $"the page has over {limits.PageBytes >> 20} MB")
                : (null, null);
        }

        var block = bytes.ReadBlock((int)length);
        var address = header["WARC-Target-URI"]?.Trim('<', '>');
        return block.Length < length ? (null, "the archive ends inside the record")
            : type == "response" && header.Media("Content-Type") is "application/http" or null ? HttpMessage.Read(block, address, limits)
            : type == "response" ? (null, null)
            : (new WarcRecord(address, header.Media("Content-Type")!, header.Charset("Content-Type"), block), null);
    }

    private static Outcome<Report> Read(string name, WarcRecord page, ReportReader reports, ReadingLimits limits)
    {
        if (page.Type != "text/plain")
        {
            return PageReports.Read(name, page.Body, page.Address, page.Charset, reports, limits);
        }

        var read = reports.Read(name, page.Body);
        return read.Value is { } report && report.Link is null ? report with { Link = page.Address } : read;
    }

    // Records are separated by blank lines.
    private static string? Version(ByteReader bytes)
    {
        string? line;
        do
        {
            line = bytes.ReadLine();
        }
        while (line is { Length: 0 });
        return line;
    }

    private static void SkipToRecord(ByteReader bytes)
    {
        while (!bytes.Peek(5).SequenceEqual("WARC/"u8) && bytes.ReadLine() is not null)
        {
        }
    }

    private static string Shown(string line) => line.Length > 30 ? line[..30] + "…" : line;
}
