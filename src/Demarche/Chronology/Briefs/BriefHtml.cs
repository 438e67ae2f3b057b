using System.Net;

namespace Demarche.Chronology.Briefs;

/// <summary>Writes a dossier as one HTML page that needs nothing else. Every word that comes from reports is escaped.</summary>
public static class BriefHtml
{
    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}li{margin:.6rem 0}time{font-weight:600}"
        + ".c1,.c2{color:#075}.c3{color:#850}.c4{color:#a11}.s{font-style:italic}blockquote{margin:.2rem 0;color:#444}.d{font-size:.9em;color:#555}";

    /// <summary>Writes the whole page.</summary>
    public static void Write(Brief brief, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(output);
        var title = Escaped(brief.Title);
        output.Write($"<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>{title}</title><style>{Style}</style></head>\n<body>\n<h1>{title}</h1>\n");
        output.Write(brief.Lines.IsEmpty ? "<p>No event is known.</p>\n" : "<ul>\n");
        foreach (var line in brief.Lines)
        {
            Write(line, output);
        }

        if (!brief.Lines.IsEmpty)
        {
            output.Write("</ul>\n<h2>Sources</h2>\n<ol>\n");
            foreach (var source in brief.Sources)
            {
                var words = Escaped(source.Words);
                output.Write($"<li id=\"source-{source.Number}\">{(source.Link is { } link ? $"<a href=\"{Escaped(link)}\" rel=\"noreferrer\">{words}</a>" : words)}</li>\n");
            }

            output.Write("</ol>\n");
        }

        output.Write("</body>\n</html>\n");
    }

    private static void Write(BriefLine line, TextWriter output)
    {
        var one = line.Event;
        var place = one.Place is { } there ? ", " + Escaped(there.Name) : "";
        var day = one.Date is { } first ? $"<time datetime=\"{IsoDay.Text(first)}\">{Escaped(ClusterWords.Days(one))}</time>" : "no day";
        output.Write($"<li>{day} {Escaped(ClusterWords.Who(one))}: <span class=\"c{one.Act.Quad}\">{Escaped(ClusterWords.What(one.Act))}</span>{place}. ");
        output.Write($"<span class=\"s\">{Escaped(line.Status)}</span>{(line.Says.Length > 0 ? ", " + Escaped(line.Says) : "")}.");
        output.Write($"<blockquote>{Escaped(ClusterWords.Quote(one))} {string.Concat(line.Sources.Select(n => $"<a href=\"#source-{n}\">[{n}]</a>"))}</blockquote>");
        foreach (var note in line.Differences.Select(d => "sources differ, " + d).Concat(line.Reasons.IsEmpty ? [] : [string.Join("; ", line.Reasons)]))
        {
            output.Write($"<div class=\"d\">{Escaped(note)}</div>");
        }

        output.Write("</li>\n");
    }

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
