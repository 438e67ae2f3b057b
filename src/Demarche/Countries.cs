using System.Collections.Immutable;

namespace Demarche;

/// <summary>A state, or an entity that PLOVER codes like one, with the words that name it. Immutable.</summary>
/// <param name="Code">ISO 3166 alpha-3 code.</param>
/// <param name="Name">Its usual English name.</param>
/// <param name="Term">When it existed.</param>
public sealed record Country(string Code, string Name, Term Term)
{
    /// <summary>File and line of its row.</summary>
    public string Where => At.ToString();

    internal CodebookLine At { get; init; }

    /// <summary>Long forms, short forms and abbreviations.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = [];

    /// <summary>"North Korean", "US".</summary>
    public ImmutableArray<string> Adjectives { get; init; } = [];

    /// <summary>"Americans", "Frenchman".</summary>
    public ImmutableArray<string> Demonyms { get; init; } = [];

    /// <summary>Capitals and seats of government, the first first.</summary>
    public ImmutableArray<string> Capitals { get; init; } = [];

    /// <summary>PRE for a partially recognised entity, or null.</summary>
    public string? Sector { get; init; }
}

/// <summary>Reads <c>codebook/actors/countries.tsv</c>, which actors and places share.</summary>
internal static class Countries
{
    private const string Path = "actors/countries.tsv";

    /// <summary>The rows in file order; what is wrong with them goes to <paramref name="complaints"/>.</summary>
    public static ImmutableArray<Country> Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        if (files.At(Path) is not { } file)
        {
            complaints.Add(Diagnostics.BadCodebook("codebook/" + Path, "is missing", "Add it, or leave it to the shipped codebook."));
            return [];
        }

        if (CodebookTable.Open(file, ["code", "name", "other_names", "adjectives", "demonyms", "capital"], complaints) is not { } table)
        {
            return [];
        }

        var (code, name, other, adjectives, demonyms, capital) = (table.Column("code"), table.Column("name"), table.Column("other_names"),
            table.Column("adjectives"), table.Column("demonyms"), table.Column("capital"));
        var (sector, start, end) = (table.Column("sector"), table.Column("start"), table.Column("end"));
        var countries = ImmutableArray.CreateBuilder<Country>();
        var lines = new Dictionary<string, CodebookLine>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var country = new Country(row.Cell(code).ToString(), row.Cell(name).ToString(), TermOf(row, start, end, complaints))
            {
                At = row.At,
                OtherNames = row.Values(other),
                Adjectives = row.Values(adjectives),
                Demonyms = row.Values(demonyms),
                Capitals = row.Values(capital),
                Sector = row.Text(sector),
            };
            if (country.Code.Length != 3 || !country.Code.All(char.IsAsciiLetterUpper))
            {
                complaints.Add(Diagnostics.BadCodebook(row.Where, $"'{country.Code}' is no alpha-3 code", "Write three capital letters."));
            }

            foreach (var word in country.OtherNames.Prepend(country.Name))
            {
                if (!lines.TryAdd(word, row.At))
                {
                    complaints.Add(Diagnostics.BadCodebook(row.Where, $"'{word}' is named on {lines[word]} too", "Keep one of them."));
                }
            }

            countries.Add(country);
        }

        return countries.ToImmutable();
    }

    /// <summary>The term of a row; one that is no date or ends before it starts is a complaint.</summary>
    public static Term TermOf(CodebookRow row, int start, int end, ICollection<Diagnostic> complaints)
    {
        if (!Term.TryRead(row.Cell(start), row.Cell(end), out var term))
        {
            complaints.Add(Diagnostics.BadCodebook(row.Where, $"'{row.Cell(start)}' to '{row.Cell(end)}' is no term", "Write dates as 2019, 2019-05 or 2019-05-03."));
        }
        else if (term.IsReversed)
        {
            complaints.Add(Diagnostics.BadCodebook(row.Where, $"the term ends on {row.Cell(end)} before it starts on {row.Cell(start)}", "Mend one of the dates."));
        }

        return term;
    }
}
