using NodaTime;

namespace Demarche.Store;

/// <summary>What somebody said of an event; kept, and applied whenever its report is coded anew. Immutable.</summary>
/// <param name="Event">Key of the event, see <see cref="StoredEvent.Key"/>.</param>
/// <param name="Verdict">What was said.</param>
/// <param name="Who">Who said it.</param>
/// <param name="When">When.</param>
public sealed record Correction(string Event, Verdict Verdict, string Who, Instant When)
{
    /// <summary>For an edit, the fields that change, as a JSON object of record fields: <c>{"status": "planned", "mode": ["meet"]}</c>; else null.</summary>
    public string? Changes { get; init; }

    /// <summary>Why, in words, or null.</summary>
    public string? Note { get; init; }
}

/// <summary>What can be said of an event.</summary>
public enum Verdict
{
    /// <summary>It is right.</summary>
    Accepted,

    /// <summary>It is wrong and is left out.</summary>
    Rejected,

    /// <summary>It is right once some fields are changed.</summary>
    Edited,
}

/// <summary>An event in a cluster of events that are one and the same.</summary>
/// <param name="Event">Key of the event.</param>
/// <param name="Cluster">Name of the cluster: the key of its first event.</param>
/// <param name="Reason">Why it belongs there, in words.</param>
/// <param name="Score">How well it fits, 0 to 1.</param>
public sealed record ClusterMember(string Event, string Cluster, string Reason, double Score);

/// <summary>That two events are one and the same, whatever a merger thinks; kept as data. Of this and a <see cref="Separation"/> of the same two the later holds.</summary>
/// <param name="Event">Key of the one event.</param>
/// <param name="With">Key of the other.</param>
/// <param name="Who">Who said so.</param>
/// <param name="When">When.</param>
public sealed record Joining(string Event, string With, string Who, Instant When);

/// <summary>That two events are not one and the same, whatever a merger thinks; kept as data.</summary>
/// <param name="Event">Key of the event that is taken out.</param>
/// <param name="From">The cluster, that is the key of an event that it is not the same as.</param>
/// <param name="Who">Who said so.</param>
/// <param name="When">When.</param>
public sealed record Separation(string Event, string From, string Who, Instant When);
