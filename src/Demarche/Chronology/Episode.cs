using System.Collections.Immutable;
using NodaTime;

namespace Demarche.Chronology;

/// <summary>A track of related events: "the summits of USA and PRK". Immutable.</summary>
/// <param name="Id">Track and first event.</param>
/// <param name="Track">What runs through it: "summits".</param>
/// <param name="Between">Codes of those who take part throughout, in alphabetical order.</param>
/// <param name="Links">Its events in time, each with why it belongs; two or more.</param>
public sealed record Episode(string Id, string Track, ImmutableArray<string> Between, ImmutableArray<EpisodeLink> Links)
{
    /// <summary>First day of its first event.</summary>
    public LocalDate From => Links[0].Event.Date!.Value;

    /// <summary>Last day of its last event.</summary>
    public LocalDate To => Links.Max(l => l.Event.EndDate ?? l.Event.Date!.Value);

    /// <summary>"PRK–USA: summits, 2018–2019".</summary>
    public string Title => $"{string.Join('–', Between)}: {Track}, {From.Year}{(To.Year == From.Year ? "" : "–" + To.Year)}";
}

/// <summary>One event of an episode.</summary>
/// <param name="Event">The event.</param>
/// <param name="Reasons">Why it belongs to the episode, in words: who, what, and how it refers to those before.</param>
public sealed record EpisodeLink(EventCluster Event, ImmutableArray<string> Reasons);
