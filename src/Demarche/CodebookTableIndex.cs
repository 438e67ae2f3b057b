namespace Demarche;

/// <summary>From a value to the rows of a table that have it in one column, or among the values of a list in another. Immutable and thread-safe.</summary>
/// <remarks>Keeps no text of its own: a row is found by the hash of a value, then read.</remarks>
internal sealed class CodebookTableIndex
{
    private readonly int _column;
    private readonly int _list;
    private readonly Dictionary<int, int> _firsts = [];
    private readonly List<(CodebookRow Row, int Next)> _entries = [];

    /// <summary>Reads a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">Name of the column of single values.</param>
    /// <param name="list">Name of the column of values parted by semicolons; the table may have none.</param>
    public CodebookTableIndex(CodebookTable table, string column, string list)
    {
        (_column, _list) = (table.Column(column), table.Column(list));
        foreach (var row in table.Rows.Reverse())   // so that chains run in the order of the file
        {
            Add(row.Cell(_column), row);
            var values = row.Cell(_list);
            foreach (var value in values.Split(';'))
            {
                Add(values[value].Trim(), row);
            }
        }
    }

    /// <summary>The rows with a value, in the order of the file.</summary>
    public IEnumerable<CodebookRow> With(string value)
    {
        var last = -1;
        for (var at = _firsts.GetValueOrDefault(string.GetHashCode(value, StringComparison.Ordinal), -1); at >= 0; at = _entries[at].Next)
        {
            var row = _entries[at].Row;
            if (row.Line != last && (row.Cell(_column).SequenceEqual(value) || row.Values(_list).Contains(value, StringComparer.Ordinal)))
            {
                last = row.Line;
                yield return row;
            }
        }
    }

    private void Add(ReadOnlySpan<char> value, CodebookRow row)
    {
        if (!value.IsEmpty)
        {
            var hash = string.GetHashCode(value, StringComparison.Ordinal);
            _entries.Add((row, _firsts.GetValueOrDefault(hash, -1)));
            _firsts[hash] = _entries.Count - 1;
        }
    }
}
