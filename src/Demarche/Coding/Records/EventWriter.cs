using System.Collections.Immutable;
using System.Text.Json;
using Demarche.Statements;

namespace Demarche.Coding.Records;

/// <summary>Writes the fields of one event, and of its content in the same form.</summary>
internal sealed class EventWriter(Utf8JsonWriter json, CodedReport report, Codebook codebook)
{
    public void Write(CodedEvent one)
    {
        json.WriteString("date", Source.Iso(one.Date?.Interval.Start));
        json.WriteString("enddate", EndOf(one));
        Write("actor", one.Actors);
        Write("recipient", one.Recipients);
        WriteList("event", [one.Type.Name]);
        WriteList("mode", one.Mode is { } mode ? [mode] : []);
        WriteList("context", one.Contexts);
        WritePlace(one);
        WriteList("event_text", one.Evidence.Select(s => report.Report.Text[s.Start..s.End]));
        json.WriteNumber("quad_code", (int)one.Type.Quad);
        json.WriteNumber("event_scale", one.Type.ScoreOf(one.Mode));
        if (codebook.Cameo.Of(one.Type.Name, one.Mode) is { } cameo)
        {
            json.WriteString("cameo", cameo.Code);
            json.WriteNumber("goldstein", cameo.Goldstein);
        }

        WriteText(one);
        WriteList("auxiliary", one.Statement.Auxiliary.Select(StatusNames.Of));
        json.WriteString("status", StatusNames.Of(one.Statement.Status));
        WriteAttribution(one.Statement);
        if (one.Content is { } content)
        {
            json.WriteStartObject("content");
            Write(content);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("content");
        }

        WriteExplanation(one.Explanation);
        json.WriteNumber("confidence", Math.Round(one.Confidence, 3));
    }

    // What lasts to the report ends, for the record, on its day.
    private string? EndOf(CodedEvent one) =>
        one.Date is not { } date ? null : date.Interval.End is { } end ? Source.Iso(end) : Source.Iso(Source.DayOfReport(report));

    private void WriteList(string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private void Write(string name, ImmutableArray<Participant> participants)
    {
        json.WriteStartArray(name);
        foreach (var one in participants)
        {
            json.WriteStartObject();
            json.WriteString("code", one.Actor.Code);
            WriteList("sector", one.Actor.Sectors);
            json.WriteString("entity_text", report.Report.Text[one.Mention.Span.Start..one.Mention.Span.End]);
            json.WriteString("identifier_text", one.Actor.Name);
            if (one.Actor.Office is { } office)
            {
                json.WriteString("office", office);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WritePlace(CodedEvent one)
    {
        if (one.Place is not { Place: { } place } mention)
        {
            json.WriteNull("event_loc");
            return;
        }

        json.WriteStartObject("event_loc");
        json.WriteString("text", report.Report.Text[mention.Span.Start..mention.Span.End]);
        json.WriteString("name", place.Name);
        json.WriteString("country", place.Country);
        WriteOptional("geonames_id", place.GeoNamesId);
        WriteOptional("latitude", place.Latitude);
        WriteOptional("longitude", place.Longitude);
        json.WriteEndObject();
    }

    private void WriteOptional(string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private void WriteText(CodedEvent one)
    {
        var sentence = one.Sentence;
        json.WriteString("text", report.Report.Text[sentence.Span.Start..sentence.Span.End]);
        var span = report.Report.CodePoints(one.Span);
        json.WriteStartObject("text_info");
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        json.WriteNumber("sentence", sentence.Index);
        json.WriteString("section", one.Section switch
        {
            Reports.SectionKind.Headline => "headline",
            Reports.SectionKind.Caption => "caption",
            Reports.SectionKind.Trailer => "trailer",
            _ => "paragraph",
        });
        json.WriteEndObject();
    }

    private void WriteAttribution(Statement statement)
    {
        json.WriteStartArray("attribution");
        foreach (var link in statement.Attribution)
        {
            json.WriteStartObject();
            json.WriteString("entity_text", link.Speaker is { } s ? report.Report.Text[s.Span.Start..s.Span.End] : link.SpeakerText);
            json.WriteString("identifier_text", link.Speaker?.Actor.Name);
            json.WriteString("code", link.Speaker?.Actor.Code);
            WriteList("sector", link.Speaker?.Actor.Sectors ?? []);
            json.WriteString("medium", link.Medium);
            json.WriteString("outlet", link.Carrier);
            json.WriteString("date", Source.Iso(link.Said?.Interval?.Start));
            json.WriteString("hedge", statement.Hedge);
            json.WriteEndObject();
        }

        // A hedge without a speaker ("reportedly") is still somebody's word.
        if (statement.Attribution.IsEmpty && statement.Hedge is { } hedge)
        {
            json.WriteStartObject();
            json.WriteString("hedge", hedge);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteExplanation(Explanation explanation)
    {
        json.WriteString("rule", explanation.Rule);
        json.WriteStartArray("explanation");
        foreach (var part in explanation.Parts)
        {
            var span = report.Report.CodePoints(part.Token.Span);
            json.WriteStartObject();
            json.WriteString("part", part.Part);
            json.WriteString("text", part.Token.Form);
            json.WriteNumber("start", span.Start);
            json.WriteNumber("end", span.End);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
