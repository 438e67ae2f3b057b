using System.Text.Json;
using NodaTime;

namespace Demarche.Coding.Records;

/// <summary>Writes events as JSON objects, fields in a fixed order.</summary>
internal sealed class EventWriter(Utf8JsonWriter json)
{
    public void Write(EventRecord one)
    {
        json.WriteStartObject();
        json.WriteString("id", one.Id);
        json.WriteBoolean("has_event", true);
        WriteFields(one);
        WriteCitation(one.Citation);
        json.WriteString("coder", one.Coder);
        json.WriteString("link", one.Citation.Url);
        json.WriteEndObject();
    }

    private void WriteFields(ActRecord one)
    {
        WriteDay("date", one.Date);
        WriteDay("enddate", one.EndDate);
        WriteEach("actor", one.Actors, WriteParticipant);
        WriteEach("recipient", one.Recipients, WriteParticipant);
        WriteList("event", [one.Type]);
        WriteList("mode", one.Mode is { } mode ? [mode] : []);
        WriteList("context", one.Contexts);
        WritePlace(one.Place);
        WriteList("event_text", one.Evidence);
        json.WriteNumber("quad_code", one.Quad);
        json.WriteNumber("event_scale", one.Scale);
        if (one.Cameo is { } cameo)
        {
            json.WriteString("cameo", cameo);
        }

        WriteOptional("goldstein", one.Goldstein);
        json.WriteString("text", one.Text);
        WriteTextPlace(one.TextInfo);
        WriteList("auxiliary", one.Auxiliary);
        json.WriteString("status", one.Status);
        WriteEach("attribution", one.Attribution, WriteAttribution);
        WriteContent(one.Content);
        json.WriteString("rule", one.Rule);
        WriteEach("explanation", one.Explanation, WritePart);
        json.WriteNumber("confidence", one.Confidence);
    }

    private void WriteContent(ActRecord? content)
    {
        if (content is null)
        {
            json.WriteNull("content");
            return;
        }

        json.WriteStartObject("content");
        WriteFields(content);
        json.WriteEndObject();
    }

    private void WriteParticipant(ParticipantRecord one)
    {
        json.WriteString("code", one.Code);
        WriteList("sector", one.Sectors);
        json.WriteString("entity_text", one.Text);
        json.WriteString("identifier_text", one.Name);
        if (one.Office is { } office)
        {
            json.WriteString("office", office);
        }
    }

    private void WritePlace(PlaceRecord? place)
    {
        if (place is null)
        {
            json.WriteNull("event_loc");
            return;
        }

        json.WriteStartObject("event_loc");
        json.WriteString("text", place.Text);
        json.WriteString("name", place.Name);
        json.WriteString("country", place.Country);
        WriteOptional("geonames_id", place.GeoNamesId);
        WriteOptional("latitude", place.Latitude);
        WriteOptional("longitude", place.Longitude);
        if (place.Resolution is { } resolution)
        {
            json.WriteString("resolution", resolution);
        }

        json.WriteEndObject();
    }

    private void WriteTextPlace(TextPlace? place)
    {
        if (place is null)
        {
            json.WriteNull("text_info");
            return;
        }

        json.WriteStartObject("text_info");
        json.WriteNumber("start", place.Start);
        json.WriteNumber("end", place.End);
        json.WriteNumber("sentence", place.Sentence);
        json.WriteString("section", place.Section);
        json.WriteEndObject();
    }

    // A hedge without a speaker stands alone, so that nobody reads an unknown speaker into it.
    private void WriteAttribution(AttributionRecord link)
    {
        if (link is { Text: null, Name: null, Code: null, Sectors.IsEmpty: true, Medium: null, Outlet: null, Date: null })
        {
            json.WriteString("hedge", link.Hedge);
            return;
        }

        json.WriteString("entity_text", link.Text);
        json.WriteString("identifier_text", link.Name);
        json.WriteString("code", link.Code);
        WriteList("sector", link.Sectors);
        json.WriteString("medium", link.Medium);
        json.WriteString("outlet", link.Outlet);
        WriteDay("date", link.Date);
        json.WriteString("hedge", link.Hedge);
    }

    private void WritePart(ExplanationRecord part)
    {
        json.WriteString("part", part.Part);
        json.WriteString("text", part.Text);
        json.WriteNumber("start", part.Start);
        json.WriteNumber("end", part.End);
    }

    private void WriteCitation(CitationRecord citation)
    {
        json.WriteStartObject("cite_info");
        json.WriteString("report", citation.Report);
        json.WriteString("title", citation.Title);
        json.WriteString("publication", citation.Publication);
        if (citation.Agency is { } agency)
        {
            json.WriteString("agency", agency);
        }

        json.WriteString("url", citation.Url);
        WriteDay("date_earliest", citation.DateEarliest);
        WriteDay("date_latest", citation.DateLatest);
        WriteList("date_evidence", citation.DateEvidence);
        json.WriteEndObject();
    }

    private void WriteEach<T>(string name, IEnumerable<T> values, Action<T> fields)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            fields(value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteList(string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private void WriteDay(string name, LocalDate? day) => json.WriteString(name, IsoDay.Text(day));

    private void WriteOptional(string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
