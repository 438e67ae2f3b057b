namespace Demarche.Store;

/// <summary>What merging found, asked back act by act.</summary>
/// <remarks>
/// A cluster's member is an event, by its key, or what an act of speech is about, by the key with <see cref="ContentMark"/> behind it: a denial is an event of
/// its own, and stands beside what it denies.
/// </remarks>
public interface IMergeArchive
{
    /// <summary>Behind the key of an event for what it is about.</summary>
    const string ContentMark = "/content";

    /// <summary>Replaces what is known of reprints and near-copies, in one transaction.</summary>
    Task ReplaceCopiesAsync(IReadOnlyCollection<ReportCopy> copies, CancellationToken cancellation = default);

    /// <summary>Every report that is a copy, with its original.</summary>
    IAsyncEnumerable<ReportCopy> CopiesAsync(CancellationToken cancellation = default);

    /// <summary>The members of the cluster that an event is in, the event among them; none where it is in no cluster.</summary>
    /// <param name="key">The event's whole key, with <see cref="ContentMark"/> behind it for what it is about.</param>
    /// <param name="cancellation">Gives up.</param>
    IAsyncEnumerable<ClusterMember> ClusterOfAsync(string key, CancellationToken cancellation = default);

    /// <summary>By how many each cluster of the events that are asked for is told; those that one event tells of are left out.</summary>
    IAsyncEnumerable<KeyValuePair<string, ActCount>> ActCountsAsync(EventQuery query, CancellationToken cancellation = default);

    /// <summary>Every act of each cluster that has an event that is asked for, cluster by cluster, then the events that are asked for and not merged yet.</summary>
    /// <param name="query">What is asked for; order, limit and cursor are not heeded. Rejected events are left out whatever it says.</param>
    /// <param name="cancellation">Gives up.</param>
    IAsyncEnumerable<ClusteredAct> ActsAsync(EventQuery query, CancellationToken cancellation = default);
}

/// <summary>A report that is a reprint or near-copy.</summary>
/// <param name="Report">Content hash of its report.</param>
/// <param name="Original">Content hash of the report that it was taken from.</param>
public sealed record ReportCopy(string Report, string Original);

/// <summary>An act with its event.</summary>
/// <param name="Act">The event's key, with <see cref="IMergeArchive.ContentMark"/> behind it for what the event is about.</param>
/// <param name="Event">The event; its cluster is the act's.</param>
public sealed record ClusteredAct(string Act, StoredEvent Event);
