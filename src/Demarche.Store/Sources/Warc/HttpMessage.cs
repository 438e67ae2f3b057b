using System.Globalization;
using System.IO.Compression;
using Demarche.Store.Sources.Archives;

namespace Demarche.Store.Sources.Warc;

/// <summary>An HTTP response as an archive keeps it: status line, fields, body that may be chunked and packed.</summary>
internal static class HttpMessage
{
    /// <summary>The page of a response; null where it is none (another status, an image), a message where it is broken.</summary>
    public static (WarcRecord? Page, string? Fault) Read(byte[] block, string? address, ReadingLimits limits)
    {
        using var reader = new ByteReader(new MemoryStream(block));
        var status = reader.ReadLine() ?? "";
        if (!status.StartsWith("HTTP/", StringComparison.Ordinal))
        {
            return (null, "the record holds no HTTP response");
        }

        var header = HeaderLines.Read(reader.ReadLine);
        var type = header.Media("Content-Type");
        if (status.Split(' ') is not [_, "200", ..] || !IsPage(type))
        {
            return (null, null);
        }

        var body = reader.ReadBlock(block.Length);
        try
        {
            body = "chunked".Equals(header["Transfer-Encoding"], StringComparison.OrdinalIgnoreCase) ? Joined(body) : body;
            body = Unpacked(body, header["Content-Encoding"], limits);
        }
        catch (InvalidDataException e)
        {
            return (null, $"the page cannot be unpacked: {e.Message.TrimEnd('.')}");
        }

        return body is null ? (null, $"the page has over {limits.PageBytes >> 20} MB") : (new WarcRecord(address, type!, header.Charset("Content-Type"), body), null);
    }

    /// <summary>Whether a media type is that of a page with text.</summary>
    public static bool IsPage(string? type) => type is "text/html" or "application/xhtml+xml" or "text/plain";

    // Some crawlers keep the chunks as they came, and some join them and keep the field: a body that does not look chunked is none.
    private static byte[] Joined(byte[] body)
    {
        using var joined = new MemoryStream();
        using var reader = new ByteReader(new MemoryStream(body));
        while (reader.ReadLine() is { } line)
        {
            if (!int.TryParse(line.Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0)
            {
                return joined.Length == 0 ? body : joined.ToArray();
            }

            if (size == 0)
            {
                break;
            }

            joined.Write(reader.ReadBlock(size));
            reader.ReadLine();
        }

        return joined.ToArray();
    }

    private static byte[]? Unpacked(byte[] body, string? encoding, ReadingLimits limits)
    {
        var packed = new MemoryStream(body);
        using Stream? stream = encoding?.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" when SourceFormats.IsGzip(body) => new GZipStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "deflate" => new ZLibStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        if (stream is null)
        {
            return body;
        }

        using var reader = new ByteReader(stream);
        var whole = reader.ReadBlock(limits.PageBytes + 1);
        return whole.Length > limits.PageBytes ? null : whole;
    }
}
