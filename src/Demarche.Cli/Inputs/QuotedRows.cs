using System.Text;

namespace Demarche.Cli.Inputs;

/// <summary>Reads tab-separated rows in which a cell may stand in double quotes, as in RFC 4180: a quote inside is doubled, a line may break inside.</summary>
internal static class QuotedRows
{
    /// <summary>The rows with the number of the line that each starts on, from 1; blank lines are left out.</summary>
    public static IEnumerable<(string[] Cells, int Line)> Of(TextReader reader)
    {
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            var start = ++number;
            while (IsOpen(line) && reader.ReadLine() is { } more)
            {
                line += "\n" + more;
                number++;
            }

            if (line.Length > 0)
            {
                yield return (Cells(line), start);
            }
        }
    }

    // A quote opens a cell only at its start, so that a stray one in a sentence breaks nothing.
    private static bool IsOpen(string line)
    {
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && (isQuoted || i == 0 || line[i - 1] == '\t'))
            {
                isQuoted = !isQuoted || (i + 1 < line.Length && line[i + 1] == '"' && ++i > 0);
            }
        }

        return isQuoted;
    }

    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var sign = line[i];
            if (sign == '"' && isQuoted)
            {
                if (i + 1 < line.Length && line[i + 1] == '"')
                {
                    cell.Append(sign);
                    i++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (sign == '"' && cell.Length == 0 && (i == 0 || line[i - 1] == '\t'))
            {
                isQuoted = true;
            }
            else if (sign == '\t' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(sign);
            }
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }
}
