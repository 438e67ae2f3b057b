using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding.Records;
using NodaTime;

namespace Demarche.Store.Formats;

/// <summary>GDELT 2.0 events: 61 columns without a header, a row for each pair of actors, CAMEO codes for actors and FIPS codes for places.</summary>
internal sealed class GdeltSheet(FormatTables tables, Coding.Codebook codebook, bool everyStatus) : IReadableSheet
{
    private static readonly string[] Actor =
        ["Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code"];

    private static readonly string[] Sectors = ["Type1Code", "Type2Code", "Type3Code"];

    private static readonly string[] Geo = ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"];

    public ImmutableArray<string> Columns { get; } =
    [
        "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", .. Actor.Select(c => "Actor1" + c), .. Actor.Select(c => "Actor2" + c),
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
        .. Geo.Select(c => "Actor1Geo_" + c), .. Geo.Select(c => "Actor2Geo_" + c), .. Geo.Select(c => "ActionGeo_" + c), "DATEADDED", "SOURCEURL",
    ];

    public bool HasHeader => false;

    public bool Holds(EventRecord one) => one.Cameo is not null && (everyStatus || one.IsDone());

    public IEnumerable<string?[]> Rows(EventRecord one, ActCount told)
    {
        var cameo = one.Cameo ?? "";
        foreach (var (actor, recipient, part) in EventPairs.Of(one))
        {
            yield return
            [
                SheetCells.Id(one.Id, part), SheetCells.Short(one.Date), SheetCells.Short(one.Date)?[..6], SheetCells.Short(one.Date)?[..4], Fraction(one.Date),
                .. Columns10(actor), .. Columns10(recipient),
                IsLead(one) ? "1" : "0", cameo, cameo[..Math.Min(3, cameo.Length)], cameo[..Math.Min(2, cameo.Length)], one.Quad.ToString(CultureInfo.InvariantCulture),
                SheetCells.Number(one.Goldstein), Whole(told.Tellings), Whole(told.Originals), Whole(told.Reports), null,
                .. NoPlace, .. NoPlace, .. Columns8(one.Place), SheetCells.Short(one.Citation.DateLatest) is { } day ? day + "000000" : null, one.Citation.Url ?? one.Citation.Report,
            ];
        }
    }

    public EventRecord Read(SheetRow row)
    {
        var cameo = row["EventCode"] is { Length: >= 2 } code ? code : throw new FormatException($"the EventCode '{row["EventCode"]}' is none");
        var plover = tables.TypeOf(cameo) ?? throw new FormatException($"the EventCode '{cameo}' is not known");
        var address = row["SOURCEURL"];
        return new EventRecord
        {
            Id = row["GLOBALEVENTID"] is { Length: > 0 } id ? id : throw new FormatException("it has no GLOBALEVENTID"),
            Date = SheetCells.Day(row["SQLDATE"], "SQLDATE"),
            EndDate = SheetCells.Day(row["SQLDATE"], "SQLDATE"),
            Type = plover.Type,
            Mode = plover.Mode,
            Quad = (int?)SheetCells.Number(row["QuadClass"], "QuadClass") ?? plover.Quad,
            Scale = codebook.Ontology.Types.TryGetValue(plover.Type, out var type) ? type.ScoreOf(plover.Mode) : 0,
            Cameo = cameo,
            Goldstein = SheetCells.Number(row["GoldsteinScale"], "GoldsteinScale"),
            Actors = Participant(row, "Actor1") is { } actor ? [actor] : [],
            Recipients = Participant(row, "Actor2") is { } recipient ? [recipient] : [],
            Place = Place(row),
            Citation = new CitationRecord(
                address.Length > 0 ? address : row.File, null, null, address.Contains("://", StringComparison.Ordinal) ? address : null, null, SheetCells.Day(row["DATEADDED"], "DATEADDED"), []),
            Coder = "GDELT 2.0",
        };
    }

    private static string?[] NoPlace => ["0", null, null, null, null, null, null, null];

    // GDELT's formula: months of thirty days in a year of 365.
    private static string? Fraction(LocalDate? day) =>
        day is { } known ? (known.Year + (((known.Month * 30) + known.Day) / 365.0)).ToString("F4", CultureInfo.InvariantCulture) : null;

    private static string Whole(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static bool IsLead(EventRecord one) => one.TextInfo is { } text && (text.Section == "headline" || text.Sentence <= 1);

    private string?[] Columns10(ParticipantRecord? one)
    {
        if (one is null)
        {
            return new string?[10];
        }

        var country = tables.Country(one.Code) is { Code: var state } ? tables.ToCameo(state) : null;
        var group = country is null ? one.Code : null;
        return
        [
            string.Concat([country ?? group ?? "", .. one.Sectors.Take(3)]), one.Name, country, group, null, null, null,
            one.Sectors.ElementAtOrDefault(0), one.Sectors.ElementAtOrDefault(1), one.Sectors.ElementAtOrDefault(2),
        ];
    }

    // 1 a country, 3 a place of the United States, 4 a place elsewhere.
    private string?[] Columns8(PlaceRecord? place)
    {
        if (place is null)
        {
            return NoPlace;
        }

        var country = tables.Country(place.Country);
        var isCountry = country?.Name == place.Name;
        return
        [
            isCountry ? "1" : place.Country == "USA" ? "3" : "4", isCountry || country is null ? place.Name : $"{place.Name}, {country.Name}", country?.Fips, null, null,
            SheetCells.Number(place.Latitude), SheetCells.Number(place.Longitude), null,
        ];
    }

    private ParticipantRecord? Participant(SheetRow row, string who)
    {
        var (code, name) = (row[who + "Code"], row[who + "Name"]);
        if (code.Length + name.Length == 0)
        {
            return null;
        }

        var state = row[who + "CountryCode"] is { Length: > 0 } country ? tables.FromCameo(country) : SheetCells.Filled(row[who + "KnownGroupCode"]);
        ImmutableArray<string> sectors = [.. Sectors.Select(t => row[who + t]).Where(t => t.Length > 0)];
        var known = name.Length > 0 ? name : tables.Country(state)?.Name ?? code;
        return new ParticipantRecord(state, sectors, known, known);
    }

    private PlaceRecord? Place(SheetRow row)
    {
        var full = row["ActionGeo_FullName"];
        if (full.Length == 0)
        {
            return null;
        }

        var code = tables.CodeOfFips(row["ActionGeo_CountryCode"]);
        var tail = ", " + tables.Country(code)?.Name;
        var name = code is not null && full.EndsWith(tail, StringComparison.Ordinal) ? full[..^tail.Length] : full;
        return new PlaceRecord(name, name, code, null, SheetCells.Number(row["ActionGeo_Lat"], "ActionGeo_Lat"), SheetCells.Number(row["ActionGeo_Long"], "ActionGeo_Long"));
    }
}
