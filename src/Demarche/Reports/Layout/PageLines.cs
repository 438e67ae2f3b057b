using System.Buffers;

namespace Demarche.Reports.Layout;

/// <summary>Tells the lines that a web page sets among and behind those of a report: "ALSO READ: Envoys meet", "Go to video", "01:14", names of other stories.</summary>
/// <param name="words">Labels and lines of pages.</param>
internal sealed class PageLines(ReportWords words)
{
    private const int MostCharactersOfName = 160;
    private const string LabelMarks = ":|-–—";

    private static readonly SearchValues<char> s_clock = SearchValues.Create("0123456789:");

    /// <summary>Whether a line belongs to the page wherever it stands.</summary>
    public bool Holds(ReadOnlySpan<char> line) =>
        words.PageLines.GetAlternateLookup<ReadOnlySpan<char>>().Contains(line.TrimEnd(": ")) || PointsElsewhere(line) || IsRunningTime(line) || line.IndexOfAnyExcept("| ") < 0;

    /// <summary>Whether a line may be the name of another story: no sentence's end, nor longer than a title.</summary>
    public static bool IsName(ReadOnlySpan<char> line) =>
        line.Length <= MostCharactersOfName && !(line[^1] is '.' or '!' or '?' or ':' or ',' or ';' or '"' || (line[^1] == ')' && line.Contains('.')));

    private bool PointsElsewhere(ReadOnlySpan<char> line)
    {
        foreach (var label in words.LinkLabels)
        {
            if (line.StartsWith(label, StringComparison.OrdinalIgnoreCase) && line[label.Length..].TrimStart() is [var mark, _, ..] && LabelMarks.Contains(mark))
            {
                return true;
            }
        }

        return false;
    }

    // "01:14", under a film.
    private static bool IsRunningTime(ReadOnlySpan<char> line) => line.Length is >= 4 and <= 8 && line.Contains(':') && line.IndexOfAnyExcept(s_clock) < 0;
}
