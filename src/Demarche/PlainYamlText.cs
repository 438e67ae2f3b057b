namespace Demarche;

/// <summary>A place in a YAML text, which reads the texts of its nodes (<see cref="PlainYaml"/>). For one thread.</summary>
internal sealed class PlainYamlText
{
    private const int LongestKey = 1_000;
    private const int MostLines = 20;      // of one text
    private const string Indicators = "?:,[]{}#&*!|>'\"%@`";

    private readonly string _text;
    private readonly FormPool _known = new(256);   // texts come again soon or not at all
    private int _at;
    private int _lineStart;

    /// <summary>The start of a text.</summary>
    public PlainYamlText(string text) => _text = text;

    /// <summary>The line, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>How far in the line.</summary>
    public int Column => _at - _lineStart;

    /// <summary>Whether the text is at its end.</summary>
    public bool IsEnd => _at == _text.Length;

    /// <summary>Goes on over a sign.</summary>
    public void Take() => _at++;

    /// <summary>Whether a text has tabs, other line ends or marks that are no text.</summary>
    public static bool HasRare(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' and not '\n' or >= '\x7F' and < '\xA0' or '\u2028' or '\u2029' or '\uFEFF')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes on to what comes next, over blanks, comments and line ends; false where no plain text goes on like that.</summary>
    public bool Skip()
    {
        for (; _at < _text.Length; _at++)
        {
            switch (_text[_at])
            {
                case ' ':
                    break;
                case '\n':
                    Line++;
                    _lineStart = _at + 1;
                    break;
                case '#' when _at == 0 || _text[_at - 1] is ' ' or '\n':
                    var end = _text.IndexOf('\n', _at);
                    _at = (end < 0 ? _text.Length : end) - 1;
                    break;
                default:
                    return Column > 0 || !(StartsWith("---") || StartsWith("..."));
            }
        }

        return true;
    }

    private bool StartsWith(string sign) => string.CompareOrdinal(_text, _at, sign, 0, sign.Length) == 0;

    /// <summary>Whether a sign stands here.</summary>
    public bool IsAt(char sign) => _at < _text.Length && _text[_at] == sign;

    // Whether a line, a text or a blank ends what stands before a place.
    private bool IsBreak(int at) => at >= _text.Length || _text[at] is ' ' or '\n';

    /// <summary>Whether an item of a sequence starts here.</summary>
    public bool IsDash => IsAt('-') && IsBreak(_at + 1);

    /// <summary>Whether a key ends here.</summary>
    public bool IsColon => IsAt(':') && IsBreak(_at + 1);

    /// <summary>Goes on over the blanks of the line.</summary>
    public void SkipBlanks()
    {
        while (IsAt(' '))
        {
            _at++;
        }
    }

    /// <summary>Whether nothing but a comment follows on the line.</summary>
    public bool IsLineDone()
    {
        SkipBlanks();
        return _at == _text.Length || IsAt('\n') || IsAt('#') && _text[_at - 1] == ' ';
    }

    /// <summary>The text that starts here where it can be a key, or null.</summary>
    /// <param name="isFlow">Whether it stands between brackets or braces.</param>
    public string? Key(bool isFlow)
    {
        var (start, line) = (_at, Line);
        return Read(isFlow) is { } key && _at - start < LongestKey && Line == line ? key : null;
    }

    /// <summary>The text that starts here, or null where it is none that is plain; behind it stands what ends it.</summary>
    /// <param name="isFlow">Whether it stands between brackets or braces: it may then go on over the next lines.</param>
    public string? Read(bool isFlow)
    {
        if (_at == _text.Length)
        {
            return null;
        }

        return _text[_at] switch
        {
            '"' => Quoted('"', '\\'),
            '\'' => Quoted('\'', '\''),
            var sign when Indicators.Contains(sign) || sign == '-' && (IsBreak(_at + 1) || Indicators.Contains(_text[_at + 1])) => null,
            _ => Bare(isFlow),
        };
    }

    private string? Bare(bool isFlow)
    {
        var text = BareLine(isFlow);
        for (var lines = 1; isFlow && text is not null && IsFolded(); lines++)
        {
            text = lines < MostLines && Skip() && BareLine(isFlow) is { } more ? text + " " + more : null;
        }

        return text;
    }

    private string? BareLine(bool isFlow)
    {
        var start = _at;
        for (; _at < _text.Length; _at++)
        {
            var sign = _text[_at];
            if (sign == '\n' || IsColon || sign == '#' && _text[_at - 1] == ' ' || isFlow && (sign is ',' or '[' or ']' or '{' or '}' or '?'))
            {
                break;
            }

            if (isFlow && sign == ':' && _text[_at + 1] is ',' or '[' or ']' or '{' or '}')
            {
                return null;
            }
        }

        return _known.Get(_text.AsSpan(start, _at - start).TrimEnd(' '));
    }

    // Whether the next line starts with more of a text between brackets.
    private bool IsFolded()
    {
        if (!IsAt('\n'))
        {
            return false;
        }

        var at = _at + 1;
        while (at < _text.Length && _text[at] == ' ')
        {
            at++;
        }

        return at < _text.Length && char.IsLetterOrDigit(_text[at]);
    }

    // In double quotes a backslash may stand before itself and a quote, in single ones a quote before a quote.
    private string? Quoted(char quote, char escape)
    {
        var start = ++_at;
        var escaped = 0;
        for (; _at < _text.Length && _text[_at] != '\n'; _at++)
        {
            if (_text[_at] == escape && _at + 1 < _text.Length && (_text[_at + 1] == quote || _text[_at + 1] == escape))
            {
                escaped++;
                _at++;
            }
            else if (_text[_at] == quote)
            {
                var text = _text.AsSpan(start, _at++ - start);
                return escaped == 0 ? _known.Get(text) : Unescaped(text, escape, text.Length - escaped);
            }
            else if (_text[_at] == escape)
            {
                return null;
            }
        }

        return null;
    }

    private static string Unescaped(ReadOnlySpan<char> text, char escape, int length) => string.Create(length, (Text: text.ToString(), escape), static (to, from) =>
    {
        for (int i = 0, at = 0; i < to.Length; i++, at++)
        {
            at += from.Text[at] == from.escape ? 1 : 0;
            to[i] = from.Text[at];
        }
    });
}
