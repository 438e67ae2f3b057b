using System.Collections.Immutable;

namespace Demarche.Actors.Tables;

/// <summary>Reads the tables of seats, organisations, armed groups and parties, and of names that are no actors.</summary>
internal static class NameTables
{
    // A user's folder may add tables of its own: "organisations-asia.tsv" is read as "organisations.tsv" is.
    private static readonly ImmutableArray<(string Start, NameKind Kind)> Kinds =
    [
        ("actors/not-actors", NameKind.NoActor), ("actors/seats", NameKind.Seat), ("actors/organisations", NameKind.Organisation),
        ("actors/groups", NameKind.ArmedGroup), ("actors/parties", NameKind.Party),
    ];

    /// <summary>Adds every row to <paramref name="names"/>; what is wrong goes to <paramref name="complaints"/>.</summary>
    public static void Read(CodebookFiles files, ActorCodes codes, NameIndex names, ICollection<Diagnostic> complaints)
    {
        var spellings = NameSpellings.Read(files, complaints);
        foreach (var (start, kind) in Kinds)
        {
            foreach (var file in files.All)
            {
                if (file.Path.StartsWith(start, StringComparison.Ordinal) && file.Path.EndsWith(".tsv", StringComparison.Ordinal))
                {
                    Read(file, kind, codes, names, spellings, complaints);
                }
            }
        }
    }

    private static void Read(CodebookFile file, NameKind kind, ActorCodes codes, NameIndex names, NameSpellings spellings, ICollection<Diagnostic> complaints)
    {
        if (CodebookTable.Open(file, kind == NameKind.NoActor ? ["name"] : ["name", "code"], complaints) is not { } table)
        {
            return;
        }

        var (name, code, sector, needs) = (table.Column("name"), table.Column("code"), table.Column("sector"), table.Column("needs"));
        var (acronyms, other) = (table.Column("acronyms"), table.Column("other_names"));
        var (start, end) = (table.Column("start"), table.Column("end"));
        foreach (var row in table.Rows)
        {
            var main = row.Cell(name).ToString();
            if (main.Length == 0)
            {
                complaints.Add(Diagnostics.BadCodebook(row.Where, "has no name", "Fill the column 'name'."));
                continue;
            }

            var entry = new NameEntry(kind, main, row.Values(code), SectorsOf(row, sector, kind), row.At)
            {
                Term = Countries.TermOf(row, start, end, complaints),
                Needs = row.Text(needs),
            };
            if (kind != NameKind.NoActor)
            {
                codes.Check(row.At, entry.Codes, entry.Sectors, complaints);
            }

            names.Add(entry, NameForm.Name, spellings.WithVariants([main, .. row.Values(acronyms), .. row.Values(other)]));
        }
    }

    private static ImmutableArray<string> SectorsOf(CodebookRow row, int column, NameKind kind) =>
        row.Values(column) is { IsEmpty: false } sectors ? sectors : kind == NameKind.Party ? ["PTY"] : [];
}
