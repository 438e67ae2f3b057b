using System.Text;
using AngleSharp.Dom;

namespace Demarche.Store.Sources.Html;

/// <summary>The text of an element: a blank line between blocks, a line break for each <c>br</c>, runs of white space as one blank.</summary>
internal static class BlockText
{
    private static readonly string[] Left = ["script", "style", "noscript", "template", "svg", "iframe", "object", "form", "nav", "button", "select", "title"];

    private static readonly string[] Inline =
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small",
        "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture",
    ];

    /// <summary>The text, walked without recursion.</summary>
    public static string Of(INode root)
    {
        var text = new Builder();
        for (var node = root; ;)
        {
            if (text.Enter(node) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            text.Leave(node);
            while (node != root && node.NextSibling is null)
            {
                node = node.Parent!;
                text.Leave(node);
            }

            if (node == root)
            {
                return text.ToString();
            }

            node = node.NextSibling!;
        }
    }

    private static bool IsBlock(INode node) => node is IElement element && !Inline.Contains(element.LocalName, StringComparer.Ordinal);

    private sealed class Builder
    {
        private readonly StringBuilder _text = new();
        private bool _isBlank;
        private bool _isNewBlock;

        public bool Enter(INode node)
        {
            if (node is IText text)
            {
                Add(text.Data);
            }
            else if (node is IElement { LocalName: "br" })
            {
                TrimBlanks();
                _text.Append('\n');
                _isBlank = false;
            }
            else if (node is IElement element && Left.Contains(element.LocalName, StringComparer.Ordinal))
            {
                return false;
            }
            else
            {
                _isNewBlock |= IsBlock(node);
            }

            return true;
        }

        public void Leave(INode node) => _isNewBlock |= IsBlock(node) && node is not IElement { LocalName: "br" };

        public override string ToString() => _text.ToString().Trim();

        private void Add(string data)
        {
            foreach (var sign in data)
            {
                if (sign is ' ' or '\n' or '\r' or '\t' or '\f' or '\u00A0')
                {
                    _isBlank = true;
                    continue;
                }

                if (_isNewBlock && _text.Length > 0)
                {
                    TrimBlanks();
                    _text.Append("\n\n");
                }
                else if (_isBlank && _text.Length > 0 && _text[^1] != '\n')
                {
                    _text.Append(' ');
                }

                _text.Append(sign);
                (_isBlank, _isNewBlock) = (false, false);
            }
        }

        private void TrimBlanks()
        {
            while (_text.Length > 0 && _text[^1] is ' ' or '\n')
            {
                _text.Length--;
            }
        }
    }
}
