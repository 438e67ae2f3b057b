using Demarche.Coding.Records;

namespace Demarche.Store;

/// <summary>An event as it is kept. Immutable.</summary>
/// <param name="Key">Stable over codings: hash of the report, offset of the trigger, type as coded: "3f9a…@123:CONSULT".</param>
/// <param name="Report">Content hash of its report.</param>
/// <param name="Record">The event, with its corrections applied.</param>
public sealed record StoredEvent(string Key, string Report, EventRecord Record)
{
    /// <summary>What was last said of it, or null where nobody has looked at it.</summary>
    public Verdict? Review { get; init; }

    /// <summary>The cluster of events that are one and the same, or null where it stands alone.</summary>
    public string? Cluster { get; init; }

    /// <summary>Changes whenever the event or what was said of it does: 16 hexadecimal digits, for <see cref="ICorrectionArchive.CorrectAsync"/>.</summary>
    public string Revision => EventRevision.Of(this);

    /// <summary>The key with the hash cut to what people type: "3f9a1c2b4d@123:CONSULT".</summary>
    public string ShortKey => EventKeys.Short(Key);
}

/// <summary>One who takes part, and how often.</summary>
/// <param name="Code">State or international code, or null.</param>
/// <param name="Name">The identity.</param>
/// <param name="AsActor">Events in which it acts.</param>
/// <param name="AsRecipient">Events in which something is done to it.</param>
/// <param name="AsSpeaker">Events of which it says so.</param>
public sealed record ActorCount(string? Code, string Name, long AsActor, long AsRecipient, long AsSpeaker);
