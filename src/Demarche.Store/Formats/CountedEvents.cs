using System.Runtime.CompilerServices;
using Demarche.Coding.Records;

namespace Demarche.Store.Formats;

/// <summary>Events as data sets count them: each act once, by however many reports it is told.</summary>
public static class CountedEvents
{
    /// <summary>Each act once, in the first telling of the order that is asked for, with by how many it is told.</summary>
    public static async IAsyncEnumerable<CountedEvent> ActsAsync(IEventStore store, EventQuery query, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        var counts = new Dictionary<string, ActCount>(StringComparer.Ordinal);
        await foreach (var (cluster, count) in store.ActCountsAsync(query, cancellation))
        {
            counts[cluster] = count;
        }

        await foreach (var one in store.EventsAsync(query with { OnePerCluster = true }, cancellation))
        {
            yield return new CountedEvent(one.Record, one.Cluster is { } cluster ? counts.GetValueOrDefault(cluster, ActCount.One) : ActCount.One);
        }
    }

    /// <summary>Every telling, under the id and the two sides of the telling that stands for its act in <see cref="ActsAsync"/>.</summary>
    public static async IAsyncEnumerable<CountedEvent> TellingsAsync(IEventStore store, EventQuery query, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        var first = new Dictionary<string, EventRecord>(StringComparer.Ordinal);
        await foreach (var one in store.EventsAsync(query, cancellation))
        {
            // In the same order, so that the first of a cluster is the one that stands for it.
            var act = one.Cluster is not { } cluster ? one.Record : first.TryGetValue(cluster, out var known) ? known : first[cluster] = Sides(one.Record);
            yield return new CountedEvent(one.Record with { Id = act.Id, Actors = act.Actors, Recipients = act.Recipients }, ActCount.One);
        }
    }

    // A million acts are held at once: no more of each than is needed.
    private static EventRecord Sides(EventRecord one) => new() { Id = one.Id, Type = one.Type, Actors = one.Actors, Recipients = one.Recipients, Citation = one.Citation };
}

/// <summary>An event with by how many it is told.</summary>
/// <param name="Record">The event.</param>
/// <param name="Told">By how many.</param>
public sealed record CountedEvent(EventRecord Record, ActCount Told);
