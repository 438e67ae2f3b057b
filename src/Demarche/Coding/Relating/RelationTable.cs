using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Coding.Matching;
using Demarche.Statements;

namespace Demarche.Coding.Relating;

/// <summary>What class of the relation benchmark an event counts as, and what words tell of a sector: <c>codebook/relations.yaml</c>. Immutable and thread-safe.</summary>
internal sealed class RelationTable
{
    private readonly FrozenDictionary<string, string> _classes;
    private readonly FrozenDictionary<string, string> _sectors;

    private readonly FrozenSet<string> _unsure;

    private RelationTable(FrozenDictionary<string, string> classes, FrozenDictionary<string, string> sectors, FrozenSet<string> unsure)
    {
        _unsure = unsure;
        _classes = classes;
        _sectors = sectors;
    }

    /// <summary>Reads the table; where it is absent each type is its own class.</summary>
    public static Outcome<RelationTable> Load(CodebookFiles files)
    {
        var complaints = new List<Diagnostic>();
        var table = Read(files, complaints);
        return complaints.Count > 0 ? complaints[0] : table;
    }

    /// <summary>Reads the table; faults go to <paramref name="complaints"/>.</summary>
    public static RelationTable Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        var sectors = new Dictionary<string, string>(StringComparer.Ordinal);
        var unsure = new HashSet<string>(StringComparer.Ordinal);
        if (files.At("relations.yaml") is { } file && CodebookYaml.Parse(file, complaints) is { } root)
        {
            foreach (var (name, node) in root["classes"]?.Entries ?? [])
            {
                if (node.Scalar is { } known)
                {
                    classes[name] = known;
                }
                else
                {
                    complaints.Add(Diagnostics.BadCodebook(node.Where, $"'{name}' names no class", "Write a line such as 'CONCEDE: YIELD'."));
                }
            }

            unsure.UnionWith(root["unsure"]?.Scalars ?? []);
            foreach (var (sector, words) in root["sectors"]?.Entries ?? [])
            {
                foreach (var word in words.Scalars)
                {
                    sectors.TryAdd(word, sector);
                }
            }
        }

        return new RelationTable(classes.ToFrozenDictionary(StringComparer.Ordinal), sectors.ToFrozenDictionary(StringComparer.Ordinal), unsure.ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>The class of a match: the most exact entry of the table, else its type.</summary>
    public string ClassOf(Match match)
    {
        var type = match.Type.Name;
        var status = StatusNames.Of(match.Statement.Status);
        return (match.Content is { } content ? Find(match.Rule.Id + "/" + content.Type.Name) : null)
            ?? Find(match.Rule.Id + "@" + status)
            ?? Find(match.Rule.Id)
            ?? Find(type + "@" + status)
            ?? (match.Mode is { } mode ? Find(type + "." + mode) : null)
            ?? Find(type)
            ?? type;
    }

    /// <summary>Whether a rule may decide alone.</summary>
    public bool IsSure(string rule) => !_unsure.Contains(rule);

    /// <summary>The sectors that the words of a name tell of, each once.</summary>
    public ImmutableArray<string> SectorsOf(IEnumerable<string> lemmas) => [.. lemmas.Select(l => _sectors.GetValueOrDefault(l)).OfType<string>().Distinct()];

    private string? Find(string key) => _classes.GetValueOrDefault(key);
}
