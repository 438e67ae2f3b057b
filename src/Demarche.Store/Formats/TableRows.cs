using System.Collections.Immutable;
using Demarche.Coding.Records;

namespace Demarche.Store.Formats;

/// <summary>Reads rows of our own CSV back.</summary>
internal static class TableRows
{
    /// <summary>The event of a row; what the table does not hold (full sectors, explanation, coordinates) is empty.</summary>
    /// <exception cref="FormatException">The row is no event; its message tells why.</exception>
    public static EventRecord Read(SheetRow row) => new()
    {
        Id = Text(row, "id") ?? throw new FormatException("it has no id"),
        Date = SheetCells.Day(row["date"], "date"),
        EndDate = SheetCells.Day(row["enddate"], "enddate"),
        Type = Text(row, "event") ?? throw new FormatException("it has no event"),
        Mode = Text(row, "mode"),
        Actors = Participants(row, "actor"),
        Recipients = Participants(row, "recipient"),
        Status = Text(row, "status") ?? "happened",
        Auxiliary = SheetCells.Split(row["auxiliary"]),
        Contexts = SheetCells.Split(row["context"]),
        Content = Text(row, "content_event") is { } content ? new ActRecord { Type = content, Mode = Text(row, "content_mode") } : null,
        Place = Text(row, "place") is { } place ? new PlaceRecord(place, place, Text(row, "place_country"), null, null, null) : null,
        Quad = Whole(row, "quad_code") ?? 0,
        Scale = SheetCells.Number(row["plover_scale"], "plover_scale") ?? 0,
        Cameo = Text(row, "cameo"),
        Goldstein = SheetCells.Number(row["goldstein"], "goldstein"),
        Attribution = Attribution(row),
        Text = Text(row, "text") ?? "",
        TextInfo = Whole(row, "start") is { } start ? new TextPlace(start, Whole(row, "end") ?? start, Whole(row, "sentence") ?? 0, Text(row, "section") ?? "paragraph") : null,
        Rule = Text(row, "rule") ?? "",
        Confidence = SheetCells.Number(row["confidence"], "confidence") ?? 1,
        Citation = new CitationRecord(Text(row, "report") ?? row.File, null, Text(row, "publication"), Text(row, "url"), null, null, []),
        Coder = Text(row, "coder") ?? "",
    };

    private static string? Text(SheetRow row, string column) => SheetCells.Filled(EventTable.Unescaped(row[column]));

    private static int? Whole(SheetRow row, string column) => (int?)SheetCells.Number(row[column], column);

    private static ImmutableArray<ParticipantRecord> Participants(SheetRow row, string role)
    {
        var names = SheetCells.Split(Text(row, role) ?? "");
        var (codes, sectors) = (SheetCells.Split(row[role + "_code"]), SheetCells.Split(row[role + "_sector"]));
        return [.. names.Select((name, i) => new ParticipantRecord(At(codes, i), At(sectors, i) is { } sector ? [sector] : [], name, name))];
    }

    private static string? At(ImmutableArray<string> values, int at) => at < values.Length ? SheetCells.Filled(values[at]) : null;

    private static ImmutableArray<AttributionRecord> Attribution(SheetRow row)
    {
        var (speaker, medium, outlet, hedge) = (Text(row, "said_by"), Text(row, "medium"), Text(row, "outlet"), Text(row, "hedge"));
        return speaker is null && medium is null && outlet is null && hedge is null ? [] : [new AttributionRecord(speaker, speaker, null, [], medium, outlet, null, hedge)];
    }
}
