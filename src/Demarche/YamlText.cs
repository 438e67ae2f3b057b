using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Demarche;

/// <summary>Reads YAML of people and of strangers: what YamlDotNet trips over is a fault with its line, nesting is bounded, and aliases and keys that are no text or stand twice are refused.</summary>
internal static class YamlText
{
    private const int MostNesting = 50;   // the shipped codebook nests seven deep
    private const int FewKeys = 12;       // are compared one by one

    /// <summary>The roots of the documents of a text.</summary>
    /// <param name="file">What to call the text in messages.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="YamlException">The text is no YAML, or none that is taken here; it names the line.</exception>
    public static IReadOnlyList<CodebookYaml> Read(string file, string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            var roots = new List<CodebookYaml>();
            while (parser.MoveNext())
            {
                if (parser.Current is DocumentStart)
                {
                    roots.Add(Node(parser, Next(parser), file, 0));
                }
            }

            return roots;
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // It throws what means a fault of its caller.
            var at = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(at, at, "what follows here cannot be read", fault);
        }
    }

    private static CodebookYaml Node(Parser parser, ParsingEvent start, string file, int nesting)
    {
        var line = (int)start.Start.Line;
        if (nesting > MostNesting)
        {
            throw new YamlException(start.Start, start.End, $"more than {MostNesting} levels in one another");
        }

        switch (start)
        {
            case Scalar scalar:
                return CodebookYaml.Of(file, line, scalar.Value);
            case SequenceStart:
                var nodes = new List<CodebookYaml>();
                for (var next = Next(parser); next is not SequenceEnd; next = Next(parser))
                {
                    nodes.Add(Node(parser, next, file, nesting + 1));
                }

                return CodebookYaml.Of(file, line, nodes);
            case MappingStart:
                return CodebookYaml.Of(file, line, Entries(parser, file, nesting));
            case AnchorAlias:
                throw new YamlException(start.Start, start.End, "aliases are not taken");
            default:
                throw new YamlException(start.Start, start.End, "no value can start here");
        }
    }

    private static List<CodebookYamlEntry> Entries(Parser parser, string file, int nesting)
    {
        var entries = new List<CodebookYamlEntry>();
        HashSet<string>? many = null;
        for (var next = Next(parser); next is not MappingEnd; next = Next(parser))
        {
            if (next is not Scalar { Value: var key })
            {
                throw new YamlException(next.Start, next.End, next is AnchorAlias ? "aliases are not taken" : "a key must be a text");
            }

            many ??= entries.Count < FewKeys ? null : entries.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
            if (many is null ? entries.Exists(e => e.Key == key) : !many.Add(key))
            {
                throw new YamlException(next.Start, next.End, $"Duplicate key {key}");
            }

            entries.Add(new CodebookYamlEntry(key, Node(parser, Next(parser), file, nesting + 1)));
        }

        return entries;
    }

    private static ParsingEvent Next(Parser parser) => parser.MoveNext() ? parser.Current! : throw new InvalidOperationException("The text ends inside a document.");
}
