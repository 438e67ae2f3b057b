namespace Demarche;

/// <summary>Reads YAML as our files are written, straight from the text; all that is rarer or faulty is left to <see cref="YamlText"/>.</summary>
/// <remarks>
/// Blocks and flows of texts, bare or quoted, on one line but for bare ones between brackets. Anything else (anchors, tags, literal blocks, tabs, a key that
/// stands twice) gives no tree: the scanner of YamlDotNet, which makes several objects a word, then reads the text anew and says what is wrong with it.
/// </remarks>
internal sealed class PlainYaml
{
    private const int MostNesting = 40;
    private const int FewKeys = 12;        // are compared one by one

    private readonly string _file;
    private readonly PlainYamlText _text;
    private readonly List<CodebookYaml> _nodes = [];             // of the sequences that are open
    private readonly List<CodebookYamlEntry> _entries = [];      // of the mappings that are open

    private PlainYaml(string file, string text) => (_file, _text) = (file, new PlainYamlText(text));

    /// <summary>The root of a text of one document, or null where it is not as plain as that.</summary>
    /// <param name="file">What to call the text in messages.</param>
    /// <param name="text">The text.</param>
    public static CodebookYaml? Read(string file, string text)
    {
        if (PlainYamlText.HasRare(text))
        {
            return null;
        }

        var read = new PlainYaml(file, text);
        return read._text.Skip() && read._text.Column == 0 && read.Block(0) is { } root && read._text.Skip() && read._text.IsEnd ? root : null;
    }

    // The node that starts here, as a block where it is one.
    private CodebookYaml? Block(int nesting)
    {
        if (nesting > MostNesting || _text.IsEnd)
        {
            return null;
        }

        if (_text.IsDash)
        {
            return BlockSequence(nesting);
        }

        var (line, column) = (_text.Line, _text.Column);
        if (_text.IsAt('[') || _text.IsAt('{'))
        {
            return Flow(nesting) is { } flow && _text.IsLineDone() ? flow : null;
        }

        if (_text.Key(isFlow: false) is not { } text)
        {
            return null;
        }

        _text.SkipBlanks();
        return _text.IsColon ? BlockMapping(text, line, column, nesting)
            : _text.IsLineDone() ? CodebookYaml.Of(_file, line, text)
            : null;
    }

    private CodebookYaml? BlockSequence(int nesting)
    {
        var (line, column, first) = (_text.Line, _text.Column, _nodes.Count);
        do
        {
            var dash = _text.Line;
            _text.Take();
            var node = _text.IsLineDone() ? Below(column, dash, nesting, isKey: false) : Block(nesting + 1);
            if (node is null || !IsEntryDone(column))
            {
                return null;
            }

            _nodes.Add(node);
        }
        while (_text.Column == column && _text.IsDash);
        return Sequence(line, first);
    }

    private CodebookYaml? BlockMapping(string? key, int line, int column, int nesting)
    {
        for (var first = _entries.Count; ; key = _text.Key(isFlow: false))
        {
            _text.SkipBlanks();
            if (key is null || !_text.IsColon)
            {
                return null;
            }

            _text.Take();
            var value = _text.IsLineDone() ? Below(column, _text.Line, nesting, isKey: true)
                : Flow(nesting + 1, isFlow: false) is { } flow && _text.IsLineDone() ? flow   // on the line of its key there is neither a dash nor another key
                : null;
            if (value is null || !IsEntryDone(column))
            {
                return null;
            }

            _entries.Add(new CodebookYamlEntry(key, value));
            if (_text.IsEnd || _text.Column < column || _text.IsDash)
            {
                return Mapping(line, first);
            }
        }
    }

    // What stands below a dash or a key, on the lines that are further in; below a key also dashes under its first letter.
    private CodebookYaml? Below(int column, int line, int nesting, bool isKey) =>
        !_text.Skip() ? null
        : !_text.IsEnd && (_text.Column > column || isKey && _text.Column == column && _text.IsDash) ? Block(nesting + 1)
        : CodebookYaml.Of(_file, line, "");

    // What follows an entry of a block stands under it or further out; further in it would be more of its text.
    private bool IsEntryDone(int column) => _text.Skip() && (_text.IsEnd || _text.Column <= column);

    // A node between brackets or braces, or a text.
    private CodebookYaml? Flow(int nesting, bool isFlow = true)
    {
        if (nesting > MostNesting)
        {
            return null;
        }

        var line = _text.Line;
        if (_text.IsAt('['))
        {
            var first = _nodes.Count;
            return IsFilled(']', nesting) ? Sequence(line, first) : null;
        }

        if (_text.IsAt('{'))
        {
            var first = _entries.Count;
            return IsFilled('}', nesting) ? Mapping(line, first) : null;
        }

        return _text.Read(isFlow) is { } text ? CodebookYaml.Of(_file, line, text) : null;
    }

    // Takes all between brackets or braces, up to the sign that closes them.
    private bool IsFilled(char end, int nesting)
    {
        do
        {
            _text.Take();
            if (!_text.Skip())
            {
                return false;
            }

            if (_text.IsAt(end))
            {
                break;
            }

            if (!(end == ']' ? TakeNode(nesting) : TakeEntry(nesting)) || !_text.Skip())
            {
                return false;
            }
        }
        while (_text.IsAt(','));
        var isClosed = _text.IsAt(end);
        _text.Take();
        return isClosed;
    }

    private bool TakeNode(int nesting)
    {
        if (Flow(nesting + 1) is not { } node)
        {
            return false;
        }

        _nodes.Add(node);
        return true;
    }

    private bool TakeEntry(int nesting)
    {
        if (_text.Key(isFlow: true) is not { } key || !_text.IsColon)
        {
            return false;
        }

        _text.Take();
        if (!_text.Skip() || Flow(nesting + 1) is not { } value)
        {
            return false;
        }

        _entries.Add(new CodebookYamlEntry(key, value));
        return true;
    }

    private CodebookYaml Sequence(int line, int first)
    {
        var nodes = _nodes.GetRange(first, _nodes.Count - first);
        _nodes.RemoveRange(first, nodes.Count);
        return CodebookYaml.Of(_file, line, nodes);
    }

    private CodebookYaml? Mapping(int line, int first)
    {
        var entries = _entries.GetRange(first, _entries.Count - first);
        _entries.RemoveRange(first, entries.Count);
        return HasTwins(entries) ? null : CodebookYaml.Of(_file, line, entries);
    }

    private static bool HasTwins(List<CodebookYamlEntry> entries)
    {
        if (entries.Count > FewKeys)
        {
            var keys = new HashSet<string>(entries.Count, StringComparer.Ordinal);
            return entries.Exists(e => !keys.Add(e.Key));
        }

        for (var i = 1; i < entries.Count; i++)
        {
            for (var before = 0; before < i; before++)
            {
                if (entries[before].Key == entries[i].Key)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
