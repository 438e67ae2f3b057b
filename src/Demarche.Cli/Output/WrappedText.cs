using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Demarche.Cli.Output;

/// <summary>Words in one or more styles, broken into lines at blanks.</summary>
/// <remarks>Spectre asks for the width of every letter many times, which took most of the time of a long chronology; most letters are known to be one cell wide.</remarks>
internal sealed class WrappedText
{
    private const char FirstOfDoubtfulWidth = '\u0300';   // combining marks; below it letters of one cell
    private readonly List<(int Length, Style Style)> _runs = [];
    private string _text = "";

    public WrappedText()
    {
    }

    public WrappedText(string text, Style? style = null) => Append(text, style);

    /// <summary>Adds words.</summary>
    public WrappedText Append(string text, Style? style = null)
    {
        text = text.ReplaceLineEndings("\n");
        _runs.Add((text.Length, style ?? Style.Plain));
        _text += text;
        return this;
    }

    /// <summary>The lines, none wider than <paramref name="width"/> cells, and how wide each is.</summary>
    public IEnumerable<(IReadOnlyList<Segment> Segments, int Width)> Lines(int width)
    {
        for (var start = 0; start < _text.Length;)
        {
            var (end, next) = End(start, width);
            yield return (Segments(start, end), WidthOf(start, end));
            start = next;
        }
    }

    // Where the line that starts somewhere ends, and where the next one starts: the blank between them belongs to none.
    private (int End, int Next) End(int start, int width)
    {
        var (used, blank) = (0, -1);
        for (var at = start; at < _text.Length;)
        {
            if (_text[at] == '\n')
            {
                return (at, at + 1);
            }

            var letter = StringInfo.GetNextTextElementLength(_text, at);
            used += WidthOf(at, at + letter);
            if (_text[at] == ' ')
            {
                blank = at;
            }

            if (used > width && at > start)
            {
                return blank > start ? (blank, AfterBlanks(blank)) : (at, at);
            }

            at += letter;
        }

        return (_text.Length, _text.Length);
    }

    private int AfterBlanks(int at)
    {
        while (at < _text.Length && _text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    private int WidthOf(int start, int end)
    {
        var text = _text.AsSpan(start, end - start);
        return text.IndexOfAnyExceptInRange(' ', (char)(FirstOfDoubtfulWidth - 1)) < 0 ? text.Length : new Segment(text.ToString()).CellCount();
    }

    private List<Segment> Segments(int start, int end)
    {
        var (segments, at) = (new List<Segment>(), 0);
        foreach (var (length, style) in _runs)
        {
            var (from, to) = (Math.Max(start, at), Math.Min(end, at + length));
            if (from < to)
            {
                segments.Add(new Segment(_text[from..to], style));
            }

            at += length;
        }

        return segments;
    }
}
