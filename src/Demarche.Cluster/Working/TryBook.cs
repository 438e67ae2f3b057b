using System.Globalization;
using System.Text.Json;
using NATS.Client.Core;
using NATS.Client.KeyValueStore;

namespace Demarche.Cluster.Working;

/// <summary>How often reports that came back were begun, and how that ended. It is in the queue's server, so that it outlives a worker that a report takes down.</summary>
internal sealed class TryBook(INatsKVStore bucket)
{
    /// <summary>What is known of a report; null where nothing is.</summary>
    public async Task<Tried?> OfAsync(ulong number, CancellationToken cancellation)
    {
        var entry = await bucket.TryGetEntryAsync(Key(number), serializer: NatsRawSerializer<byte[]>.Default, cancellationToken: cancellation);
        return entry is { Success: true, Value.Value: { Length: > 0 } json } ? JsonSerializer.Deserialize<Tried>(json) : null;
    }

    /// <summary>Notes that a report was begun, or how that ended.</summary>
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
