using System.Collections.Immutable;

namespace Demarche.Cluster.Queue;

/// <summary>How a queue stands. Immutable.</summary>
/// <param name="Waiting">Reports that no worker has.</param>
/// <param name="Held">Reports that are with a worker.</param>
/// <param name="Repeated">Of these, those that came more than once.</param>
/// <param name="Parked">Reports that were given up.</param>
/// <param name="Pulls">Workers that wait for reports.</param>
/// <param name="Bytes">Bytes of all that is queued.</param>
/// <param name="Replicas">Servers that each report is on.</param>
/// <param name="Servers">The servers of the queue, the leader first.</param>
public sealed record QueueStatus(long Waiting, long Held, long Repeated, long Parked, long Pulls, long Bytes, int Replicas, ImmutableArray<QueueServer> Servers);

/// <summary>A server that the queue is on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">"leader", "current", "behind" or "offline".</param>
public sealed record QueueServer(string Name, string State);
