using System.Text;

namespace Demarche.Reports.Decoding;

/// <summary>Finds out how a file's bytes are written and reads its characters: strict UTF-8, then UTF-16, then Windows-1252.</summary>
internal static class TextDecoder
{
    /// <summary>Most bytes that one report may have: fifty times the longest text that a newsroom prints, and still read in a second.</summary>
    public const int MostBytes = 50 * 1024 * 1024;

    private const int SampleBytes = 4096;

    /// <summary>The characters of a file, without a byte order mark; or why it is no text.</summary>
    public static Outcome<string> Decode(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return Diagnostics.EmptyReport(name);
        }

        if (bytes.Length > MostBytes)
        {
            return Diagnostics.LargeReport(name, bytes.Length, MostBytes);
        }

        var text = Characters(bytes);
        return text is null || LooksBinary(text) ? Diagnostics.BinaryReport(name) : text;
    }

    private static string? Characters(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }
        else if (bytes[..Math.Min(bytes.Length, SampleBytes)].Contains((byte)0))
        {
            return Wide(bytes);
        }

        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Windows1252.Decode(bytes);
    }

    /// <summary>UTF-16 without a mark shows in Latin text as a null in every second byte; anything else with nulls is no text.</summary>
    private static string? Wide(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 != 0)
        {
            return null;
        }

        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var pairs = sample.Length / 2;
        return (odd * 2 > pairs && even * 20 < pairs) ? Encoding.Unicode.GetString(bytes)
            : (even * 2 > pairs && odd * 20 < pairs) ? Encoding.BigEndianUnicode.GetString(bytes)
            : null;
    }

    /// <summary>A null anywhere, a document format's signature, or more than one control character in fifty.</summary>
    private static bool LooksBinary(string text)
    {
        if (text.StartsWith("%PDF-", StringComparison.Ordinal) || text.StartsWith("{\\rtf", StringComparison.Ordinal))
        {
            return true;
        }

        var sample = text.AsSpan(0, Math.Min(text.Length, SampleBytes));
        var controls = 0;
        foreach (var c in sample)
        {
            controls += c is < ' ' and not ('\t' or '\n' or '\r' or '\f' or '\v' or '\x1A' or '\x1B') or '\uFFFD' ? 1 : 0;
        }

        return controls * 50 > sample.Length || text.Contains('\0', StringComparison.Ordinal);
    }
}
