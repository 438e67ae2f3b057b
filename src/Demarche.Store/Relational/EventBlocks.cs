using System.Data.Common;
using System.Runtime.CompilerServices;
using Demarche.Coding.Records;

namespace Demarche.Store.Relational;

/// <summary>The wide columns of many events, read in blocks; while one block is fetched, the JSON of the one before it is read.</summary>
internal static class EventBlocks
{
    private const int SmallBlock = 2000;       // DuckDB looks up to 2048 rows by index, and reads all of the column for more
    private const int LargeBlock = 10_000;     // so that many events need few such readings, and two blocks fit into memory
    private const int MostByIndex = 10_000;

    /// <summary>The events of numbers, in their order; a number may come more than once.</summary>
    public static IAsyncEnumerable<EventRecord> RecordsAsync(Session session, List<long> numbers, CancellationToken cancellation) => RowsAsync(
        session, numbers, n => SqlText.Of($"SELECT number, json FROM events WHERE {n}"), r => (Number: r.GetInt64(0), Json: r.GetString(1)),
        t => t.Number, t => RecordText.Read(t.Json), cancellation);

    /// <summary>The rows of numbers, in their order; a number may come more than once.</summary>
    /// <param name="session">Where they are asked.</param>
    /// <param name="numbers">Their numbers.</param>
    /// <param name="sql">The question for a block, by the condition on its numbers.</param>
    /// <param name="fetch">Takes a row as it is.</param>
    /// <param name="number">Its number.</param>
    /// <param name="read">Makes of it what is wanted, on any thread.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async IAsyncEnumerable<TRow> RowsAsync<TText, TRow>(
        Session session, List<long> numbers, Func<SqlText, SqlText> sql, Func<DbDataReader, TText> fetch, Func<TText, long> number, Func<TText, TRow> read,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        (long[] Numbers, Task<Dictionary<long, TRow>> Rows)? before = null;
        foreach (var block in numbers.Chunk(numbers.Count > MostByIndex ? LargeBlock : SmallBlock))
        {
            var texts = await session.ListAsync(sql(Within(block)), fetch, cancellation);
            var rows = Task.Run(() => texts.ToDictionary(number, read), cancellation);
            if (before is { } done)
            {
                var known = await done.Rows;
                foreach (var one in done.Numbers)
                {
                    yield return known[one];
                }
            }

            before = (block, rows);
        }

        if (before is { } last)
        {
            var known = await last.Rows;
            foreach (var one in last.Numbers)
            {
                yield return known[one];
            }
        }
    }

    // Events that came one after the other lie beside each other: within bounds all the rest is passed over.
    private static SqlText Within(long[] numbers) =>
        SqlText.Of($"number IN ({SqlText.Numbers(numbers.Distinct())}) AND number BETWEEN {SqlText.Numbers([numbers.Min()])} AND {SqlText.Numbers([numbers.Max()])}");
}
