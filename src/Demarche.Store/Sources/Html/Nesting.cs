using AngleSharp.Dom;

namespace Demarche.Store.Sources.Html;

/// <summary>How deep a page nests, told without recursion: a page of a million open tags must not cost the process its stack.</summary>
internal static class Nesting
{
    private static readonly string[] Closed =
    [
        "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p", "param", "source", "td", "th", "tr", "track", "wbr",
    ];

    /// <summary>The most tags that are open at once, as they are written; those that close themselves are left out.</summary>
    public static int DepthOf(ReadOnlySpan<char> html)
    {
        int open = 0, most = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length;)
        {
            at = AfterUnread(html, at);
            if (at < 0 || at + 1 >= html.Length)
            {
                break;
            }

            var sign = html[at + 1];
            if (sign == '/')
            {
                open -= open > 0 && !ClosesItself(html[(at + 2)..]) ? 1 : 0;
            }
            else if (char.IsAsciiLetter(sign) && !ClosesItself(html[(at + 1)..]))
            {
                most = Math.Max(most, ++open);
            }

            var next = html[(at + 1)..].IndexOf('<');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return most;
    }

    // The end of a comment or script that opens here: what stands inside is no tag.
    private static int AfterUnread(ReadOnlySpan<char> html, int at)
    {
        var rest = html[at..];
        var end = rest.StartsWith("<!--", StringComparison.Ordinal) ? rest.IndexOf("-->", StringComparison.Ordinal)
            : rest.StartsWith("<script", StringComparison.OrdinalIgnoreCase) ? rest.IndexOf("</script", StringComparison.OrdinalIgnoreCase)
            : rest.StartsWith("<style", StringComparison.OrdinalIgnoreCase) ? rest.IndexOf("</style", StringComparison.OrdinalIgnoreCase)
            : 0;
        return end < 0 ? -1 : at + end;
    }

    /// <summary>The depth of a parsed page.</summary>
    public static int DepthOf(INode root)
    {
        int depth = 0, most = 0;
        for (var node = root; ;)
        {
            if (node.FirstChild is { } child)
            {
                (node, most) = (child, Math.Max(most, ++depth));
                continue;
            }

            while (node != root && node.NextSibling is null)
            {
                (node, depth) = (node.Parent!, depth - 1);
            }

            if (node == root)
            {
                return most;
            }

            node = node.NextSibling!;
        }
    }

    private static bool ClosesItself(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && length < 8 && char.IsAsciiLetterOrDigit(tag[length]))
        {
            length++;
        }

        foreach (var name in Closed)
        {
            if (tag[..length].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
