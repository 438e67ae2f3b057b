using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Demarche;

/// <summary>Reads YAML of people and of strangers: what cannot be read is a fault with its line, nesting is bounded, and aliases and keys that are no text or stand twice are refused.</summary>
/// <remarks>
/// From the tokens of YamlDotNet: its parser above them interns each key and compiles patterns for directives that nobody writes, which took as long
/// as all else about the codebook. Anchors, tags and directives are read over.
/// </remarks>
internal sealed class YamlText
{
    private const int MostNesting = 50;   // the shipped codebook nests seven deep
    private const int FewKeys = 12;       // are compared one by one
    private readonly string _file;
    private readonly Scanner _tokens;
    private Token _token;
    private int _lastLine = 1;

    private YamlText(string file, string text)
    {
        _file = file;
        _tokens = new Scanner(new StringReader(text));
        _token = new StreamStart();
    }

    /// <summary>The roots of the documents of a text.</summary>
    /// <param name="file">What to call the text in messages.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="YamlException">The text is no YAML, or none that is taken here; it names the line.</exception>
    public static IReadOnlyList<CodebookYaml> Read(string file, string text)
    {
        if (PlainYaml.Read(file, text) is { } plain)
        {
            return [plain];
        }

        var read = new YamlText(file, text);
        try
        {
            return read.Documents();
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // The scanner throws what means a fault of its caller.
            throw new YamlException(read._token.End, read._token.End, "what follows here cannot be read", fault);
        }
    }

    private List<CodebookYaml> Documents()
    {
        var roots = new List<CodebookYaml>();
        Move();   // to the start of the stream
        Move();
        for (var isOpen = true; ; isOpen = false)
        {
            for (; _token is DocumentEnd; isOpen = true)
            {
                Move();
            }

            for (; _token is VersionDirective or TagDirective; isOpen = false)
            {
                Move();
            }

            if (_token is StreamEnd)
            {
                return roots;
            }

            if (_token is DocumentStart)
            {
                Move();
            }
            else if (!isOpen)
            {
                throw Fault("the document should end here, or '---' start another");
            }

            roots.Add(_token is DocumentStart or DocumentEnd or StreamEnd ? Empty() : Node(0, isIndented: true));
        }
    }

    // In a block mapping, the dashes of a sequence may stand below the key itself.
    private CodebookYaml Node(int nesting, bool isIndented)
    {
        if (nesting > MostNesting)
        {
            throw Fault($"more than {MostNesting} levels in one another");
        }

        var line = (int)_token.Start.Line;
        var isMarked = SkipProperties();
        switch (_token)
        {
            case Scalar scalar:
                Move();
                return CodebookYaml.Of(_file, line, scalar.Value);
            case BlockSequenceStart:
                Move();
                var nodes = BlockItems(nesting);
                Take<BlockEnd>("'-'");
                return CodebookYaml.Of(_file, line, nodes);
            case BlockEntry when !isIndented:
                return CodebookYaml.Of(_file, line, BlockItems(nesting));
            case BlockMappingStart:
                Move();
                return CodebookYaml.Of(_file, line, BlockEntries(nesting));
            case FlowSequenceStart:
                Move();
                return CodebookYaml.Of(_file, line, FlowItems(nesting));
            case FlowMappingStart:
                Move();
                return CodebookYaml.Of(_file, line, FlowEntries(nesting));
            case AnchorAlias:
                throw Fault("aliases are not taken");
            default:
                return isMarked ? Empty() : throw Fault("no value can start here");
        }
    }

    private bool SkipProperties()
    {
        var (hasAnchor, hasTag) = (false, false);
        while (!hasAnchor && _token is Anchor || !hasTag && _token is Tag)
        {
            (hasAnchor, hasTag) = (hasAnchor || _token is Anchor, hasTag || _token is Tag);
            Move();
        }

        return hasAnchor || hasTag;
    }

    private List<CodebookYaml> BlockItems(int nesting)
    {
        var nodes = new List<CodebookYaml>();
        while (_token is BlockEntry)
        {
            Move();
            nodes.Add(_token is BlockEntry or Key or Value or BlockEnd ? Empty() : Node(nesting + 1, isIndented: true));
        }

        return nodes;
    }

    private List<CodebookYamlEntry> BlockEntries(int nesting)
    {
        var entries = new Entries();
        while (_token is Key)
        {
            Move();
            var key = TextOfKey(entries);
            if (_token is not Value)
            {
                entries.Add(key, Empty());
                continue;
            }

            Move();
            entries.Add(key, _token is Key or Value or BlockEnd ? Empty() : Node(nesting + 1, isIndented: false));
        }

        Take<BlockEnd>("a key");
        return entries.Read;
    }

    private List<CodebookYaml> FlowItems(int nesting)
    {
        var nodes = new List<CodebookYaml>();
        while (_token is not FlowSequenceEnd)
        {
            if (_token is Key)
            {
                var line = (int)_token.Start.Line;
                var pair = new Entries();
                AddFlowEntry(pair, nesting + 1);
                nodes.Add(CodebookYaml.Of(_file, line, pair.Read));
            }
            else
            {
                nodes.Add(Node(nesting + 1, isIndented: true));
            }

            TakeSeparator<FlowSequenceEnd>("']'");
        }

        Move();
        return nodes;
    }

    private List<CodebookYamlEntry> FlowEntries(int nesting)
    {
        var entries = new Entries();
        while (_token is not FlowMappingEnd)
        {
            AddFlowEntry(entries, nesting);
            TakeSeparator<FlowMappingEnd>("'}'");
        }

        Move();
        return entries.Read;
    }

    private void AddFlowEntry(Entries entries, int nesting)
    {
        if (_token is Key)
        {
            Move();
        }

        var key = TextOfKey(entries);
        if (_token is Value)
        {
            Move();
            entries.Add(key, _token is FlowEntry or FlowMappingEnd or FlowSequenceEnd ? Empty() : Node(nesting + 1, isIndented: true));
        }
        else
        {
            entries.Add(key, Empty());
        }
    }

    private string TextOfKey(Entries entries)
    {
        SkipProperties();
        if (_token is not Scalar { Value: var key })
        {
            throw Fault(_token is AnchorAlias ? "aliases are not taken" : "a key must be a text");
        }

        if (!entries.Takes(key))
        {
            throw Fault($"Duplicate key {key}");
        }

        Move();
        return key;
    }

    // A value that is left out stands behind what precedes it.
    private CodebookYaml Empty() => CodebookYaml.Of(_file, _lastLine, "");

    private void TakeSeparator<TEnd>(string end)
        where TEnd : Token
    {
        if (_token is FlowEntry)
        {
            Move();
        }
        else if (_token is not TEnd)
        {
            throw Fault($"expected ',' or {end}");
        }
    }

    private void Take<TToken>(string otherwise)
        where TToken : Token
    {
        if (_token is not TToken)
        {
            throw Fault("expected " + otherwise);
        }

        Move();
    }

    private void Move()
    {
        _lastLine = (int)_token.End.Line;
        if (!_tokens.MoveNext())
        {
            throw Fault("the text ends inside a document");
        }

        _token = _tokens.Current!;
    }

    private YamlException Fault(string what) => new(_token.Start, _token.End, _token is Error error ? error.Value : what);

    private sealed class Entries
    {
        private HashSet<string>? _many;

        public List<CodebookYamlEntry> Read { get; } = [];

        public bool Takes(string key)
        {
            _many ??= Read.Count < FewKeys ? null : Read.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
            return _many is null ? !Read.Exists(e => e.Key == key) : _many.Add(key);
        }

        public void Add(string key, CodebookYaml value) => Read.Add(new CodebookYamlEntry(key, value));
    }
}
