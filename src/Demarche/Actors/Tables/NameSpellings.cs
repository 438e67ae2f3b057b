using System.Collections.Immutable;

namespace Demarche.Actors.Tables;

/// <summary>Words of names that are written in two ways (<c>codebook/actors/spellings.tsv</c>).</summary>
internal sealed class NameSpellings
{
    private readonly ImmutableArray<(string American, string British)> _pairs;

    private NameSpellings(ImmutableArray<(string American, string British)> pairs) => _pairs = pairs;

    /// <summary>Reads the table; a codebook without one knows each name as it is written.</summary>
    public static NameSpellings Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        if (files.At("actors/spellings.tsv") is not { } file || CodebookTable.Open(file, ["american", "british"], complaints) is not { } table)
        {
            return new NameSpellings([]);
        }

        var (american, british) = (table.Column("american"), table.Column("british"));
        var pairs = ImmutableArray.CreateBuilder<(string American, string British)>();
        foreach (var row in table.Rows)
        {
            pairs.Add((row.Cell(american).ToString(), row.Cell(british).ToString()));
        }

        return new NameSpellings(pairs.ToImmutable());
    }

    /// <summary>The names, and each as others spell it.</summary>
    public ImmutableArray<string> WithVariants(IEnumerable<string> names)
    {
        var all = ImmutableArray.CreateBuilder<string>();
        foreach (var name in names)
        {
            Add(name, all);
            foreach (var (american, british) in _pairs)
            {
                Add(name.Replace(american, british, StringComparison.Ordinal), all);
                Add(name.Replace(british, american, StringComparison.Ordinal), all);
            }
        }

        return all.ToImmutable();
    }

    private static void Add(string name, ImmutableArray<string>.Builder all)
    {
        if (all.Count == 0 || !ReferenceEquals(all[^1], name) && !all.Contains(name))   // where nothing is replaced the name itself comes back
        {
            all.Add(name);
        }
    }
}
