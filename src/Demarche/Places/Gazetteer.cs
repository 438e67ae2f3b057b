using System.Collections.Immutable;
using System.Globalization;
using Demarche.Language;

namespace Demarche.Places;

/// <summary>Places by name: those of <c>codebook/places/</c> and the states of <c>codebook/actors/countries.tsv</c>. Immutable and thread-safe.</summary>
internal sealed class Gazetteer
{
    private const int ExpectedNames = 40_000;

    private Gazetteer(PhraseTable<GazetteerEntry> names, PhraseTable<string> states)
    {
        Names = names;
        States = states;
    }

    /// <summary>Every name of a place.</summary>
    public PhraseTable<GazetteerEntry> Names { get; }

    /// <summary>Names, adjectives and demonyms of states with their codes: what a report is about.</summary>
    public PhraseTable<string> States { get; }

    /// <summary>Reads the tables; what is wrong with them goes to <paramref name="complaints"/>.</summary>
    public static Gazetteer Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        var names = new PhraseTable<GazetteerEntry>.Builder(ExpectedNames);
        var states = new PhraseTable<string>.Builder(1_500);
        foreach (var country in Countries.Read(files, complaints))
        {
            if (country.Term.End is not null)
            {
                continue;
            }

            var entry = new GazetteerEntry(country);
            foreach (var name in country.OtherNames.Prepend(country.Name))
            {
                names.Add(name, entry);
            }

            foreach (var word in country.OtherNames.Prepend(country.Name).Concat(country.Adjectives).Concat(country.Demonyms))
            {
                states.Add(word, country.Code);
            }
        }

        foreach (var file in files.In("places"))
        {
            if (file.Path.EndsWith(".tsv", StringComparison.Ordinal))
            {
                Read(file, names, complaints);
            }
        }

        return new Gazetteer(names.Build(), states.Build());
    }

    private static void Read(CodebookFile file, PhraseTable<GazetteerEntry>.Builder names, ICollection<Diagnostic> complaints)
    {
        if (CodebookTable.Open(file, GazetteerColumns.Required, complaints) is not { } table)
        {
            return;
        }

        var columns = new GazetteerColumns(table);
        foreach (var row in table.Rows)
        {
            var entry = new GazetteerEntry(row, columns);
            if (entry.Level is null)
            {
                complaints.Add(Diagnostics.BadCodebook(row.Where, $"'{row.Cell(columns.Level)}' is no level", "Use country, region, city or capital."));
                continue;
            }

            names.Add(row.Cell(columns.Name), entry);
            var other = row.Cell(columns.OtherNames);
            foreach (var part in other.Split(';'))
            {
                names.Add(other[part].Trim(), entry);
            }
        }
    }
}

/// <summary>Where the columns of a table of places stand.</summary>
internal sealed class GazetteerColumns(CodebookTable table)
{
    public static readonly ImmutableArray<string> Required = ["name", "country", "latitude", "longitude", "population", "level"];

    public int Id { get; } = table.Column("geonameid");

    public int Name { get; } = table.Column("name");

    public int OtherNames { get; } = table.Column("other_names");

    public int Country { get; } = table.Column("country");

    public int Region { get; } = table.Column("admin1");

    public int Latitude { get; } = table.Column("latitude");

    public int Longitude { get; } = table.Column("longitude");

    public int Population { get; } = table.Column("population");

    public int Level { get; } = table.Column("level");
}

/// <summary>A place of the tables, cut from its row when it is asked for: most rows never are.</summary>
internal sealed class GazetteerEntry
{
    private readonly CodebookRow _row;
    private readonly GazetteerColumns? _columns;
    private readonly Country? _country;

    public GazetteerEntry(CodebookRow row, GazetteerColumns columns)
    {
        _row = row;
        _columns = columns;
        (Level, IsCapital) = row.Cell(columns.Level) switch
        {
            "country" => (PlaceLevel.Country, false),
            "region" => (PlaceLevel.Region, false),
            "city" => (PlaceLevel.City, false),
            "capital" => (PlaceLevel.City, true),
            _ => ((PlaceLevel?)null, false),
        };
    }

    public GazetteerEntry(Country country)
    {
        _country = country;
        Level = PlaceLevel.Country;
    }

    public PlaceLevel? Level { get; }

    public bool IsCapital { get; }

    public string Name => _country?.Name ?? _row.Cell(_columns!.Name).ToString();

    public string Country => _country?.Code ?? _row.Cell(_columns!.Country).ToString();

    public string? Region => _columns is null ? null : _row.Text(_columns.Region);

    public int Population => _columns is not null && int.TryParse(_row.Cell(_columns.Population), NumberStyles.Integer, CultureInfo.InvariantCulture, out var people) ? people : 0;

    public string Where => _country?.Where ?? _row.Where;

    /// <summary>The place as others see it.</summary>
    public Place ToPlace() => new(Name, Country, Level ?? PlaceLevel.City)
    {
        GeoNamesId = _columns is not null && int.TryParse(_row.Cell(_columns.Id), NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) ? id : null,
        Latitude = _columns is null ? null : Degrees(_columns.Latitude),
        Longitude = _columns is null ? null : Degrees(_columns.Longitude),
    };

    private double? Degrees(int column) => double.TryParse(_row.Cell(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
