using System.Collections.Frozen;

namespace Demarche.Reports;

/// <summary>Names of states, capitals and officials from <c>codebook/actors/</c>, for telling datelines and lost apostrophes. Immutable and thread-safe.</summary>
internal sealed class KnownNames
{
    // Read with the first question: most reports hold no word that could be the name of an official and an "s".
    private readonly Lazy<(FrozenSet<string> People, FrozenSet<string> Families)> _officials;

    private KnownNames(FrozenSet<string> places, FrozenSet<string> words, CodebookTable? officials)
    {
        Places = places;
        Words = words;
        _officials = new(() => Officials(officials));
    }

    /// <summary>States and capitals: none of them has a plural.</summary>
    public FrozenSet<string> Places { get; }

    /// <summary>Whole names of officials.</summary>
    public FrozenSet<string> People => _officials.Value.People;

    /// <summary>Family names of officials.</summary>
    public FrozenSet<string> Families => _officials.Value.Families;

    /// <summary>Adjectives and names of peoples, which may end on the "s" of a plural.</summary>
    public FrozenSet<string> Words { get; }

    public static KnownNames Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        var words = new HashSet<string>(StringComparer.Ordinal);
        if (files.At("actors/countries.tsv") is { } states && CodebookTable.Open(states, ["name", "other_names", "capital"], complaints) is { } table)
        {
            foreach (var row in table.Rows)
            {
                Add(row, table, "name", places);
                Add(row, table, "other_names", places);
                Add(row, table, "capital", places);
                Add(row, table, "adjectives", words);
                Add(row, table, "demonyms", words);
            }
        }

        places.ExceptWith(words);
        return new KnownNames(Freeze(places), Freeze(words), files.At("actors/officials.tsv") is { } officials ? CodebookTable.Open(officials, ["name", "family"], complaints) : null);
    }

    private static (FrozenSet<string> People, FrozenSet<string> Families) Officials(CodebookTable? table)
    {
        var people = new HashSet<string>(StringComparer.Ordinal);
        var families = new HashSet<string>(StringComparer.Ordinal);
        if (table is not null)
        {
            var (name, family) = (table.Column("name"), table.Column("family"));
            foreach (var row in table.Rows)
            {
                var whole = row.Cell(name);
                people.Add(whole.ToString());
                families.Add(row.Text(family) ?? whole[(whole.LastIndexOf(' ') + 1)..].ToString());
            }
        }

        return (Freeze(people), Freeze(families));
    }

    private static void Add(CodebookRow row, CodebookTable table, string column, HashSet<string> to) => to.UnionWith(row.Values(table.Column(column)));

    private static FrozenSet<string> Freeze(HashSet<string> words) => words.ToFrozenSet(StringComparer.Ordinal);
}
