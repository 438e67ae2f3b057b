using System.Text;

namespace Demarche.Chronology.Briefs;

/// <summary>Writes a dossier as Markdown. What comes from reports is escaped, so that it is text and never markup.</summary>
public static class BriefMarkdown
{
    private const string Special = "\\`*_[]<>#|~!";

    /// <summary>Writes the whole dossier.</summary>
    public static void Write(Brief brief, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(output);
        output.Write($"# {Escaped(brief.Title)}\n\n");
        if (brief.Lines.IsEmpty)
        {
            output.Write("No event is known.\n");
            return;
        }

        foreach (var line in brief.Lines)
        {
            var one = line.Event;
            output.Write($"- **{ClusterWords.Days(one)}** {Escaped(ClusterWords.Who(one))}: {Escaped(ClusterWords.What(one.Act))}{(one.Place is { } place ? ", " + Escaped(place.Name) : "")}. ");
            output.Write($"*{Escaped(line.Status)}*{(line.Says.Length > 0 ? ", " + Escaped(line.Says) : "")}. “{Escaped(ClusterWords.Quote(one))}” {string.Concat(line.Sources.Select(n => $"[{n}]"))}\n");
            foreach (var difference in line.Differences)
            {
                output.Write($"  - sources differ, {Escaped(difference)}\n");
            }

            if (!line.Reasons.IsEmpty)
            {
                output.Write($"  - {Escaped(string.Join("; ", line.Reasons))}\n");
            }
        }

        output.Write("\n## Sources\n\n");
        foreach (var source in brief.Sources)
        {
            output.Write($"{source.Number}. {Escaped(source.Words)}{(source.Link is { } link ? $" <{link}>" : "")}\n");
        }
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Special.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(char.IsControl(c) ? ' ' : c);
        }

        return escaped.ToString();
    }
}
