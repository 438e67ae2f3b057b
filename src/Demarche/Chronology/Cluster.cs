namespace Demarche.Chronology;

/// <summary>A cluster while it grows.</summary>
/// <remarks>A new act is compared with a few of its members and not with all, so that a story with ten thousand reports does not take their square.</remarks>
internal sealed class Cluster
{
    private const int MostCompared = 6;
    private readonly List<ActSketch> _compared = new(1);

    public Cluster(ActSketch first)
    {
        First = first;
        Start = first.Start;
        End = first.End;
        IsNamed = first.Basis == DayBasis.Named;
        _compared.Add(first);
    }

    /// <summary>The member that it is named after.</summary>
    public ActSketch First { get; }

    /// <summary>First day that all members with a named day allow.</summary>
    public int Start { get; private set; }

    /// <summary>Last such day.</summary>
    public int End { get; private set; }

    /// <summary>Whether a member names its day.</summary>
    public bool IsNamed { get; private set; }

    /// <summary>Ids of events that the user keeps out of it; null where there are none.</summary>
    public HashSet<string>? Banned { get; private set; }

    /// <summary>The best score of an act against its members, and which member that was; negative infinity where a member rules it out.</summary>
    public (double Score, ActSketch? With) Score(ActSketch one, ActMatcher matcher)
    {
        if (Banned is not null && Banned.Contains(one.Id) || !Allows(one))
        {
            return (double.NegativeInfinity, null);
        }

        var best = double.NegativeInfinity;
        ActSketch? with = null;
        foreach (var member in _compared)
        {
            var score = DayBlocks.Reaches(one, member) ? matcher.Score(one, member) : double.NegativeInfinity;
            if (double.IsNegativeInfinity(score))
            {
                // An open member rules nothing out, its place or day may be wrong; the first, best known one does.
                if (ReferenceEquals(member, First))
                {
                    return (score, null);
                }
            }
            else if (score > best)
            {
                best = score;
                with = member;
            }
        }

        return (best, with);
    }

    public void Add(ActSketch one, IEnumerable<string> banned)
    {
        if (_compared.Count < MostCompared)
        {
            _compared.Add(one);
        }

        // A day that differs by one (a clock, a source) stands beside the others and does not move them.
        if (one.Basis == DayBasis.Named && one.Start <= End && one.End >= Start)
        {
            (Start, End) = IsNamed ? (Math.Max(Start, one.Start), Math.Min(End, one.End)) : (one.Start, one.End);
            IsNamed = true;
        }

        Ban(banned);
    }

    public void Ban(IEnumerable<string> banned)
    {
        foreach (var id in banned)
        {
            (Banned ??= new HashSet<string>(StringComparer.Ordinal)).Add(id);
        }
    }

    // Two who name different days are never brought together by a third who names a week.
    private bool Allows(ActSketch one) => Math.Max(one.Start, Start) - Math.Min(one.End, End) <= 1;
}
