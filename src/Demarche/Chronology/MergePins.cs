using System.Collections.Frozen;

namespace Demarche.Chronology;

/// <summary>What the user has decided of events: these are one act, those are not. Immutable and thread-safe.</summary>
public sealed class MergePins
{
    private readonly FrozenDictionary<string, string> _groups;
    private readonly FrozenDictionary<string, string[]> _apart;

    private MergePins(FrozenDictionary<string, string> groups, FrozenDictionary<string, string[]> apart)
    {
        _groups = groups;
        _apart = apart;
    }

    /// <summary>Nothing is decided.</summary>
    public static MergePins None { get; } = Of([], []);

    /// <summary>The decisions of a user.</summary>
    /// <param name="always">Pairs of event ids that are one act; they hold across several pairs.</param>
    /// <param name="never">Pairs of event ids that are not one act; where a pair is in both, "never" wins.</param>
    public static MergePins Of(IEnumerable<(string First, string Second)> always, IEnumerable<(string First, string Second)> never)
    {
        ArgumentNullException.ThrowIfNull(always);
        ArgumentNullException.ThrowIfNull(never);
        var kept = never.Concat(never.Select(p => (First: p.Second, Second: p.First))).Distinct().ToList();
        var apart = kept.GroupBy(p => p.First, p => p.Second, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        var leaders = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (first, second) in always.Where(p => !(apart.GetValueOrDefault(p.First)?.Contains(p.Second) ?? false)).Order())
        {
            var (a, b) = (Leader(leaders, first), Leader(leaders, second));
            leaders[string.CompareOrdinal(a, b) < 0 ? b : a] = string.CompareOrdinal(a, b) < 0 ? a : b;
        }

        return new MergePins(leaders.Keys.ToFrozenDictionary(k => k, k => Leader(leaders, k), StringComparer.Ordinal), apart);
    }

    /// <summary>The name of the group of events that are one act by decision, or null.</summary>
    internal string? GroupOf(string id) => _groups.GetValueOrDefault(id);

    /// <summary>Events that are not the same act as this by decision.</summary>
    internal IEnumerable<string> KeptApart(string id) => _apart.GetValueOrDefault(id) ?? [];

    private static string Leader(SortedDictionary<string, string> leaders, string id)
    {
        leaders.TryAdd(id, id);
        while (leaders[id] != id)
        {
            id = leaders[id];
        }

        return id;
    }
}
