using System.Text;

namespace Demarche.Tests.Robustness;

/// <summary>Random changes of bytes: some flipped, cut, doubled, joined with another input's, or replaced by what readers look for.</summary>
internal static class Mutation
{
    private static readonly byte[][] Pieces = [.. new[]
    {
        "\0", "\"", "\n", "\r\n", "\t", ",", ";", "<", ">", "</", "<![CDATA[", "]]>", "&amp;", "&#", "{", "}", "[", "]", ":", "- ", "\\u", "\\ud83d", "%", "'", "=", "-1", "99999999999999999999", "1e999",
        "\u202E", "\uFEFF", "\uFFFF", "\u0300", "<html>", "<item>", "WARC/1.0\r\n", "Content-Length: ", "SOURCE: ", "Photo: ", "U.S. ", "Mr. ", "\u201C", "text", "null", "*", "&a", "*a", "!!", "---\n", "? ", "| ",
    }.Select(Encoding.UTF8.GetBytes), [0xFF, 0xFE], [0xC0, 0x80], [0x1F, 0x8B], [0x50, 0x4B, 3, 4]];

    /// <summary>One of the inputs with one to six changes.</summary>
    public static byte[] Of(byte[][] seeds, Random random)
    {
        List<byte> bytes = [.. seeds[random.Next(seeds.Length)]];
        for (var changes = random.Next(1, 7); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count + 1);
            var length = Math.Min(random.Next(1, 60), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    var other = seeds[random.Next(seeds.Length)];
                    var from = random.Next(other.Length + 1);
                    bytes.InsertRange(at, other.AsSpan(from, Math.Min(200, other.Length - from)));
                    break;
                default:
                    bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return [.. bytes];
    }
}
