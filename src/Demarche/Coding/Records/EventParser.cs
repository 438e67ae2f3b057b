using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;

namespace Demarche.Coding.Records;

/// <summary>Reads events from JSON objects as <see cref="EventWriter"/> writes them, in one pass; a field that is absent is empty, an unknown one is passed over.</summary>
internal static class EventParser
{
    /// <summary>The event of one line.</summary>
    /// <exception cref="FormatException">It is JSON, but no event.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static EventRecord Event(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            json.Read();
            throw new FormatException("it is no object");
        }

        var fields = new ActFields();
        fields.Read(ref json);
        json.Read();   // what stands behind the object is complained of here
        return new EventRecord(
            fields.Act(), fields.Id ?? throw new FormatException("it has no id"), fields.Citation ?? throw new FormatException("it names no report (cite_info)"))
        {
            Coder = fields.Coder ?? "",
        };
    }

    public static ActRecord Content(ref Utf8JsonReader json)
    {
        var fields = new ActFields();
        fields.Read(ref json);
        return fields.Act();
    }

    public static ParticipantRecord Participant(ref Utf8JsonReader json)
    {
        (string? code, string? text, string? identity, string? office, ImmutableArray<string> sectors) = (null, null, null, null, []);
        Span<char> name = stackalloc char[JsonFields.LongestName];
        while (json.NextField(name) is var length and >= 0)
        {
            switch (name[..length])
            {
                case "code": code = json.Text("code"); break;
                case "sector": sectors = json.Strings("sector"); break;
                case "entity_text": text = json.Text("entity_text"); break;
                case "identifier_text": identity = json.Text("identifier_text"); break;
                case "office": office = json.Text("office"); break;
                default: json.Skip(); break;
            }
        }

        return new ParticipantRecord(code, sectors, text ?? "", identity ?? text ?? "", office);
    }

    public static PlaceRecord Place(ref Utf8JsonReader json)
    {
        (string? text, string? title, string? country, double? id, double? latitude, double? longitude, string? resolution) = (null, null, null, null, null, null, null);
        Span<char> name = stackalloc char[JsonFields.LongestName];
        while (json.NextField(name) is var length and >= 0)
        {
            switch (name[..length])
            {
                case "text": text = json.Text("text"); break;
                case "name": title = json.Text("name"); break;
                case "country": country = json.Text("country"); break;
                case "geonames_id": id = json.Number("geonames_id"); break;
                case "latitude": latitude = json.Number("latitude"); break;
                case "longitude": longitude = json.Number("longitude"); break;
                case "resolution": resolution = json.Text("resolution"); break;
                default: json.Skip(); break;
            }
        }

        return new PlaceRecord(text ?? "", title ?? text ?? "", country, (long?)id, latitude, longitude) { Resolution = resolution };
    }

    public static TextPlace TextPlace(ref Utf8JsonReader json)
    {
        (int? start, int? end, int? sentence, string? section) = (null, null, null, null);
        Span<char> name = stackalloc char[JsonFields.LongestName];
        while (json.NextField(name) is var length and >= 0)
        {
            switch (name[..length])
            {
                case "start": start = json.Whole("start"); break;
                case "end": end = json.Whole("end"); break;
                case "sentence": sentence = json.Whole("sentence"); break;
                case "section": section = json.Text("section"); break;
                default: json.Skip(); break;
            }
        }

        return new TextPlace(start ?? 0, end ?? 0, sentence ?? 0, section ?? "paragraph");
    }

    public static AttributionRecord Attribution(ref Utf8JsonReader json)
    {
        (string? text, string? identity, string? code, string? medium, string? outlet, string? hedge) = (null, null, null, null, null, null);
        (LocalDate? date, ImmutableArray<string> sectors) = (null, []);
        Span<char> name = stackalloc char[JsonFields.LongestName];
        while (json.NextField(name) is var length and >= 0)
        {
            switch (name[..length])
            {
                case "entity_text": text = json.Text("entity_text"); break;
                case "identifier_text": identity = json.Text("identifier_text"); break;
                case "code": code = json.Text("code"); break;
                case "sector": sectors = json.Strings("sector"); break;
                case "medium": medium = json.Text("medium"); break;
                case "outlet": outlet = json.Text("outlet"); break;
                case "date": date = json.Day("date"); break;
                case "hedge": hedge = json.Text("hedge"); break;
                default: json.Skip(); break;
            }
        }

        return new AttributionRecord(text, identity, code, sectors, medium, outlet, date, hedge);
    }

    public static ExplanationRecord Part(ref Utf8JsonReader json)
    {
        (string? part, string? text, int? start, int? end) = (null, null, null, null);
        Span<char> name = stackalloc char[JsonFields.LongestName];
        while (json.NextField(name) is var length and >= 0)
        {
            switch (name[..length])
            {
                case "part": part = json.Text("part"); break;
                case "text": text = json.Text("text"); break;
                case "start": start = json.Whole("start"); break;
                case "end": end = json.Whole("end"); break;
                default: json.Skip(); break;
            }
        }

        return new ExplanationRecord(part ?? "", text ?? "", start ?? 0, end ?? 0);
    }

    public static CitationRecord Citation(ref Utf8JsonReader json)
    {
        (string? report, string? title, string? publication, string? agency, string? url) = (null, null, null, null, null);
        (LocalDate? earliest, LocalDate? latest, ImmutableArray<string> evidence) = (null, null, []);
        Span<char> name = stackalloc char[JsonFields.LongestName];
        while (json.NextField(name) is var length and >= 0)
        {
            switch (name[..length])
            {
                case "report": report = json.Text("report"); break;
                case "title": title = json.Text("title"); break;
                case "publication": publication = json.Text("publication"); break;
                case "agency": agency = json.Text("agency"); break;
                case "url": url = json.Text("url"); break;
                case "date_earliest": earliest = json.Day("date_earliest"); break;
                case "date_latest": latest = json.Day("date_latest"); break;
                case "date_evidence": evidence = json.Strings("date_evidence"); break;
                default: json.Skip(); break;
            }
        }

        return new CitationRecord(report ?? "", title, publication, url, earliest, latest, evidence) { Agency = agency };
    }
}
