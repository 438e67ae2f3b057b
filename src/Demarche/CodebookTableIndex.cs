using System.Numerics;

namespace Demarche;

/// <summary>From a value to the rows of a table that have it in one column, or among the values of a list in another. Immutable and thread-safe.</summary>
/// <remarks>Keeps no text of its own: a row is found by the hash of a value, then read.</remarks>
internal sealed class CodebookTableIndex
{
    private readonly CodebookTable _table;
    private readonly int _column;
    private readonly int _list;
    private readonly Entry[] _entries;
    private readonly int[] _firsts;   // by the last bits of a hash, one above the entry, so that zero is none

    /// <summary>Reads a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">Name of the column of single values.</param>
    /// <param name="list">Name of the column of values parted by semicolons; the table may have none.</param>
    public CodebookTableIndex(CodebookTable table, string column, string list)
    {
        (_table, _column, _list) = (table, table.Column(column), table.Column(list));
        var read = new List<Entry>(table.MostValues);
        foreach (var row in table.Rows)
        {
            Add(row.Cell(_column), row, read);
            var values = row.Cell(_list);
            foreach (var value in values.Split(';'))
            {
                Add(values[value].Trim(), row, read);
            }
        }

        _entries = [.. read];
        _firsts = new int[BitOperations.RoundUpToPowerOf2((uint)_entries.Length + 1)];
        for (var at = _entries.Length - 1; at >= 0; at--)   // so that chains run in the order of the file
        {
            ref var first = ref _firsts[_entries[at].Hash & (_firsts.Length - 1)];
            (_entries[at].Next, first) = (first, at + 1);
        }
    }

    /// <summary>The rows with a value, in the order of the file.</summary>
    public IEnumerable<CodebookRow> With(string value)
    {
        var last = -1;
        var hash = string.GetHashCode(value, StringComparison.Ordinal);
        for (var at = _firsts[hash & (_firsts.Length - 1)] - 1; at >= 0; at = _entries[at].Next - 1)
        {
            if (_entries[at].Hash != hash || _entries[at].Line == last)
            {
                continue;
            }

            var row = _table.RowAt(_entries[at].Line, _entries[at].Start);
            if (row.Cell(_column).SequenceEqual(value) || row.Values(_list).Contains(value, StringComparer.Ordinal))
            {
                last = row.Line;
                yield return row;
            }
        }
    }

    private static void Add(ReadOnlySpan<char> value, CodebookRow row, List<Entry> to)
    {
        if (!value.IsEmpty)
        {
            to.Add(new Entry { Hash = string.GetHashCode(value, StringComparison.Ordinal), Line = row.Line, Start = row.Start });
        }
    }

    private struct Entry
    {
        public int Hash;
        public int Line;
        public int Start;
        public int Next;
    }
}
