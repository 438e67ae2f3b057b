using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Demarche;

/// <summary>A table of the codebook: tab-separated, with a header line; lines that start with "#" are comments. Cells are cut only when asked for.</summary>
internal sealed class CodebookTable
{
    private readonly CodebookFile _file;
    private readonly string[] _columns;
    private readonly int _body;
    private readonly int _bodyLine;

    private CodebookTable(CodebookFile file, string[] columns, int body, int bodyLine)
    {
        _file = file;
        _columns = columns;
        _body = body;
        _bodyLine = bodyLine;
    }

    /// <summary>Opens a table; a missing column is a complaint and no table.</summary>
    /// <param name="file">The file.</param>
    /// <param name="required">Columns that it must have.</param>
    /// <param name="complaints">Where to put complaints.</param>
    public static CodebookTable? Open(CodebookFile file, IEnumerable<string> required, ICollection<Diagnostic> complaints)
    {
        var at = 0;
        for (var line = 1; at < file.Text.Length; line++)
        {
            var end = LineEnd(file.Text, at);
            var text = file.Text.AsSpan(at, end - at).TrimEnd('\r');
            at = end + 1;
            if (text.IsEmpty || text[0] == '#')
            {
                continue;
            }

            var table = new CodebookTable(file, text.ToString().Split('\t'), Math.Min(at, file.Text.Length), line + 1);
            foreach (var column in required)
            {
                if (table.Column(column) < 0)
                {
                    complaints.Add(Diagnostics.BadCodebook($"{file.Name}:{line}", $"has no column '{column}'", "Add it to the header line."));
                    return null;
                }
            }

            return table;
        }

        complaints.Add(Diagnostics.BadCodebook(file.Name, "has no header line", "Name the columns on the first line, with tabs between."));
        return null;
    }

    /// <summary>Place of a column, or -1.</summary>
    public int Column(string name) => Array.IndexOf(_columns, name);

    /// <summary>The rows in file order.</summary>
    public IEnumerable<CodebookRow> Rows
    {
        get
        {
            var text = _file.Text;
            var line = _bodyLine;
            for (var at = _body; at < text.Length; line++)
            {
                var row = RowAt(line, at);
                at = LineEnd(text, row.End) + 1;
                if (row.End > row.Start && text[row.Start] != '#')
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>No fewer than the values in a column of single ones and one of lists.</summary>
    public int MostValues => _file.Text.AsSpan(_body).Count('\n') + _file.Text.AsSpan(_body).Count(';') + 1;

    /// <summary>The row on a line.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="start">Where it starts in the file.</param>
    public CodebookRow RowAt(int line, int start)
    {
        var end = LineEnd(_file.Text, start);
        while (end > start && _file.Text[end - 1] == '\r')
        {
            end--;
        }

        return new CodebookRow(_file, line, start, end);
    }

    private static int LineEnd(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end;
    }
}

/// <summary>One row of a table.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Start">Where the row starts in the file's text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct CodebookRow(CodebookFile File, int Line, int Start, int End)
{
    /// <summary>"codebook/actors/countries.tsv:12".</summary>
    public string Where => At.ToString();

    /// <summary>The same, for those who keep it: hardly a row is ever asked where it stands.</summary>
    public CodebookLine At => new(File.Name, Line);

    /// <summary>The cell of a column; empty where the row or the table has none.</summary>
    public ReadOnlySpan<char> Cell(int column)
    {
        var rest = File.Text.AsSpan(Start, End - Start);
        for (; column > 0; column--)
        {
            var tab = rest.IndexOf('\t');
            if (tab < 0)
            {
                return default;
            }

            rest = rest[(tab + 1)..];
        }

        var stop = rest.IndexOf('\t');
        return column < 0 ? default : (stop < 0 ? rest : rest[..stop]).Trim();
    }

    /// <summary>The cell as text, or null where it is empty.</summary>
    public string? Text(int column) => Cell(column) is { IsEmpty: false } cell ? cell.ToString() : null;

    /// <summary>The values of a cell that are parted by semicolons.</summary>
    public ImmutableArray<string> Values(int column)
    {
        var cell = Cell(column);
        return cell.IsEmpty ? []
            : cell.Contains(';') ? ImmutableCollectionsMarshal.AsImmutableArray(cell.ToString().Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : [cell.ToString()];
    }
}

/// <summary>A line of a codebook file.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">The line, from 1.</param>
internal readonly record struct CodebookLine(string File, int Line)
{
    /// <summary>"codebook/actors/countries.tsv:12".</summary>
    public override string ToString() => $"{File}:{Line}";
}
