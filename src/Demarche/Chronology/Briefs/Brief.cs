using System.Collections.Immutable;
using NodaTime;

namespace Demarche.Chronology.Briefs;

/// <summary>A dossier of merged events: each line with day, status, speaker and numbered sources. Immutable.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Lines">Its events in time.</param>
/// <param name="Sources">The originals that the lines rest on, by number from 1.</param>
public sealed record Brief(string Title, ImmutableArray<BriefLine> Lines, ImmutableArray<BriefSource> Sources)
{
    /// <summary>A dossier of merged events.</summary>
    /// <param name="title">What it is about.</param>
    /// <param name="events">The events, in any order.</param>
    /// <param name="reasons">Why an event belongs to the dossier, by its id; where there is none, nothing is said.</param>
    public static Brief Of(string title, IEnumerable<EventCluster> events, IReadOnlyDictionary<string, ImmutableArray<string>>? reasons = null)
    {
        var sources = new Dictionary<string, (int Number, ClusterEvidence First, HashSet<string> Copies)>(StringComparer.Ordinal);
        var lines = ImmutableArray.CreateBuilder<BriefLine>();
        foreach (var one in ClusterBuilder.InOrder(events))
        {
            var numbers = new SortedSet<int>();
            foreach (var evidence in one.Evidence.OrderBy(e => e.IsCopy))
            {
                if (!sources.TryGetValue(evidence.Original, out var source))
                {
                    sources[evidence.Original] = source = (sources.Count + 1, evidence, new HashSet<string>(StringComparer.Ordinal));
                }

                numbers.Add(source.Number);
                if (evidence.IsCopy)
                {
                    source.Copies.Add(evidence.Outlet);
                }
            }

            lines.Add(new BriefLine(one, [.. numbers], reasons?.GetValueOrDefault(one.Id, []) ?? []));
        }

        return new Brief(title, lines.ToImmutable(), [.. sources.Values.OrderBy(s => s.Number).Select(s => Source(s.Number, s.First, s.Copies))]);
    }

    private static BriefSource Source(int number, ClusterEvidence first, IEnumerable<string> copies)
    {
        var cited = first.Told.Event.Citation;
        return new BriefSource(number, first.Outlet, cited.Title, cited.DateLatest, cited.Url, [.. copies.Order(StringComparer.Ordinal)]);
    }
}

/// <summary>One event of a dossier.</summary>
/// <param name="Event">The event.</param>
/// <param name="Sources">Numbers of its sources.</param>
/// <param name="Reasons">Why it belongs there, in words; may be empty.</param>
public sealed record BriefLine(EventCluster Event, ImmutableArray<int> Sources, ImmutableArray<string> Reasons)
{
    /// <summary>Its status, or each with who says so where they differ: "happened: Reuters; planned: AP".</summary>
    public string Status => Event.Statuses.Length < 2 ? Event.Status : string.Join("; ", Event.Statuses);

    /// <summary>"says Jens Stoltenberg", or empty where the reports speak for themselves.</summary>
    public string Says => ClusterWords.Speakers(Event) is { IsEmpty: false } speakers ? "says " + string.Join(", ", speakers) : "";

    /// <summary>What its sources differ in, status aside: "people: 300 (Reuters), 350 (AP)".</summary>
    public IEnumerable<string> Differences => Event.Disagreements.Where(d => d.Aspect != "status").Select(d => $"{d.Aspect}: {string.Join("; ", d.Values)}");
}

/// <summary>One original.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Title">Its headline, or null.</param>
/// <param name="Day">The last day on which it can have been written, or null.</param>
/// <param name="Url">Its address, or null.</param>
/// <param name="Copies">Outlets that took it over.</param>
public sealed record BriefSource(int Number, string Outlet, string? Title, LocalDate? Day, string? Url, ImmutableArray<string> Copies)
{
    /// <summary>"Reuters, “Talks open”, 12 Jun 2018; also in Daily Sabah".</summary>
    public string Words => $"{Outlet}{(Title is null ? "" : $", “{Title}”")}{(Day is { } day ? ", " + ClusterWords.Day(day) : "")}{(Copies.IsEmpty ? "" : "; also in " + string.Join(", ", Copies))}";

    /// <summary>Its address where that can be followed, or null: no other scheme than the web's.</summary>
    public string? Link => Uri.TryCreate(Url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
}
