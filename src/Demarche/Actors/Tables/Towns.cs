using System.Collections.Immutable;
using System.Globalization;

namespace Demarche.Actors.Tables;

/// <summary>The state in which a town or region lies, by <c>codebook/places/</c>. Immutable and thread-safe.</summary>
internal sealed class Towns(ImmutableArray<CodebookTable> tables)
{
    // Built with the first question: many reports ask none.
    private readonly Lazy<ImmutableArray<(CodebookTable Table, CodebookTableIndex Names)>> _indexed = new(() => [.. tables.Select(t => (t, new CodebookTableIndex(t, "name", "other_names")))]);

    private const int ClearlyLarger = 4;   // a namesake abroad with a quarter of the people leaves a doubt

    /// <summary>Opens the tables; what is wrong with them is for the gazetteer to tell.</summary>
    public static Towns Read(CodebookFiles files) =>
        new([.. files.In("places").Where(f => f.Path.EndsWith(".tsv", StringComparison.Ordinal)).Select(f => CodebookTable.Open(f, ["name", "country", "population"], [])).OfType<CodebookTable>()]);

    /// <summary>The code of the state, or null where the name is not known or could be a place in another state.</summary>
    public string? StateOf(string name)
    {
        string? best = null;
        var (most, second) = (-1L, -1L);
        foreach (var (table, names) in _indexed.Value)
        {
            var (country, population) = (table.Column("country"), table.Column("population"));
            foreach (var row in names.With(name))
            {
                var people = long.TryParse(row.Cell(population), NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) ? count : 0;
                var code = row.Text(country);
                if (people > most)
                {
                    second = code == best ? second : most;
                    (best, most) = (code, people);
                }
                else if (code != best)
                {
                    second = Math.Max(second, people);
                }
            }
        }

        return second >= 0 && most < ClearlyLarger * second ? null : best;
    }
}
