using System.Text;
using Demarche.Reports;

namespace Demarche.Store.Sources.Html;

/// <summary>A web page as a report: its article without menus and scripts. Nothing is run and nothing is fetched.</summary>
internal static class PageReports
{
    private const int LeastPerStray = 100;   // pages hold a stray sign now and then, pictures and programs hold many

    /// <summary>Reads a page from its bytes.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="bytes">The page.</param>
    /// <param name="address">Where it was fetched from, or null.</param>
    /// <param name="charset">The encoding that its sender named, or null.</param>
    /// <param name="reports">Reads the text.</param>
    /// <param name="limits">What is too much.</param>
    public static Outcome<Report> Read(string name, byte[] bytes, string? address, string? charset, ReportReader reports, ReadingLimits limits)
    {
        if (bytes.Length > limits.PageBytes)
        {
            return SourceDiagnostics.TooLong(name, limits.PageBytes);
        }

        var html = Decode(bytes, charset);
        if (html.Count(IsStray) > html.Length / LeastPerStray)
        {
            return SourceDiagnostics.BinaryPage(name);
        }

        var text = PageText.Of(name, html, address, limits.PageDepth);
        return text.Value is { } found ? found.ToReport(name, reports) : text.Failure!;
    }

    private static bool IsStray(char sign) => sign is < ' ' and not ('\t' or '\n' or '\r' or '\f');

    // The sender's word first; then UTF-8, which nothing else is by chance; then what the page says of itself.
    private static string Decode(byte[] bytes, string? charset)
    {
        if (charset is not null && Named(charset) is { } sent)
        {
            return sent.GetString(bytes);
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes, 2, bytes.Length - 2);
        }

        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : (Named(Declared(bytes)) ?? Windows("windows-1252")!).GetString(bytes);
    }

    // <meta charset=…> stands in the first kilobyte.
    private static string Declared(byte[] bytes)
    {
        var start = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 2048));
        var at = start.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : string.Concat(start.AsSpan(at + 8).TrimStart("\"' ").ToString().TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':'));
    }

    // Browsers read Latin-1 as its superset.
    private static Encoding? Named(string charset) =>
        charset.Trim(' ', '"', '\'').ToLowerInvariant() switch
        {
            "" => null,
            "utf-8" or "utf8" => Encoding.UTF8,
            "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => Windows("windows-1252"),
            var other => Windows(other),
        };

    private static Encoding? Windows(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;   // a name that nobody gave to an encoding
        }
    }
}
