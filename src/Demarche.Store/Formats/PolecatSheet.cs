using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding.Records;

namespace Demarche.Store.Formats;

/// <summary>POLECAT's weekly files: 40 columns, a row an event, several actors joined by ";", the word None for an actor value that is not known.</summary>
internal sealed class PolecatSheet(FormatTables tables, bool everyStatus) : IReadableSheet
{
    private const string None = "None";
    private const string Coder = "POLECAT";

    private static readonly string[] Quads = ["", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"];

    public ImmutableArray<string> Columns { get; } =
    [
        "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector",
        "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
        "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude",
        "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
    ];

    public bool HasHeader => true;

    public bool Holds(EventRecord one) => everyStatus || one.IsDone();

    public IEnumerable<string?[]> Rows(EventRecord one, ActCount told)
    {
        var place = one.Place;
        yield return
        [
            one.Id, IsoDay.Text(one.Date), one.Type, one.Mode, SheetCells.Number(one.Scale), one.Quad is >= 1 and <= 4 ? Quads[one.Quad] : "", SheetCells.Joined(one.Contexts),
            .. Participants(one.Actors), .. Participants(one.Recipients),
            place?.Name, place is not null && !IsCountry(place) ? place.Name : null, null, null, place?.Country, SheetCells.Number(place?.Latitude), SheetCells.Number(place?.Longitude),
            place?.GeoNamesId?.ToString(CultureInfo.InvariantCulture), place?.Text, null, one.Citation.Publication, IsoDay.Text(one.Citation.DateLatest),
            null, null, null, "English", one.Coder.StartsWith(Coder + " ", StringComparison.Ordinal) ? one.Coder[(Coder.Length + 1)..] : one.Coder,
        ];
    }

    public EventRecord Read(SheetRow row) => new()
    {
        Id = row["Event ID"] is { Length: > 0 } id ? id : throw new FormatException("it has no Event ID"),
        Date = SheetCells.Day(row["Event Date"], "Event Date"),
        EndDate = SheetCells.Day(row["Event Date"], "Event Date"),
        Type = row["Event Type"] is { Length: > 0 } type ? type : throw new FormatException("it has no Event Type"),
        Mode = SheetCells.Filled(Known(row["Event Mode"])),
        Scale = SheetCells.Number(row["Intensity"].Length > 0 ? row["Intensity"] : row["Event Intensity"], "Intensity") ?? 0,
        Quad = Math.Max(0, Array.IndexOf(Quads, row["Quad Code"].ToUpperInvariant())),
        Contexts = SheetCells.Split(Known(row["Contexts"])),
        Actors = Participants(row, "Actor"),
        Recipients = Participants(row, "Recipient"),
        Place = Place(row),
        Citation = new CitationRecord(row.File, null, SheetCells.Filled(row["Source"]), null, null, SheetCells.Day(Known(row["Publication Date"]), "Publication Date"), []),
        Coder = row["Version"] is { Length: > 0 } version ? char.IsAsciiDigit(version[0]) || version.StartsWith("NGEC", StringComparison.Ordinal) ? $"{Coder} {version}" : version : Coder,
    };

    private static string Known(string cell) => cell == None ? "" : cell;

    private bool IsCountry(PlaceRecord place) => tables.Country(place.Country)?.Name == place.Name;

    private string[] Participants(ImmutableArray<ParticipantRecord> all)
    {
        if (all.IsEmpty)
        {
            return [None, None, None, None, None, None, None, None];
        }

        // With one actor all of its sectors have their place; with several, each has its primary one, and the rest come as a set.
        var sectors = all.Length == 1 ? all[0].Sectors : [.. all.SelectMany(a => a.Sectors).Distinct(StringComparer.Ordinal)];
        return
        [
            Each(a => a.Name), Each(a => a.Code), Each(a => tables.Country(a.Code)?.Cow), Each(a => a.Sectors.FirstOrDefault()),
            sectors.IsEmpty ? None : SheetCells.Joined(sectors), Each(a => a.Office), Each(a => a.Text), None,
        ];

        // One None says that none of them is known.
        string Each(Func<ParticipantRecord, string?> value)
        {
            var values = all.Select(a => value(a) is { Length: > 0 } known ? known : None).ToList();
            return values.TrueForAll(v => v == None) ? None : SheetCells.Joined(values);
        }
    }

    private static ImmutableArray<ParticipantRecord> Participants(SheetRow row, string role)
    {
        var codes = SheetCells.Split(Known(row[$"{role} Country"]));
        var names = SheetCells.Split(Known(row[$"{role} Name"]));
        var raw = SheetCells.Split(Known(row[$"{role} Name Raw"]));
        var primary = SheetCells.Split(Known(row[$"Primary {role} Sector"]));
        var offices = SheetCells.Split(Known(row[$"{role} Title"]));
        var all = SheetCells.Split(Known(row[$"{role} Sectors"]));
        var count = Math.Max(codes.Length, names.Length);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var name = At(names, i) ?? At(raw, i) ?? At(codes, i) ?? "";
            ImmutableArray<string> sectors = count == 1 && !all.IsEmpty ? all : At(primary, i) is { } first ? [first] : [];
            return new ParticipantRecord(At(codes, i), sectors, At(raw, i) ?? name, name, At(offices, i));
        })];

        static string? At(ImmutableArray<string> values, int at) => at < values.Length && values[at] is not ("" or None) ? values[at] : null;
    }

    private static PlaceRecord? Place(SheetRow row)
    {
        var name = Known(row["Placename"]) is { Length: > 0 } placed ? placed : Known(row["City"]);
        if (name.Length == 0)
        {
            return null;
        }

        return new PlaceRecord(
            Known(row["Raw Placename"]) is { Length: > 0 } raw ? raw : name, name, SheetCells.Filled(Known(row["Country"])), (long?)SheetCells.Number(Known(row["GeoNames ID"]), "GeoNames ID"),
            SheetCells.Number(Known(row["Latitude"]), "Latitude"), SheetCells.Number(Known(row["Longitude"]), "Longitude"));
    }
}
