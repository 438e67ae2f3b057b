using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Demarche.Store.Relational;

/// <summary>Events with their JSON, the widest column by far: of a few it is looked up by their numbers; it is parsed on all cores meanwhile.</summary>
internal static class EventTexts
{
    /// <summary>How many rows are looked up by one question: DuckDB does so for up to 2048 that a join asks for. Numbers written out in the SQL would be planned one by one, which takes longer than finding them.</summary>
    public const int LookedUpAtOnce = 2000;

    private const int Few = 10_000;            // from here on passes over the column are faster than looking up rows of it
    private const int PassedAtOnce = 12_000;   // so that many events need few passes, and the text of two blocks fits into memory
    private const int ReadAtOnce = 500;        // events weigh several times their text

    /// <summary>The events of a question, in its order.</summary>
    /// <param name="session">Where it is asked; nothing else may be until the last event is read.</param>
    /// <param name="places">The question without JSON, by how many rows it may give.</param>
    /// <param name="many">Reads all rows with their JSON where they are more than a few.</param>
    /// <param name="place">Takes a row without its JSON.</param>
    /// <param name="number">The number of the event there.</param>
    /// <param name="read">Makes of it and its JSON what is wanted, on any thread.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async IAsyncEnumerable<TResult> AllAsync<TPlace, TResult>(
        Session session, Func<long, SqlText> places, Func<IAsyncEnumerable<(TPlace Place, string Json)>> many, Func<DbDataReader, TPlace> place, Func<TPlace, long> number, Func<TPlace, string, TResult> read,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = await session.ListAsync(places(Few + 1), place, cancellation);
        var texts = found.Count <= Few ? LookedUpAsync(session, found, number, cancellation) : many();
        await using var blocks = texts.Chunk(ReadAtOnce).GetAsyncEnumerator(cancellation);
        var next = NextAsync();
        try
        {
            while (await next)
            {
                var block = blocks.Current;
                next = NextAsync();
                foreach (var one in block.AsParallel().AsOrdered().WithCancellation(cancellation).Select(t => read(t.Place, t.Json)).ToArray())
                {
                    yield return one;
                }
            }
        }
        finally
        {
            // Whoever leaves early closes the session, which must not be in use then.
            await Task.WhenAny(next);
        }

        Task<bool> NextAsync() => Task.Run(() => blocks.MoveNextAsync().AsTask(), CancellationToken.None);
    }

    /// <summary>Rows that were found, with their JSON; a number may come more than once.</summary>
    public static async IAsyncEnumerable<(TPlace Place, string Json)> LookedUpAsync<TPlace>(
        Session session, List<TPlace> found, Func<TPlace, long> number, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var block in found.Chunk(found.Count <= Few ? LookedUpAtOnce : PassedAtOnce))
        {
            List<long> numbers = [.. block.Select(number).Distinct()];
            var sql = SqlText.Of($"SELECT number, json FROM events WHERE number IN (SELECT unnest({numbers}))");
            var texts = new Dictionary<long, string>(block.Length);
            await foreach (var (key, json) in session.RowsAsync(sql, r => (r.GetInt64(0), r.GetString(1)), cancellation))
            {
                texts.Add(key, json);
            }

            foreach (var one in block)
            {
                yield return (one, texts[number(one)]);
            }
        }
    }
}
