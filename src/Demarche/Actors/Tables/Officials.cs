using System.Collections.Immutable;

namespace Demarche.Actors.Tables;

/// <summary>Reads the tables of people and their offices: one row a person and office.</summary>
internal static class Officials
{
    private const string Start = "actors/officials";

    /// <summary>The people, each with all names that they are known by; what is wrong goes to <paramref name="complaints"/>.</summary>
    public static ImmutableArray<(NameEntry Person, ImmutableArray<string> Names)> Read(CodebookFiles files, ActorCodes codes, ICollection<Diagnostic> complaints)
    {
        var people = new Dictionary<string, Collected>(StringComparer.Ordinal);
        var order = new List<Collected>();
        foreach (var file in files.All)
        {
            if (file.Path.StartsWith(Start, StringComparison.Ordinal) && file.Path.EndsWith(".tsv", StringComparison.Ordinal))
            {
                Read(file, codes, people, order, complaints);
            }
        }

        return [.. order.Select(p => p.Freeze())];
    }

    private static void Read(CodebookFile file, ActorCodes codes, Dictionary<string, Collected> people, List<Collected> order, ICollection<Diagnostic> complaints)
    {
        if (CodebookTable.Open(file, ["name", "code", "office", "start", "end"], complaints) is not { } table)
        {
            return;
        }

        var (name, other, family) = (table.Column("name"), table.Column("other_names"), table.Column("family"));
        var (code, sector, title) = (table.Column("code"), table.Column("sector"), table.Column("office"));
        var (start, end) = (table.Column("start"), table.Column("end"));
        var known = new FormPool(256);
        foreach (var row in table.Rows)
        {
            var person = known.Get(row.Cell(name));
            var office = new OfficeTerm(known.Get(row.Cell(code)), row.Values(sector), known.Get(row.Cell(title)), Countries.TermOf(row, start, end, complaints), row.At);
            codes.Check(row.At, [office.Code], office.Sectors, complaints);
            if (!people.TryGetValue(person, out var collected))
            {
                collected = new Collected(person, row.At);
                people.Add(person, collected);
                order.Add(collected);
            }

            collected.Families = collected.Families.IsEmpty ? row.Values(family) : collected.Families;
            collected.Names.AddRange(row.Values(other));
            if (collected.Twin(office) is { } twin)
            {
                complaints.Add(Diagnostics.BadCodebook(row.Where, $"{person} holds '{office.Title}' in an overlapping term on {twin.Where}", "Merge the rows or mend the dates."));
            }

            collected.Offices.Add(office);
        }
    }

    private sealed class Collected(string name, CodebookLine where)
    {
        public List<string> Names { get; } = [];

        public List<OfficeTerm> Offices { get; } = [];

        public ImmutableArray<string> Families { get; set; } = [];

        // The same office in an overlapping term, or null.
        public OfficeTerm? Twin(OfficeTerm office)
        {
            foreach (var other in Offices)
            {
                if (other.Code == office.Code && other.Title == office.Title && other.Term.Overlaps(office.Term))
                {
                    return other;
                }
            }

            return null;
        }

        public (NameEntry Person, ImmutableArray<string> Names) Freeze()
        {
            var last = Offices[^1];
            var families = Families.IsEmpty ? [name[(name.LastIndexOf(' ') + 1)..]] : Families;
            return (new NameEntry(NameKind.Person, name, [last.Code], last.Sectors, where) { Families = families, Offices = [.. Offices] }, Written());
        }

        // The usual name, then the others in alphabetical order, each once.
        private ImmutableArray<string> Written()
        {
            if (Names.Count == 0)
            {
                return [name];
            }

            Names.Sort(StringComparer.Ordinal);
            var written = ImmutableArray.CreateBuilder<string>(Names.Count + 1);
            written.Add(name);
            foreach (var other in Names)
            {
                if (other != name && other != written[^1])
                {
                    written.Add(other);
                }
            }

            return written.DrainToImmutable();
        }
    }
}
