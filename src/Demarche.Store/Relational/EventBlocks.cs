using System.Data.Common;
using System.Runtime.CompilerServices;
using Demarche.Coding.Records;

namespace Demarche.Store.Relational;

/// <summary>The wide columns of many events, read in blocks; the next block is fetched while the JSON of this one is read, a few at a time, on all cores.</summary>
internal static class EventBlocks
{
    private const int SmallBlock = 2000;       // DuckDB looks up to 2048 rows by index, and reads all of the column for more
    private const int LargeBlock = 12_000;     // so that many events need few such readings, and the text of two blocks fits into memory
    private const int MostByIndex = 10_000;
    private const int ReadAtOnce = 500;        // events weigh several times their text

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
        var blocks = numbers.Chunk(numbers.Count > MostByIndex ? LargeBlock : SmallBlock).ToList();
        var next = blocks.Count > 0 ? FetchAsync(blocks[0]) : null;
        try
        {
            for (var i = 0; i < blocks.Count; i++)
            {
                var texts = (await next!).ToDictionary(number);
                next = i + 1 < blocks.Count ? FetchAsync(blocks[i + 1]) : null;
                foreach (var some in blocks[i].Chunk(ReadAtOnce))
                {
                    foreach (var row in some.AsParallel().AsOrdered().WithCancellation(cancellation).Select(n => read(texts[n])).ToArray())
                    {
                        yield return row;
                    }
                }
            }
        }
        finally
        {
            // Whoever leaves early closes the session, which must not be in use then.
            await Task.WhenAny(next ?? Task.FromResult(new List<TText>()));
        }

        Task<List<TText>> FetchAsync(long[] block) => Task.Run(() => session.ListAsync(sql(Within(block)), fetch, cancellation), CancellationToken.None);
    }

    // Events that came one after the other lie beside each other: within bounds all the rest is passed over.
    private static SqlText Within(long[] numbers) =>
        SqlText.Of($"number IN ({SqlText.Numbers(numbers.Distinct())}) AND number BETWEEN {SqlText.Numbers([numbers.Min()])} AND {SqlText.Numbers([numbers.Max()])}");
}
