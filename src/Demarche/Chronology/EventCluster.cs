using System.Collections.Immutable;
using Demarche.Coding.Records;
using NodaTime;

namespace Demarche.Chronology;

/// <summary>One act with all that is told of it, by however many reports. Immutable.</summary>
/// <remarks>What the head fields say is what most originals say; what others say differently stands in <see cref="Disagreements"/>, and nothing is lost.</remarks>
public sealed record EventCluster
{
    /// <summary>The id of the act that opened it.</summary>
    public required string Id { get; init; }

    /// <summary>First day, or null where nothing tells.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>Last day, included.</summary>
    public LocalDate? EndDate { get; init; }

    /// <summary>The act as the member that knows most of it tells it.</summary>
    public required ActRecord Act { get; init; }

    /// <summary>Who did it, as that member names them, or as another does where it does not.</summary>
    public ImmutableArray<ParticipantRecord> Actors { get; init; } = [];

    /// <summary>To whom.</summary>
    public ImmutableArray<ParticipantRecord> Recipients { get; init; } = [];

    /// <summary>Where it took place, or null.</summary>
    public PlaceRecord? Place { get; init; }

    /// <summary>happened where any original says so and not more deny it; else what most say.</summary>
    public required string Status { get; init; }

    /// <summary>Each status with who says so, the most frequent first.</summary>
    public ImmutableArray<ToldValue> Statuses { get; init; } = [];

    /// <summary>Where its reports differ.</summary>
    public ImmutableArray<Disagreement> Disagreements { get; init; } = [];

    /// <summary>Every telling of it, by day of report.</summary>
    public required ImmutableArray<ClusterEvidence> Evidence { get; init; }

    /// <summary>How many originals tell of it: reprints and near-copies count once.</summary>
    public int Sources => Evidence.Select(e => e.Original).Distinct(StringComparer.Ordinal).Count();
}

/// <summary>One telling of an act.</summary>
/// <param name="Told">The act and the event that tells of it.</param>
/// <param name="Original">The report that its report is a copy of, or its own.</param>
public sealed record ClusterEvidence(ToldAct Told, string Original)
{
    /// <summary>Whether its report is a reprint or near-copy.</summary>
    public bool IsCopy => Original != Told.Event.Citation.Report;

    /// <summary>Who says so: the nearest speaker, or null where the report speaks for itself.</summary>
    public string? Speaker => Told.Event.Attribution.FirstOrDefault() is { } said ? said.Name ?? said.Text : null;

    /// <summary>Its outlet, or the report's name where none is known.</summary>
    public string Outlet => Told.Event.Citation.Publication ?? Told.Event.Citation.Report;
}

/// <summary>What the reports of one act differ in.</summary>
/// <param name="Aspect">date, status, place, or what was counted ("people").</param>
/// <param name="Values">Each value with who gives it, the most frequent first; two or more.</param>
public sealed record Disagreement(string Aspect, ImmutableArray<ToldValue> Values);

/// <summary>A value and who gives it.</summary>
/// <param name="Value">The value in words.</param>
/// <param name="Sources">Speakers with their outlets, or outlets alone; each once.</param>
public sealed record ToldValue(string Value, ImmutableArray<string> Sources)
{
    /// <summary>"300: Reuters; 350: Times of India".</summary>
    public override string ToString() => $"{Value}: {string.Join(", ", Sources)}";
}
