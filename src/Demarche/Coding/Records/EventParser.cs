using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Demarche.Coding.Records;

/// <summary>Reads events from JSON objects as <see cref="EventWriter"/> writes them; a field that is absent is empty.</summary>
internal static class EventParser
{
    public static EventRecord Event(JsonElement json) =>
        new(Act(json), Text(json, "id") ?? throw new FormatException("it has no id"), Citation(json)) { Coder = Text(json, "coder") ?? "" };

    private static ActRecord Act(JsonElement json) => new()
    {
        Date = Day(json, "date"),
        EndDate = Day(json, "enddate"),
        Actors = Each(json, "actor", Participant),
        Recipients = Each(json, "recipient", Participant),
        Type = Strings(json, "event").FirstOrDefault() ?? throw new FormatException("it names no event type"),
        Mode = Strings(json, "mode").FirstOrDefault(),
        Contexts = Strings(json, "context"),
        Place = Object(json, "event_loc") is { } place ? Place(place) : null,
        Evidence = Strings(json, "event_text"),
        Quad = Whole(json, "quad_code") ?? 0,
        Scale = Number(json, "event_scale") ?? 0,
        Cameo = Text(json, "cameo"),
        Goldstein = Number(json, "goldstein"),
        Text = Text(json, "text") ?? "",
        TextInfo = Object(json, "text_info") is { } info ? TextPlace(info) : null,
        Auxiliary = Strings(json, "auxiliary"),
        Status = Text(json, "status") ?? "happened",
        Attribution = Each(json, "attribution", Attribution),
        Content = Object(json, "content") is { } content ? Act(content) : null,
        Rule = Text(json, "rule") ?? "",
        Explanation = Each(json, "explanation", Part),
        Confidence = Number(json, "confidence") ?? 1,
    };

    private static ParticipantRecord Participant(JsonElement json)
    {
        var text = Text(json, "entity_text") ?? "";
        return new ParticipantRecord(Text(json, "code"), Strings(json, "sector"), text, Text(json, "identifier_text") ?? text, Text(json, "office"));
    }

    private static PlaceRecord Place(JsonElement json)
    {
        var text = Text(json, "text") ?? "";
        return new PlaceRecord(
            text, Text(json, "name") ?? text, Text(json, "country"), (long?)Number(json, "geonames_id"), Number(json, "latitude"), Number(json, "longitude"));
    }

    private static TextPlace TextPlace(JsonElement json) =>
        new(Whole(json, "start") ?? 0, Whole(json, "end") ?? 0, Whole(json, "sentence") ?? 0, Text(json, "section") ?? "paragraph");

    private static AttributionRecord Attribution(JsonElement json) => new(
        Text(json, "entity_text"), Text(json, "identifier_text"), Text(json, "code"), Strings(json, "sector"), Text(json, "medium"), Text(json, "outlet"),
        Day(json, "date"), Text(json, "hedge"));

    private static ExplanationRecord Part(JsonElement json) =>
        new(Text(json, "part") ?? "", Text(json, "text") ?? "", Whole(json, "start") ?? 0, Whole(json, "end") ?? 0);

    private static CitationRecord Citation(JsonElement json)
    {
        var cite = Object(json, "cite_info") ?? throw new FormatException("it names no report (cite_info)");
        return new CitationRecord(
            Text(cite, "report") ?? "", Text(cite, "title"), Text(cite, "publication"), Text(cite, "url"), Day(cite, "date_earliest"), Day(cite, "date_latest"),
            Strings(cite, "date_evidence"));
    }

    private static JsonElement? Field(JsonElement json, string name, JsonValueKind kind)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == kind ? value : throw new FormatException($"the field {name} is no {kind.ToString().ToLowerInvariant()}");
    }

    private static JsonElement? Object(JsonElement json, string name) => Field(json, name, JsonValueKind.Object);

    private static string? Text(JsonElement json, string name) => Field(json, name, JsonValueKind.String)?.GetString();

    private static double? Number(JsonElement json, string name) =>
        Field(json, name, JsonValueKind.Number) is { } value ? value.TryGetDouble(out var number) ? number : throw new FormatException($"the field {name} is too large") : null;

    private static int? Whole(JsonElement json, string name) =>
        Field(json, name, JsonValueKind.Number) is { } value ? value.TryGetInt32(out var number) ? number : throw new FormatException($"the field {name} is no whole number") : null;

    private static LocalDate? Day(JsonElement json, string name)
    {
        if (Text(json, name) is not { } text)
        {
            return null;
        }

        var day = LocalDatePattern.Iso.Parse(text);
        return day.Success ? day.Value : throw new FormatException($"the field {name} is no day (yyyy-mm-dd)");
    }

    private static ImmutableArray<T> Each<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        Field(json, name, JsonValueKind.Array) is { } values ? [.. values.EnumerateArray().Select(read)] : [];

    private static ImmutableArray<string> Strings(JsonElement json, string name) => Each(
        json, name, value => value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new FormatException($"the field {name} holds something that is no text"));
}
