using System.Collections.Immutable;
using Demarche.Coding.Records;

namespace Demarche.Store.Formats;

/// <summary>A format of tab-separated rows, several of which may stand for one event. Immutable and thread-safe.</summary>
internal interface IEventSheet
{
    /// <summary>The columns in order.</summary>
    ImmutableArray<string> Columns { get; }

    /// <summary>Whether the first row names them.</summary>
    bool HasHeader { get; }

    /// <summary>Whether the format can hold the event without saying what is not so.</summary>
    bool Holds(EventRecord one);

    /// <summary>The rows of an event.</summary>
    /// <param name="one">The event.</param>
    /// <param name="told">By how many it is told, for formats that say so.</param>
    IEnumerable<string?[]> Rows(EventRecord one, ActCount told);
}

/// <summary>A format of tab-separated rows that can be read back.</summary>
internal interface IReadableSheet : IEventSheet
{
    /// <summary>The event of a row.</summary>
    /// <param name="row">The cells.</param>
    /// <exception cref="FormatException">The row is no event; its message tells why.</exception>
    EventRecord Read(SheetRow row);
}

/// <summary>One row that is read: cells by column.</summary>
/// <param name="Where">File and line.</param>
/// <param name="File">The file.</param>
/// <param name="Cells">The cells.</param>
/// <param name="Columns">The number of each column.</param>
internal readonly record struct SheetRow(string Where, string File, ImmutableArray<string> Cells, IReadOnlyDictionary<string, int> Columns)
{
    /// <summary>The cell of a column; "" where the row or the file has none.</summary>
    public string this[string column] => Columns.TryGetValue(column, out var at) && at < Cells.Length ? Cells[at] : "";
}
