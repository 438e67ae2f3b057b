using System.Collections.Immutable;
using Demarche.Coding.Records;

namespace Demarche.Store;

/// <summary>What became of an event. Immutable.</summary>
/// <param name="Event">The event as it is.</param>
/// <param name="AsCoded">The event as its present coding had it, before anyone changed it.</param>
/// <param name="Corrections">What was said of it, in order; of several the last verdict holds, and edits add up.</param>
/// <param name="Earlier">What older codings had under the same key, the latest first.</param>
public sealed record EventHistory(StoredEvent Event, EventRecord AsCoded, ImmutableArray<Correction> Corrections, ImmutableArray<EarlierEvent> Earlier);

/// <summary>An event as an older coding had it.</summary>
/// <param name="Coding">That coding.</param>
/// <param name="Record">The event.</param>
public sealed record EarlierEvent(StoredCoding Coding, EventRecord Record);
