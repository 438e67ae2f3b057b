using System.Globalization;
using System.Text.Json;
using NATS.Client.Core;
using NATS.Client.KeyValueStore;

namespace Demarche.Cluster.Working;

/// <summary>How often reports that came back were begun, and how that ended. It is in the queue's server, so that it outlives a worker that a report takes down.</summary>
internal sealed class TryBook(INatsKVStore bucket)
{
    private static readonly TimeSpan Catching = TimeSpan.FromMilliseconds(50);

    /// <summary>Turns to the next try of a report. What a server of the queue answers may be older than what another has noted: then it is asked again.</summary>
    /// <param name="number">The report.</param>
    /// <param name="next">The next try by the last one; null ends it without a note.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The last one. Where nobody noted it, it is the first: that may have been lost with its worker, whoever's fault it was.</returns>
    public async Task<Tried> TurnAsync(ulong number, Func<Tried, Tried?> next, CancellationToken cancellation)
    {
        while (true)
        {
            var entry = await bucket.TryGetEntryAsync(Key(number), serializer: NatsRawSerializer<byte[]>.Default, cancellationToken: cancellation);
            var known = entry is { Success: true, Value.Value: { Length: > 0 } json } ? JsonSerializer.Deserialize<Tried>(json) : null;
            var last = known ?? new Tried(1, null);
            if (next(last) is not { } noted)
            {
                return last;
            }

            var (key, value) = (Key(number), JsonSerializer.SerializeToUtf8Bytes(noted));
            var written = known is null
                ? await bucket.TryCreateAsync(key, value, NatsRawSerializer<byte[]>.Default, cancellation)
                : await bucket.TryUpdateAsync(key, value, entry.Value.Revision, NatsRawSerializer<byte[]>.Default, cancellation);
            if (written.Success)
            {
                return last;
            }

            if (written.Error is not (NatsKVCreateException or NatsKVWrongLastRevisionException))
            {
                throw written.Error;
            }

            await Task.Delay(Catching, cancellation);
        }
    }

    /// <summary>Notes how a try ended.</summary>
    public async Task NoteAsync(ulong number, Tried tried, CancellationToken cancellation) =>
        await bucket.PutAsync(Key(number), JsonSerializer.SerializeToUtf8Bytes(tried), NatsRawSerializer<byte[]>.Default, cancellation);

    /// <summary>Forgets a report that is done with.</summary>
    public async Task ForgetAsync(ulong number, CancellationToken cancellation) => await bucket.PurgeAsync(Key(number), cancellationToken: cancellation);

    private static string Key(ulong number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Tries of a report.</summary>
/// <param name="Times">How often it was begun.</param>
/// <param name="Why">How the last one ended; null where the worker did not live to say so.</param>
internal sealed record Tried(int Times, Diagnostic? Why);
