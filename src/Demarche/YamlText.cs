using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Demarche;

/// <summary>Reads YAML of people and of strangers: what YamlDotNet trips over is a fault with its line, nesting is bounded and aliases are refused, since its trees are built and compared by recursion.</summary>
internal static class YamlText
{
    private const int MostNesting = 50;   // the shipped codebook nests seven deep

    /// <summary>The documents of a text.</summary>
    /// <exception cref="YamlException">The text is no YAML, or none that is taken here; it names the line.</exception>
    public static IList<YamlDocument> Read(string text)
    {
        var (stream, parser) = (new YamlStream(), new BoundedParser(new Parser(new StringReader(text))));
        try
        {
            stream.Load(parser);
            return stream.Documents;
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // It throws what means a fault of its caller.
            var at = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(at, at, "what follows here cannot be read", fault);
        }
    }

    private sealed class BoundedParser(Parser parser) : IParser
    {
        private int _nesting;

        public ParsingEvent? Current => parser.Current;

        public bool MoveNext()
        {
            if (!parser.MoveNext())
            {
                return false;
            }

            _nesting += Current!.NestingIncrease;
            return _nesting > MostNesting ? throw new YamlException(Current.Start, Current.End, $"more than {MostNesting} levels in one another")
                : Current is AnchorAlias ? throw new YamlException(Current.Start, Current.End, "aliases are not taken")
                : true;
        }
    }
}
