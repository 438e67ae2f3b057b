using System.Text;

namespace Demarche.Reports.Repairs;

using Demarche.Reports.Decoding;

/// <summary>Finds UTF-8 that an earlier hand read as Windows-1252 or Latin-1: "â€™" for "’", "Ã©" for "é".</summary>
internal static class MojibakeRepair
{
    // A closing quotation mark whose last byte, which Windows-1252 lacks, was thrown away.
    private const string CutQuote = "â€";

    public static List<Edit> Find(string text)
    {
        var edits = new List<Edit>();
        for (var at = text.AsSpan().IndexOfAnyInRange('\u0080', '\u00F4'); at >= 0 && at < text.Length; at++)
        {
            var c = text[at];
            if (c is >= '\u0080' and < '\u00A0')
            {
                // Windows-1252 read as Latin-1 leaves its quotes and dashes where Unicode has control characters.
                var meant = Windows1252.CharOf((byte)c);
                if (meant != c)
                {
                    edits.Add(new Edit(new Span(at, at + 1), meant.ToString(), RepairKind.Mojibake));
                }
            }
            else if (c is >= '\u00C2' and <= '\u00F4' && Decode(text, at, out var length) is { } meant)
            {
                edits.Add(new Edit(new Span(at, at + length), meant, RepairKind.Mojibake));
                at += length - 1;
            }
        }

        return edits;
    }

    private static string? Decode(string text, int at, out int length)
    {
        Span<byte> bytes = stackalloc byte[4];
        length = text[at] < '\u00E0' ? 2 : text[at] < '\u00F0' ? 3 : 4;
        bytes[0] = (byte)text[at];
        for (var i = 1; i < length; i++)
        {
            var next = at + i < text.Length ? Windows1252.ByteOf(text[at + i]) : -1;
            if (next is < 0x80 or > 0xBF)
            {
                length = CutQuote.Length;
                return string.CompareOrdinal(text, at, CutQuote, 0, length) == 0 ? "”" : null;
            }

            bytes[i] = (byte)next;
        }

        return System.Text.Unicode.Utf8.IsValid(bytes[..length]) ? Encoding.UTF8.GetString(bytes[..length]) : null;
    }
}
