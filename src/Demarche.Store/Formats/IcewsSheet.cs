using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding.Records;

namespace Demarche.Store.Formats;

/// <summary>ICEWS: 20 columns, a row for each source and target, names as "Role (Country)", Intensity is the Goldstein value, CAMEO codes are text.</summary>
internal sealed class IcewsSheet(FormatTables tables, Coding.Codebook codebook, bool everyStatus) : IReadableSheet
{
    public ImmutableArray<string> Columns { get; } =
    [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country",
        "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
    ];

    public bool HasHeader => true;

    public bool Holds(EventRecord one) => one.Cameo is not null && (everyStatus || one.IsDone());

    public IEnumerable<string?[]> Rows(EventRecord one, ActCount told)
    {
        foreach (var (source, target, part) in EventPairs.Of(one))
        {
            var country = tables.Country(one.Place?.Country)?.Name ?? one.Place?.Country;
            yield return
            [
                SheetCells.Id(one.Id, part), IsoDay.Text(one.Date), NameOf(source), SheetCells.Joined(source.Sectors).Replace(';', ','), CountryOf(source),
                one.Mode is null ? one.Type : $"{one.Type} {one.Mode}", one.Cameo, SheetCells.Number(one.Goldstein),
                target is null ? null : NameOf(target), target is null ? null : SheetCells.Joined(target.Sectors).Replace(';', ','), target is null ? null : CountryOf(target),
                one.Citation.Report, one.TextInfo is { } text ? (text.Sentence + 1).ToString(CultureInfo.InvariantCulture) : null, one.Citation.Publication,
                one.Place is { } place && place.Name != country ? place.Name : null, null, null, country,
                SheetCells.Number(one.Place?.Latitude), SheetCells.Number(one.Place?.Longitude),
            ];
        }
    }

    public EventRecord Read(SheetRow row)
    {
        var cameo = row["CAMEO Code"] is { Length: > 0 } code ? Padded(code) : throw new FormatException("it has no CAMEO Code");
        var named = TypeOf(row["Event Text"]);
        var plover = named ?? tables.TypeOf(cameo) ?? throw new FormatException($"the CAMEO Code '{cameo}' is not known");
        return new EventRecord
        {
            Id = row["Event ID"] is { Length: > 0 } id ? id : throw new FormatException("it has no Event ID"),
            Date = SheetCells.Day(row["Event Date"], "Event Date"),
            EndDate = SheetCells.Day(row["Event Date"], "Event Date"),
            Type = plover.Type,
            Mode = plover.Mode,
            Quad = plover.Quad,
            Scale = codebook.Ontology.Types.TryGetValue(plover.Type, out var type) ? type.ScoreOf(plover.Mode) : 0,
            Cameo = cameo,
            Goldstein = SheetCells.Number(row["Intensity"], "Intensity"),
            Actors = Participant(row["Source Name"], row["Source Sectors"], row["Source Country"]) is { } source ? [source] : [],
            Recipients = Participant(row["Target Name"], row["Target Sectors"], row["Target Country"]) is { } target ? [target] : [],
            Place = Place(row),
            Citation = new CitationRecord(row["Story ID"] is { Length: > 0 } story ? story : row.File, null, SheetCells.Filled(row["Publisher"]), null, null, null, []),
            Coder = named is null ? "ICEWS" : "ICEWS (PLOVER types)",
        };
    }

    // Spreadsheets take the zero away: 40 was 040, and 873 was 0873 where no code begins with 87.
    private static string Padded(string code) => code.Length == 2 || (code.Length == 3 && code[0] is not ('0' or '1' or '2')) ? "0" + code : code;

    // Files of ours name PLOVER's type and mode; ICEWS' own name CAMEO's.
    private PloverName? TypeOf(string text)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        var (name, mode) = blank < 0 ? (text, null) : (text[..blank], text[(blank + 1)..]);
        return codebook.Ontology.Types.TryGetValue(name, out var type) && (mode is null || type.Modes.ContainsKey(mode)) ? new PloverName(name, mode, (int)type.Quad) : null;
    }

    private string? CountryOf(ParticipantRecord one) => tables.Country(one.Code)?.Name ?? one.Code;

    private string NameOf(ParticipantRecord one) => CountryOf(one) is { } country && country != one.Name ? $"{one.Name} ({country})" : one.Name;

    private ParticipantRecord? Participant(string name, string sectors, string country)
    {
        if (name.Length == 0 || name == "None")
        {
            return null;
        }

        var role = country.Length > 0 && name.EndsWith($" ({country})", StringComparison.Ordinal) ? name[..^(country.Length + 3)] : name;
        return new ParticipantRecord(
            country.Length == 0 ? null : tables.CodeOfName(country) ?? country, [.. sectors.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], name, role);
    }

    private PlaceRecord? Place(SheetRow row)
    {
        var (city, country) = (row["City"], row["Country"]);
        return city.Length + country.Length == 0 ? null : new PlaceRecord(
            city.Length > 0 ? city : country, city.Length > 0 ? city : country, country.Length == 0 ? null : tables.CodeOfName(country) ?? country, null,
            SheetCells.Number(row["Latitude"], "Latitude"), SheetCells.Number(row["Longitude"], "Longitude"));
    }
}
