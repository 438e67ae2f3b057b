using System.Globalization;

namespace Demarche.Reports.Repairs;

/// <summary>Puts typographic signs into the plain form that the language model knows, and takes out characters that show nothing.</summary>
internal static class TypographyRepair
{
    public static List<Edit> Find(string text)
    {
        var edits = new List<Edit>();
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is >= ' ' and < '\u007F' and not ('`' or '\'') or '\n' or '\r' or '\t')
            {
                continue;
            }

            var length = c is '`' or '\'' && at + 1 < text.Length && text[at + 1] == c ? 2 : 1;
            if (length == 2)
            {
                edits.Add(new Edit(new Span(at, at + 2), "\"", RepairKind.Typography));
                at++;
            }
            else if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (ShowsNothing(c))
            {
                edits.Add(new Edit(new Span(at, at + 1), "", RepairKind.Control));
            }
            else if (Plain(c) is { } plain)
            {
                edits.Add(new Edit(new Span(at, at + 1), plain, RepairKind.Typography));
            }
        }

        return edits;
    }

    private static bool ShowsNothing(char c) => c switch
    {
        '\f' or '\v' or '\u0085' or '\u2028' or '\u2029' => false,
        '\u00AD' => true,   // a soft hyphen
        _ => char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format,
    };

    private static string? Plain(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u02BC' or '`' or '\u00B4' or '\u2039' or '\u203A' => "'",
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => "\"",
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' => "-",
        '\u2014' or '\u2015' => "--",
        '\u2026' => "...",
        '\f' or '\v' or '\u0085' or '\u2028' or '\u2029' => "\n",
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        _ => char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator && c != ' ' ? " " : null,
    };
}
