using System.Runtime.ExceptionServices;
using DuckDB.NET.Data;

namespace Demarche.Store.Formats;

/// <summary>Lines as the table <c>lines()</c> that DuckDB reads row by row, so that they never lie in memory together.</summary>
internal sealed class ParquetRows(IEnumerable<string> lines)
{
    private const int BlockSize = 500;
    private ExceptionDispatchInfo? _fault;

    /// <summary>How many lines were read.</summary>
    public long Count { get; private set; }

    /// <summary>Makes them known to a database.</summary>
    public void Register(DuckDBConnection database)
    {
#pragma warning disable DuckDBNET001 // Still called experimental by the library, whose version is pinned.
        database.RegisterTableFunction(
            "lines", () => new TableFunction([new ColumnInfo("record", typeof(string))], Ahead()), (line, columns, row) => columns[0].WriteValue((string?)line, row));
#pragma warning restore DuckDBNET001
    }

    /// <summary>Throws what reading the lines threw: DuckDB tells of it in its own words only.</summary>
    public void ThrowIfFaulted() => _fault?.Throw();

    // A block is read ahead while the one before it is written.
    private IEnumerable<string> Ahead()
    {
        using var blocks = lines.Chunk(BlockSize).GetEnumerator();
        var next = NextAsync();
        try
        {
            while (Came(next))
            {
                var block = blocks.Current;
                next = NextAsync();
                foreach (var line in block)
                {
                    Count++;
                    yield return line;
                }
            }
        }
        finally
        {
            // Whoever leaves early closes what is read, which must not be in use then.
            Task.WaitAny(next);
        }

        Task<bool> NextAsync() => Task.Run(blocks.MoveNext);
    }

    private bool Came(Task<bool> block)
    {
        try
        {
            return block.GetAwaiter().GetResult();
        }
        catch (Exception fault)
        {
            _fault = ExceptionDispatchInfo.Capture(fault);
            throw;
        }
    }
}
