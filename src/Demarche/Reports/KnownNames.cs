using System.Collections.Frozen;

namespace Demarche.Reports;

/// <summary>Names of states, capitals and officials from <c>codebook/actors/</c>, for telling datelines and lost apostrophes. Immutable and thread-safe.</summary>
internal sealed class KnownNames
{
    private KnownNames(FrozenSet<string> places, FrozenSet<string> people, FrozenSet<string> families, FrozenSet<string> words)
    {
        Places = places;
        People = people;
        Families = families;
        Words = words;
    }

    /// <summary>States and capitals: none of them has a plural.</summary>
    public FrozenSet<string> Places { get; }

    /// <summary>Whole names of officials.</summary>
    public FrozenSet<string> People { get; }

    /// <summary>Family names of officials.</summary>
    public FrozenSet<string> Families { get; }

    /// <summary>Adjectives and names of peoples, which may end on the "s" of a plural.</summary>
    public FrozenSet<string> Words { get; }

    public static KnownNames Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        var persons = new HashSet<string>(StringComparer.Ordinal);
        var families = new HashSet<string>(StringComparer.Ordinal);
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

        if (files.At("actors/officials.tsv") is { } officials && CodebookTable.Open(officials, ["name", "family"], complaints) is { } people)
        {
            var (name, family) = (people.Column("name"), people.Column("family"));
            foreach (var row in people.Rows)
            {
                var whole = row.Cell(name);
                persons.Add(whole.ToString());
                families.Add(row.Text(family) ?? whole[(whole.LastIndexOf(' ') + 1)..].ToString());
            }
        }

        places.ExceptWith(words);
        return new KnownNames(Freeze(places), Freeze(persons), Freeze(families), Freeze(words));
    }

    private static void Add(CodebookRow row, CodebookTable table, string column, HashSet<string> to) => to.UnionWith(row.Values(table.Column(column)));

    private static FrozenSet<string> Freeze(HashSet<string> words) => words.ToFrozenSet(StringComparer.Ordinal);
}
