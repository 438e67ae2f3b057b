using System.Collections.Immutable;

namespace Demarche.Store.Sources.Lines;

/// <summary>One row of a table, or why it is none.</summary>
/// <param name="Line">The line that it starts on, from 1.</param>
/// <param name="Cells">Its cells; empty where <paramref name="Fault"/> tells why.</param>
/// <param name="Fault">What is wrong, or null.</param>
internal sealed record QuotedRow(int Line, ImmutableArray<string> Cells, string? Fault = null);

/// <summary>
/// Reads separated rows in which a cell may stand in double quotes, as in RFC 4180: a quote inside is doubled, a line may break inside.
/// A quote that is never closed costs its own line only.
/// </summary>
internal sealed class QuotedRows(BoundedLines lines, char separator, int mostLines)
{
    private readonly Queue<ReadLine> _again = new();

    /// <summary>The rows; blank lines are left out.</summary>
    public IEnumerable<QuotedRow> Read()
    {
        while (Next() is { } line)
        {
            if (line.IsTooLong)
            {
                yield return new QuotedRow(line.Number, [], $"the line has more than {lines.Longest:N0} characters");
            }
            else if (line.Text.Length > 0)
            {
                yield return Row(line);
            }
        }
    }

    private QuotedRow Row(ReadLine line)
    {
        var row = new RowScan(separator);
        row.Append(line.Text);
        var over = new List<ReadLine>();
        var length = line.Text.Length;
        while (row.IsOpen && over.Count < mostLines && length < lines.Longest && Next() is { } more)
        {
            over.Add(more);
            if (more.IsTooLong)
            {
                break;
            }

            length += more.Text.Length;
            row.Append("\n");
            row.Append(more.Text);
        }

        if (!row.IsOpen)
        {
            return new QuotedRow(line.Number, row.Finish());
        }

        // What was read over belongs to the rows that follow.
        var waiting = _again.ToArray();
        _again.Clear();
        over.ForEach(_again.Enqueue);
        Array.ForEach(waiting, _again.Enqueue);
        return new QuotedRow(line.Number, [], "a quote is opened and never closed");
    }

    private ReadLine? Next() =>
        _again.TryDequeue(out var waiting) ? waiting : lines.Read() is { } line ? new ReadLine(line, lines.Number, lines.IsTooLong) : null;

    private sealed record ReadLine(string Text, int Number, bool IsTooLong);

    /// <summary>One row as it is scanned, line by line.</summary>
    private sealed class RowScan(char separator)
    {
        private readonly ImmutableArray<string>.Builder _cells = ImmutableArray.CreateBuilder<string>();
        private readonly System.Text.StringBuilder _cell = new();
        private bool _isStart = true;

        /// <summary>Whether a quote waits for its end.</summary>
        public bool IsOpen { get; private set; }

        // A quote opens a cell only at its start, so that a stray one in a sentence breaks nothing.
        public void Append(string text)
        {
            for (var i = 0; i < text.Length; i++)
            {
                var sign = text[i];
                if (IsOpen)
                {
                    var stop = text.IndexOf('"', i);
                    _cell.Append(text, i, (stop < 0 ? text.Length : stop) - i);
                    i = stop < 0 ? text.Length : stop;
                    if (stop >= 0 && stop + 1 < text.Length && text[stop + 1] == '"')
                    {
                        _cell.Append('"');
                        i++;
                    }
                    else if (stop >= 0)
                    {
                        IsOpen = false;
                    }
                }
                else if (sign == separator)
                {
                    EndCell();
                }
                else if (sign == '"' && _isStart)
                {
                    (IsOpen, _isStart) = (true, false);
                }
                else
                {
                    _cell.Append(sign);
                    _isStart = false;
                }
            }
        }

        public ImmutableArray<string> Finish()
        {
            EndCell();
            return _cells.ToImmutable();
        }

        private void EndCell()
        {
            _cells.Add(_cell.ToString());
            _cell.Clear();
            _isStart = true;
        }
    }
}
