using System.Collections.Frozen;
using Demarche.Coding;
using Demarche.Coding.Records;

namespace Demarche.Chronology;

/// <summary>Finds the events of different reports that are one act. Immutable and thread-safe.</summary>
/// <remarks>
/// Acts are blocked by who takes part and when; within a block an act joins the cluster whose members it matches best, scored by who, what,
/// when, where and wording. Acts that name their day come first, so that the vaguer ones find clusters that they can be told apart by. What cannot
/// have to do with each other is merged in parts, side by side. The result depends on the set of events alone and not on their order, nor on the
/// number of threads. Only sketches are held: about half a kilobyte an event.
/// </remarks>
public sealed class EventMerger
{
    private const int SketchedAtOnce = 1000;   // events are read while others are sketched, and never lie in memory together
    private readonly MatchWeights _weights;
    private readonly Wording _wording;
    private readonly Ontology _ontology;
    private readonly ActMatcher _matcher;

    private readonly FrozenSet<string> _states;

    private EventMerger(MatchWeights weights, Wording wording, Ontology ontology, IEnumerable<string> states)
    {
        _states = states.ToFrozenSet(StringComparer.Ordinal);
        _weights = weights;
        _wording = wording;
        _ontology = ontology;
        _matcher = new ActMatcher(weights);
    }

    /// <summary>Reads what merging needs from <c>codebook/chronology</c>.</summary>
    /// <param name="files">The shipped files, or these overlaid by a user's own.</param>
    /// <param name="codebook">The codebook that the events were coded by.</param>
    public static Outcome<EventMerger> Load(CodebookFiles files, Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(codebook);
        var complaints = new List<Diagnostic>();
        var states = Countries.Read(files, complaints).Select(c => c.Name);
        return MatchWeights.Read(files, complaints) is { } weights && Wording.Read(files, complaints) is { } wording && complaints.Count == 0
            ? new EventMerger(weights, wording, codebook.Ontology, states)
            : complaints[0];
    }

    /// <summary>The cluster of every event, in the order of the clusters.</summary>
    /// <param name="events">The events, in any order, read once; an id that comes twice counts once.</param>
    /// <param name="pins">What the user has decided.</param>
    /// <param name="originals">Which reports are copies of others; a report that it does not know is its own original.</param>
    /// <param name="jobs">Threads; the result does not depend on it.</param>
    public IReadOnlyList<MergedAct> Merge(IEnumerable<EventRecord> events, MergePins pins, Originals originals, int jobs = 1)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(pins);
        ArgumentNullException.ThrowIfNull(originals);
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        var (sketches, alone) = Sketches(events, originals, jobs);
        sketches.Sort(Order);
        var parts = new ActParts(_matcher, _weights, pins).Of(sketches, jobs);
        var merged = parts.AsParallel().WithDegreeOfParallelism(jobs).SelectMany(part => new Merging(_matcher, _weights, pins).Of(part)).ToList();
        merged.AddRange(Pinned(alone, merged, pins));
        merged.Sort((a, b) => string.CompareOrdinal(a.Cluster, b.Cluster) is var order and not 0 ? order : string.CompareOrdinal(a.Act, b.Act));
        return merged;
    }

    // The acts that may be merged, and the events of which nothing tells when they took place.
    private (List<ActSketch> Sketches, List<MergedAct> Alone) Sketches(IEnumerable<EventRecord> events, Originals originals, int jobs)
    {
        var sketcher = NewSketcher();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var sketches = new List<ActSketch>();
        var alone = new List<MergedAct>();
        foreach (var block in events.Where(e => known.Add(e.Id)).Chunk(SketchedAtOnce))
        {
            var sketched = block.AsParallel().WithDegreeOfParallelism(jobs).Select(e => (e.Id, Acts: sketcher.Of(e, originals.Of(e.Citation.Report)).ToList())).ToList();
            sketches.AddRange(sketched.SelectMany(s => s.Acts));
            alone.AddRange(sketched.Where(s => s.Acts.Count == 0 || s.Acts[0].Id != s.Id).Select(s => new MergedAct(s.Id, s.Id, null, 0)));
        }

        return (sketches, alone);
    }

    /// <summary>Why two events match or do not, part by part.</summary>
    public MatchExplanation Explain(EventRecord one, EventRecord other, Originals originals)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(originals);
        var sketcher = NewSketcher();
        var best = (Score: double.NegativeInfinity, Parts: new List<ScorePart>());
        foreach (var a in sketcher.Of(one, originals.Of(one.Citation.Report)).ToList())
        {
            foreach (var b in sketcher.Of(other, originals.Of(other.Citation.Report)).ToList())
            {
                var parts = new List<ScorePart>();
                var score = _matcher.Score(a, b, parts);
                if (score > best.Score || best.Parts.Count == 0)
                {
                    best = (score, parts);
                }
            }
        }

        if (best.Parts.Count == 0)
        {
            best.Parts.Add(new ScorePart("when", double.NegativeInfinity, "nothing tells when one of them took place"));
        }

        return new MatchExplanation(one.Id, other.Id, best.Score, _weights.Threshold, [.. best.Parts]);
    }

    // Nothing tells when these took place, so that only the user can say what they belong to.
    private static IEnumerable<MergedAct> Pinned(List<MergedAct> alone, List<MergedAct> merged, MergePins pins)
    {
        var clusters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in merged)
        {
            if (pins.GroupOf(one.Act) is { } group)
            {
                clusters.TryAdd(group, one.Cluster);
            }
        }

        foreach (var one in alone.OrderBy(a => a.Act, StringComparer.Ordinal))
        {
            yield return pins.GroupOf(one.Act) is not { } group || clusters.TryAdd(group, one.Cluster) ? one : one with { Cluster = clusters[group], With = clusters[group] };
        }
    }

    private Sketcher NewSketcher() => new(_wording, _weights, _ontology, _states);

    /// <summary>The best known first: named days before those of the report before open ones, short before long, then by day; ids settle the rest.</summary>
    internal static int Order(ActSketch a, ActSketch b)
    {
        var order = Rank(a).CompareTo(Rank(b));
        order = order != 0 ? order : a.Start.CompareTo(b.Start);
        order = order != 0 ? order : a.End.CompareTo(b.End);
        order = order != 0 ? order : Known(b).CompareTo(Known(a));
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    }

    private static int Rank(ActSketch one) => one.Basis switch
    {
        DayBasis.Named => one.Width == 1 ? 0 : one.Width <= 7 ? 2 : 3,
        DayBasis.OfReport => 1,
        _ => 4,
    };

    private static int Known(ActSketch one) => Math.Sign(one.Recipients.Length) + Math.Sign(one.Place) + Math.Sign(one.People.Length) + (one.Footing == Footing.Fact ? 1 : 0);
}
