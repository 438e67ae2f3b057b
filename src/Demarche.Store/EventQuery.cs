using System.Collections.Immutable;
using NodaTime;

namespace Demarche.Store;

/// <summary>What is asked of the events. A field that is empty or null asks nothing; all others must be met. Immutable.</summary>
/// <remarks>
/// Who is asked for by a code ("PRK") or by a name ("Kim Jong Un"), whatever its letter case. Words of codes and statuses are as in the records.
/// </remarks>
public sealed record EventQuery
{
    /// <summary>A dyad: two who deal with each other, either one being the actor, or both together where there is no recipient.</summary>
    public Dyad? Between { get; init; }

    /// <summary>One who acts.</summary>
    public string? Actor { get; init; }

    /// <summary>One to whom it is done.</summary>
    public string? Recipient { get; init; }

    /// <summary>Events that end on this day or later.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Events that begin on this day or earlier.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Types of event, any of them.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>Modes, any of them.</summary>
    public ImmutableArray<string> Modes { get; init; } = [];

    /// <summary>Statuses, any of them.</summary>
    public ImmutableArray<string> Statuses { get; init; } = [];

    /// <summary>One who says so: a speaker's code or name, or the outlet that carried it.</summary>
    public string? SaidBy { get; init; }

    /// <summary>Words that the event's sentence holds, all of them, in any form.</summary>
    public string? Text { get; init; }

    /// <summary>The report: its content hash, or the start of it, or its name.</summary>
    public string? Report { get; init; }

    /// <summary>The least confidence, 0 to 1.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>The greatest confidence, 0 to 1.</summary>
    public double? MaxConfidence { get; init; }

    /// <summary>Where it took place: a place's name or a state's code.</summary>
    public string? Place { get; init; }

    /// <summary>Rules that coded it, any of them, by their ids.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>What coded it, by the start of its name and version, whatever the letter case: "demarche", "POLECAT"; this tells imported events from ours.</summary>
    public string? Coder { get; init; }

    /// <summary>The version of the codebook that it was coded by, or the start of it.</summary>
    public string? Codebook { get; init; }

    /// <summary>Clusters, any of them, by their names.</summary>
    public ImmutableArray<string> Clusters { get; init; } = [];

    /// <summary>Of several events of one cluster that are asked for, only the first in the order: each act once.</summary>
    public bool OnePerCluster { get; init; }

    /// <summary>Whether events that were rejected are given too.</summary>
    public bool WithRejected { get; init; }

    /// <summary>Only events that no one has accepted, rejected or edited.</summary>
    public bool OnlyUnreviewed { get; init; }

    /// <summary>Only events that somebody has accepted, rejected or edited; the rejected ones only <see cref="WithRejected"/>.</summary>
    public bool OnlyReviewed { get; init; }

    /// <summary>The order.</summary>
    public EventOrder Order { get; init; }

    /// <summary>The <see cref="EventPage.Next"/> of an earlier page, or null for the first. It holds for the same question and order only.</summary>
    public string? After { get; init; }

    /// <summary>The most events to give, or null for all; a page holds 100 where this is null.</summary>
    public int? Limit { get; init; }
}

/// <summary>Two who deal with each other, by code or name.</summary>
/// <param name="One">The first.</param>
/// <param name="Other">The second.</param>
public sealed record Dyad(string One, string Other);

/// <summary>Orders of events; those that are alike in it stand as they came.</summary>
public enum EventOrder
{
    /// <summary>By first day, the oldest first; those without a day last.</summary>
    Date,

    /// <summary>By first day, the newest first; those without a day last.</summary>
    DateDescending,

    /// <summary>The least confident first.</summary>
    Confidence,

    /// <summary>As they came: report by report, in reading order.</summary>
    Reading,
}

/// <summary>Some of the events that were asked for.</summary>
/// <param name="Events">The events.</param>
/// <param name="Next">What to ask for next as <see cref="EventQuery.After"/>, or null where these are the last.</param>
public sealed record EventPage(ImmutableArray<StoredEvent> Events, string? Next);

/// <summary>What is asked of those who take part. A field that is null asks nothing.</summary>
public sealed record ActorQuery
{
    /// <summary>A code.</summary>
    public string? Code { get; init; }

    /// <summary>A part of the name, whatever its letter case.</summary>
    public string? Name { get; init; }

    /// <summary>The most to give, or null for all.</summary>
    public int? Limit { get; init; }
}
