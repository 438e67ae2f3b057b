using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Demarche.Tests.Robustness;

public class YamlTextTests
{
    [Theory]
    [InlineData("a: [b, c")]
    [InlineData("feeds:\n- = 30m}\nUser-agent: *\n{url: 'x, y: 3\n")]
    [InlineData("a: &x [1, *x]")]
    [InlineData("? *a\n: b")]
    [InlineData("a: 'b")]
    [InlineData("%TAG\n---\n*")]
    public void What_cannot_be_read_names_a_line(string text) => Assert.True(Assert.ThrowsAny<YamlException>(() => YamlText.Read("a.yaml", text)).Start.Line >= 1);

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("- ", 100_000)]
    [InlineData("{a: ", 100_000)]
    [InlineData("? ", 100_000)]
    public void Nesting_costs_no_stack(string sign, int times) => Assert.ThrowsAny<YamlException>(() => YamlText.Read("a.yaml", string.Concat(Enumerable.Repeat(sign, times))));

    [Fact]
    public void Mappings_know_their_lines()
    {
        var root = YamlText.Read("a.yaml", "# a\na:\n  b: c\nd: [x,\n  y: z]\n")[0];
        Assert.Equal([2, 3, 4, 5], [root.Line, root["a"]!.Line, root["d"]!.Line, root["d"]!.Items[1].Line]);
    }

    [Fact]
    public void Fifty_levels_are_read() => Assert.Single(YamlText.Read("a.yaml", new string('[', 46) + new string(']', 46)));

    [Theory]
    [InlineData("a: 1\nb:\n- x\n- y: z\n  w:\nc: [1, {d: e, f}, g: h, ]\n? k\n: v\n")]
    [InlineData("%YAML 1.2\n---\n- &x !!str a\n- ! b\n- !!map {}\n-\n- |\n  a\n  b\n- >-\n  c\n  d\n")]
    [InlineData("a\n...\nb\n---\nc\n")]
    [InlineData("- - - a\n    - b\n  -\n- \n-  'it''s'\n-  \"\\u0041\"\n# end")]
    [InlineData("{a: , b: [], 'c':d}")]
    [InlineData("a:\n  &x\n  b: c\nd: !!str\ne:")]
    [InlineData("# x\na: [b, 'c''d', \"e \\\"f\\\\\"] # g\nh:\n- i : j\n  k: {l: m#n, o: p:q}\n-\n\n- - r\n  - s\nt:\nu:\n  v w\n")]
    [InlineData("[a\n  b c\nd, e\n, f #g\n, {h: i\n  j}]")]
    [InlineData("[a,\nb, [c], {d: e,\n  f: g}, ]")]
    public void Trees_are_those_of_the_parser_of_YamlDotNet(string text) => Assert.Equal(ByParser(text), ByTokens(text));

    // Else each start would take longer: only the examples of trailers, in literal blocks, need the scanner.
    [Fact]
    public void Nearly_all_of_the_codebook_is_read_as_plain() =>
        Assert.Equal(["reports/trailers.yaml"], CodebookFiles.Shipped().All.Where(f => f.Path.EndsWith(".yaml", StringComparison.Ordinal) && PlainYaml.Read(f.Name, f.Text) is null).Select(f => f.Path));

    [Theory]
    [InlineData("a: &x 1")]
    [InlineData("a: |\n  b\n")]
    [InlineData("a: b\n  c\n")]
    [InlineData("a: 1\na: 2\n")]
    [InlineData("a\n---\nb\n")]
    [InlineData("a:\tb")]
    [InlineData("[a: b]")]
    [InlineData("{a, b: c}")]
    [InlineData("- a\n - b\n")]
    [InlineData("\"\\u0041\"")]
    [InlineData("a: b: c")]
    [InlineData("a: - b")]
    [InlineData("[a, b")]
    [InlineData("")]
    public void What_is_rare_or_faulty_is_not_plain(string text) => Assert.Null(PlainYaml.Read("a.yaml", text));

    // What both read, both read alike; what the parser does not read is a fault here too, or a tree all the same.
    [Fact]
    public void Spoiled_files_of_the_codebook_are_read_as_the_parser_reads_them()
    {
        var random = new Random(11);
        var (read, refused) = (0, 0);
        foreach (var file in CodebookFiles.Shipped().All.Where(f => f.Path.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            Assert.Equal(ByParser(file.Text), ByTokens(file.Text));
            for (var round = 0; round < 60; round++)
            {
                var text = Spoiled(file.Text, random);
                if (ByParser(text) is { } expected)
                {
                    Assert.Equal(expected, ByTokens(text));
                    read++;
                }
                else
                {
                    refused += ByTokens(text) is null ? 1 : 0;
                }
            }
        }

        Assert.True(read > 200, $"{read} read");
        Assert.True(refused > 200, $"{refused} refused");
    }

    private static string Spoiled(string text, Random random)
    {
        const string Signs = "\n\n  -:,[]{}?&!#'\"|>%a";
        var lines = text.Split('\n');
        var first = random.Next(lines.Length);
        var spoiled = new StringBuilder(string.Join('\n', lines.Skip(first).Take(random.Next(1, 25))));
        for (var change = random.Next(3); change > 0 && spoiled.Length > 0; change--)
        {
            var at = random.Next(spoiled.Length);
            if (random.Next(2) == 0)
            {
                spoiled.Remove(at, 1);
            }
            else
            {
                spoiled.Insert(at, Signs[random.Next(Signs.Length)]);
            }
        }

        return spoiled.ToString();
    }

    private static string? ByTokens(string text)
    {
        try
        {
            var written = new StringBuilder();
            foreach (var root in YamlText.Read("a.yaml", text))
            {
                Write(root, written);
                written.Append(" ;");
            }

            return written.ToString();
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private static void Write(CodebookYaml node, StringBuilder written)
    {
        written.Append(' ').Append(node.Mapping is null ? node.Line : 0);
        if (node.Scalar is { } text)
        {
            written.Append('=').Append(text);
        }
        else if (node.Sequence is { } nodes)
        {
            written.Append('[');
            foreach (var item in nodes)
            {
                Write(item, written);
            }

            written.Append(']');
        }
        else
        {
            written.Append('{');
            foreach (var (key, value) in node.Entries)
            {
                written.Append('"').Append(key).Append('"');
                Write(value, written);
            }

            written.Append('}');
        }
    }

    private static string? ByParser(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            var written = new StringBuilder();
            while (parser.MoveNext())
            {
                if (parser.Current is DocumentStart)
                {
                    parser.MoveNext();
                    Write(parser, written);
                    written.Append(" ;");
                }
            }

            return written.ToString();
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static void Write(Parser parser, StringBuilder written)
    {
        var start = parser.Current!;
        written.Append(' ').Append(start is MappingStart ? 0 : start.Start.Line);   // it gives no line to some
        switch (start)
        {
            case Scalar scalar:
                written.Append('=').Append(scalar.Value);
                break;
            case SequenceStart:
                written.Append('[');
                while (parser.MoveNext() && parser.Current is not SequenceEnd)
                {
                    Write(parser, written);
                }

                written.Append(']');
                break;
            case MappingStart:
                WriteEntries(parser, written);
                break;
            default:
                throw new YamlException("no value");
        }
    }

    private static void WriteEntries(Parser parser, StringBuilder written)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        written.Append('{');
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            if (parser.Current is not Scalar { Value: { Length: > 0 } key } || !keys.Add(key))
            {
                throw new YamlException("no key");
            }

            written.Append('"').Append(key).Append('"');
            parser.MoveNext();
            Write(parser, written);
        }

        written.Append('}');
    }
}
