using System.Collections.Immutable;
using System.Data.Common;

namespace Demarche.Store;

/// <summary>The rows of a question in SQL, read as they are asked for.</summary>
public sealed class SqlAnswer : IAsyncDisposable
{
    private readonly DbDataReader _reader;
    private readonly Func<ValueTask> _close;

    internal SqlAnswer(DbDataReader reader, Func<ValueTask> close)
    {
        _reader = reader;
        _close = close;
        Columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    /// <summary>Names of the columns.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>The rows; a value is null, a number, a text, a truth value, a day or a time.</summary>
    public async IAsyncEnumerable<ImmutableArray<object?>> RowsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        while (await _reader.ReadAsync(cancellation))
        {
            var row = new object?[Columns.Length];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = _reader.IsDBNull(i) ? null : _reader.GetValue(i);
            }

            yield return [.. row];
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync();
        await _close();
    }
}
