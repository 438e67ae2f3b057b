using System.IO.Compression;
using System.Text;

namespace Demarche.Tests.Robustness;

/// <summary>Two hundred inputs that mean harm, or that met it on their way; made here, so that none lies in the repository.</summary>
internal static class NastyInputs
{
    private const string Sentence = "Iran rejected talks with the United States on Saturday. ";

    // What stands for each text in each kind of file.
    private static readonly (string Ending, Func<string, string> Wrap)[] Files =
    [
        (".txt", t => t),
        (".html", t => $"<html><body><article><h1>Talks</h1><p>{t}</p></article></body></html>"),
        (".jsonl", t => System.Text.Json.JsonSerializer.Serialize(new { text = t }) + "\n"),
        (".csv", t => "text,title\n\"" + t.Replace("\"", "\"\"", StringComparison.Ordinal) + "\",Talks\n"),
        (".xml", t => $"<rss><channel><title>x</title><item><title>Talks</title><description><![CDATA[{t}]]></description></item></channel></rss>"),
    ];

    /// <summary>Every input: a file name and its bytes.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> All()
    {
        foreach (var (name, text) in Texts())
        {
            foreach (var (ending, wrap) in Files)
            {
                yield return (name + ending, Encoding.UTF8.GetBytes(wrap(text)));
            }
        }

        foreach (var file in Broken())
        {
            yield return file;
        }
    }

    private static IEnumerable<(string Name, string Text)> Texts()
    {
        yield return ("bidi", $"\u202E{Sentence}\u202C\u2066{Sentence}\u2069\u200F{Sentence}");
        yield return ("half-pairs", $"\uD83D {Sentence} \uDE00\uD83D\uD83D {Sentence}\uDC00");
        yield return ("zeros", $"\0{Sentence}\0\0Iran\0rejected\0talks.\0");
        yield return ("zalgo", string.Concat(Sentence.Select(c => c + string.Concat(Enumerable.Repeat("\u0300\u0316\u035C\u0489", 20)))));
        yield return ("endless-sentence", string.Concat(Enumerable.Repeat("Iran and China and Japan and ", 1_000)));
        yield return ("endless-word", new string('a', 300_000));
        yield return ("endless-line", string.Concat(Enumerable.Repeat("word ", 8_000)));
        yield return ("no-words", string.Concat(Enumerable.Repeat("?!. ", 4_000)));
        yield return ("quotes", string.Concat(Enumerable.Repeat("\"\u201C\u2018'", 4_000)) + Sentence);
        yield return ("brackets", new string('(', 10_000) + Sentence + new string(')', 10_000));
        yield return ("dots", string.Concat(Enumerable.Repeat("U.S.A.", 4_000)));
        yield return ("digits", new string('9', 100_000) + " " + Sentence);
        yield return ("dates", string.Concat(Enumerable.Repeat("On February 31, 99999 and 00/00/0000 at 25:61, ", 500)) + Sentence);
        yield return ("blank-kinds", string.Join("\u2009\u3000\u00A0\u1680", Sentence.Split(' ')));
        yield return ("line-kinds", string.Join("\u2028\u2029\u0085\v\f\r", Enumerable.Repeat(Sentence, 50)));
        yield return ("control", string.Concat(Enumerable.Range(1, 31).Select(i => (char)i)) + Sentence);
        yield return ("unassigned", "\uFFFE\uFFFF\uFDD0\uE000\uDBFF\uDFFF " + Sentence);
        yield return ("joiners", string.Join('\u200D', Enumerable.Repeat("\uD83D\uDC68", 2_000)) + Sentence);
        yield return ("soft-hyphens", string.Join('\u00AD', Sentence.ToCharArray()));
        yield return ("full-width", string.Concat(Sentence.Select(c => c is > ' ' and < '\u007F' ? (char)(c + 0xFEE0) : c)));
        yield return ("mojibake", string.Concat(Enumerable.Repeat("Iranâ€™s talksÃ¢â‚¬â„¢ ", 500)));
        yield return ("entities", string.Concat(Enumerable.Repeat("&amp;amp;amp;#x1F600;&#0;&#xD800;&nosuch; ", 500)) + Sentence);
        yield return ("formula", "=HYPERLINK(\"http://example.org\",\"talks\") " + Sentence);
        yield return ("sql", "'; DROP TABLE reports; -- " + Sentence + "$1 {0} %s \\");
        yield return ("markup", "<script>alert(1)</script><img src=x onerror=alert(1)> " + Sentence);
        yield return ("paths", "../../../etc/passwd C:\\..\\..\\ file:///etc/passwd " + Sentence);
        yield return ("trailers", string.Concat(Enumerable.Repeat("SOURCE: x\nLINK: y\nTAGS: z\n", 1_000)));
        yield return ("headlines", string.Join("\n\n", Enumerable.Repeat("Talks Rejected", 1_000)));
        yield return ("one-letter-lines", string.Join('\n', Enumerable.Repeat("a", 5_000)));
        yield return ("names", string.Join(", ", Enumerable.Repeat("Prime Minister of the Democratic People's Republic of Korea", 200)));
        yield return ("who-said", string.Concat(Enumerable.Repeat("He said that she said that they said that ", 400)) + Sentence);
        yield return ("other-scripts", string.Concat(Enumerable.Repeat("الرئيس 総理大臣 Президент Πρόεδρος ", 1_000)) + Sentence);
        yield return ("cdata-end", "]]> ]]]]><![CDATA[> " + Sentence);
        yield return ("row-in-row", "a\"b\"\n\"c,\"\"\n" + Sentence);
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Broken()
    {
        var sentence = Encoding.ASCII.GetBytes(Sentence);
        yield return ("empty.txt", []);
        yield return ("one-byte.txt", [0xFF]);
        yield return ("bom-only.txt", [0xEF, 0xBB, 0xBF]);
        yield return ("odd-utf16.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sentence), 0x41]);
        yield return ("utf16be.txt", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Sentence)]);
        yield return ("overlong.txt", [0xC0, 0x80, 0xE0, 0x80, 0x80, .. sentence]);
        yield return ("cut-utf8.txt", [.. sentence, 0xE2, 0x82]);
        yield return ("binary.txt", [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 37))]);
        yield return ("deep.html", Text(string.Concat(Enumerable.Repeat("<div>", 50_000)) + Sentence));
        yield return ("deep-tables.html", Text("<html>" + string.Concat(Enumerable.Repeat("<table><tr><td>", 1_500)) + Sentence));
        yield return ("attributes.html", Text("<html><p " + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i}=1 ")) + ">" + Sentence));
        yield return ("unclosed.html", Text("<html><body><!-- " + Sentence + "<p"));
        yield return ("deep.jsonl", Text(new string('[', 100_000)));
        yield return ("deep-object.jsonl", Text(string.Concat(Enumerable.Repeat("{\"text\":", 10_000))));
        yield return ("numbers.jsonl", Text("{\"text\": 1e999999}\n{\"text\": null}\n[]\n\"x\"\n{\"text\":\"\\ud83d\"}\n"));
        yield return ("long-line.jsonl", Text("{\"text\": \"" + new string('a', 10 << 20) + "\"}"));
        yield return ("columns.csv", Text(new string(',', 100_000) + "\n" + new string(',', 100_000)));
        yield return ("open-quote.csv", Text("text\n\"" + string.Concat(Enumerable.Repeat(Sentence + "\n", 2_000))));
        yield return ("laughs.xml", Text("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><rss><channel><item><title>&c;</title></item></channel></rss>"));
        yield return ("outside.xml", Text("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title></item></channel></rss>"));
        yield return ("deep.xml", Text("<rss><channel><item>" + string.Concat(Enumerable.Repeat("<a>", 20_000))));
        yield return ("cut.xml", Text("<rss><channel><item><title>Talks</tit"));
        yield return ("other.xml", Text("<svg xmlns='http://www.w3.org/2000/svg'/>"));
        yield return ("lengths.warc", Text("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\n"));
        yield return ("negative.warc", Text("WARC/1.0\r\nContent-Length: -5\r\n\r\nabc"));
        yield return ("headers.warc", Text("WARC/1.0\r\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"X-{i}: y\r\n")) + "\r\n"));
        yield return ("times.tml", Text("<TimeML><TIMEX3 value='9999-99-99'>" + Sentence + "</TIMEX3>"));
        yield return ("bomb.txt.gz", Gzip(new byte[64 << 20]));
        yield return ("cut.txt.gz", Gzip(sentence)[..20]);
        yield return ("in-one-another.gz", Gzip(Gzip(sentence)));
        yield return ("bomb.zip", Zip("a.txt", new byte[64 << 20]));
        yield return ("leaves.zip", Zip("../../a.txt", sentence));
        yield return ("in-one-another.zip", Zip("a.zip", Zip("b.txt", sentence)));
        yield return ("cut.zip", Zip("a.txt", sentence)[..30]);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Zip(string name, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(bytes);
        }

        return packed.ToArray();
    }
}
