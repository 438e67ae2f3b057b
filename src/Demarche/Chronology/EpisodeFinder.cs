using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace Demarche.Chronology;

/// <summary>Finds episodes among merged events by participants, content and reference. Immutable and thread-safe.</summary>
public sealed class EpisodeFinder
{
    private const int Bridge = 3;   // how many gaps a word of reference spans
    private readonly ImmutableArray<Track> _tracks;
    private readonly FrozenSet<string> _references;

    private EpisodeFinder(ImmutableArray<Track> tracks, FrozenSet<string> references)
    {
        _tracks = tracks;
        _references = references;
    }

    /// <summary>Reads the tracks of <c>codebook/chronology</c>.</summary>
    public static Outcome<EpisodeFinder> Load(CodebookFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var complaints = new List<Diagnostic>();
        return Track.Read(files, complaints) is var (tracks, references) && complaints.Count == 0 ? new EpisodeFinder(tracks, references) : complaints[0];
    }

    /// <summary>The episodes of two or more events, by first day.</summary>
    /// <param name="clusters">Merged events in any order; those without a day or without two coded participants are left out.</param>
    public ImmutableArray<Episode> Find(IEnumerable<EventCluster> clusters)
    {
        var open = new Dictionary<(string Track, string Code), List<Growing>>();
        var all = new List<Growing>();
        foreach (var one in ClusterBuilder.InOrder(clusters.Where(c => c.Date is not null)))
        {
            var codes = Codes(one);
            var words = WordsOf(one);
            if (codes.Length < 2 || First(one, words) is not var (track, fit))
            {
                continue;
            }

            var reference = words.Where(w => _references.Contains(w.Key)).Select(w => w.Value).Order(StringComparer.Ordinal).FirstOrDefault();
            var reach = reference is null ? track.Gap : track.Gap * Bridge;
            var best = codes.SelectMany(c => open.GetValueOrDefault((track.Name, c)) ?? []).Distinct()
                .Select(e => (Episode: e, Shared: e.Between.Intersect(codes).ToImmutableArray(), Days: Period.DaysBetween(e.Last, one.Date!.Value)))
                .Where(e => e.Shared.Length > 1 && e.Days <= reach)
                .OrderByDescending(e => e.Shared.Length).ThenBy(e => e.Days).ThenBy(e => e.Episode.Id, StringComparer.Ordinal).FirstOrDefault();
            if (best.Episode is { } found)
            {
                string[] reasons = [$"{string.Join(" and ", best.Shared)} take part in both", fit, .. reference is null ? Array.Empty<string>() : [$"'{reference}' refers to an earlier one"], $"{Since(best.Days)} the one before"];
                found.Add(new EpisodeLink(one, [.. reasons]), best.Shared);
                continue;
            }

            var opened = new Growing($"{track.Name}:{one.Id}", track.Name, codes, new EpisodeLink(one, [fit, "it opens the episode"]));
            all.Add(opened);
            foreach (var code in codes)
            {
                (open.TryGetValue((track.Name, code), out var list) ? list : open[(track.Name, code)] = []).Add(opened);
            }
        }

        return [.. all.Where(e => e.Links.Count > 1).Select(e => new Episode(e.Id, e.Track, e.Between, [.. e.Links]))];
    }

    private static string Since(int days) => days switch { <= 0 => "on the day of", 1 => "1 day after", _ => $"{days} days after" };

    private (Track Track, string Fit)? First(EventCluster one, Dictionary<string, string> words)
    {
        foreach (var track in _tracks)
        {
            if (track.Fit(one.Act, words) is { } fit)
            {
                return (track, fit);
            }
        }

        return null;
    }

    private static ImmutableArray<string> Codes(EventCluster one) =>
        [.. one.Actors.Concat(one.Recipients).Select(p => p.Code).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> WordsOf(EventCluster one)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in one.Evidence.SelectMany(e => Wording.Words(e.Told.Event.Text)))
        {
            words.TryAdd(Wording.Stem(word), word);
        }

        return words;
    }

    private sealed class Growing(string id, string track, ImmutableArray<string> between, EpisodeLink first)
    {
        public string Id => id;

        public string Track => track;

        /// <summary>Those who take part in all of its events.</summary>
        public ImmutableArray<string> Between { get; private set; } = between;

        public List<EpisodeLink> Links { get; } = [first];

        public LocalDate Last { get; private set; } = first.Event.EndDate ?? first.Event.Date!.Value;

        public void Add(EpisodeLink link, ImmutableArray<string> shared)
        {
            Links.Add(link);
            Between = shared;
            Last = LocalDate.Max(Last, link.Event.EndDate ?? link.Event.Date!.Value);
        }
    }
}
