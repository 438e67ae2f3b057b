namespace Demarche.Store.Sources;

/// <summary>What a file of reports is.</summary>
public enum SourceFormat
{
    /// <summary>One report as plain text.</summary>
    Text,

    /// <summary>One report as a web page.</summary>
    Html,

    /// <summary>A report a line, as a JSON object.</summary>
    JsonLines,

    /// <summary>A report a row, separated by commas (or semicolons), with a row of column names.</summary>
    Csv,

    /// <summary>A report a row, separated by tabs, with a row of column names.</summary>
    Tsv,

    /// <summary>RSS or Atom: a report an item.</summary>
    Feed,

    /// <summary>A web archive: a report for each page that it holds.</summary>
    Warc,

    /// <summary>One report with its times marked.</summary>
    TimeMl,
}

/// <summary>Tells what a file is, by its name and else by its first bytes.</summary>
internal static class SourceFormats
{
    private static readonly string[] Packed = [".gz", ".zip"];

    /// <summary>The format that a name stands for, ".gz" at its end left out; null where it stands for none.</summary>
    public static SourceFormat? OfName(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".txt" or ".text" or ".md" => SourceFormat.Text,
        ".html" or ".htm" or ".xhtml" => SourceFormat.Html,
        ".jsonl" or ".ndjson" => SourceFormat.JsonLines,
        ".csv" => SourceFormat.Csv,
        ".tsv" or ".tab" => SourceFormat.Tsv,
        ".rss" or ".atom" => SourceFormat.Feed,
        ".warc" or ".wet" => SourceFormat.Warc,
        ".tml" => SourceFormat.TimeMl,
        ".gz" => OfName(name[..^3]),
        _ => null,
    };

    /// <summary>Whether a folder's file of this name holds reports: of a format's name, XML, or packed.</summary>
    public static bool IsTaken(string name) =>
        OfName(name) is not null || Path.GetExtension(name).Equals(".xml", StringComparison.OrdinalIgnoreCase)
        || Packed.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>The format that the first bytes show; plain text where they show none.</summary>
    public static SourceFormat OfBytes(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("WARC/"u8))
        {
            return SourceFormat.Warc;
        }

        var text = System.Text.Encoding.Latin1.GetString(start).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        if (!text.StartsWith('<'))
        {
            return SourceFormat.Text;
        }

        return Has(text, "<TimeML") ? SourceFormat.TimeMl
            : Has(text, "<rss") || Has(text, "<feed") || Has(text, "<rdf:RDF") ? SourceFormat.Feed
            : Has(text, "<html") || Has(text, "<!doctype html") || Has(text, "<head") || Has(text, "<body") ? SourceFormat.Html
            : text.StartsWith("<?xml", StringComparison.Ordinal) ? SourceFormat.Feed
            : SourceFormat.Text;
    }

    /// <summary>Whether the bytes open a gzip file.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> start) => start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    /// <summary>Whether the bytes open a zip archive.</summary>
    public static bool IsZip(ReadOnlySpan<byte> start) => start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8);

    private static bool Has(string text, string tag) => text.Contains(tag, StringComparison.OrdinalIgnoreCase);
}
