using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;

namespace Demarche.Coding.Records;

/// <summary>The fields of one JSON object of an event, or of what it is about, as they are met.</summary>
internal sealed class ActFields
{
    private LocalDate? _date;
    private LocalDate? _endDate;
    private ImmutableArray<ParticipantRecord> _actors = [];
    private ImmutableArray<ParticipantRecord> _recipients = [];
    private string? _type;
    private string? _mode;
    private ImmutableArray<string> _contexts = [];
    private PlaceRecord? _place;
    private ImmutableArray<string> _evidence = [];
    private int _quad;
    private double _scale;
    private string? _cameo;
    private double? _goldstein;
    private string? _text;
    private TextPlace? _textInfo;
    private ImmutableArray<string> _auxiliary = [];
    private string? _status;
    private ImmutableArray<AttributionRecord> _attribution = [];
    private ActRecord? _content;
    private string? _rule;
    private ImmutableArray<ExplanationRecord> _explanation = [];
    private double? _confidence;

    /// <summary>The event's id, or null.</summary>
    public string? Id { get; private set; }

    /// <summary>Its report, or null.</summary>
    public CitationRecord? Citation { get; private set; }

    /// <summary>Its coder, or null.</summary>
    public string? Coder { get; private set; }

    /// <summary>Reads all fields of an object at whose start the reader stands.</summary>
    public void Read(ref Utf8JsonReader json)
    {
        Span<char> name = stackalloc char[JsonFields.LongestName];
        while (json.NextField(name) is var length and >= 0)
        {
            switch (name[..length])
            {
                case "id": Id = json.Text("id"); break;
                case "cite_info": Citation = json.Object<CitationRecord>("cite_info", EventParser.Citation); break;
                case "coder": Coder = json.Text("coder"); break;
                case "date": _date = json.Day("date"); break;
                case "enddate": _endDate = json.Day("enddate"); break;
                case "actor": _actors = json.Each<ParticipantRecord>("actor", EventParser.Participant); break;
                case "recipient": _recipients = json.Each<ParticipantRecord>("recipient", EventParser.Participant); break;
                case "event": _type = json.Strings("event").FirstOrDefault(); break;
                case "mode": _mode = json.Strings("mode").FirstOrDefault(); break;
                case "context": _contexts = json.Strings("context"); break;
                case "event_loc": _place = json.Object<PlaceRecord>("event_loc", EventParser.Place); break;
                case "event_text": _evidence = json.Strings("event_text"); break;
                case "quad_code": _quad = json.Whole("quad_code") ?? 0; break;
                case "event_scale": _scale = json.Number("event_scale") ?? 0; break;
                case "cameo": _cameo = json.Text("cameo"); break;
                case "goldstein": _goldstein = json.Number("goldstein"); break;
                case "text": _text = json.Text("text"); break;
                case "text_info": _textInfo = json.Object<TextPlace>("text_info", EventParser.TextPlace); break;
                case "auxiliary": _auxiliary = json.Strings("auxiliary"); break;
                case "status": _status = json.Text("status"); break;
                case "attribution": _attribution = json.Each<AttributionRecord>("attribution", EventParser.Attribution); break;
                case "content": _content = json.Object<ActRecord>("content", EventParser.Content); break;
                case "rule": _rule = json.Text("rule"); break;
                case "explanation": _explanation = json.Each<ExplanationRecord>("explanation", EventParser.Part); break;
                case "confidence": _confidence = json.Number("confidence"); break;
                default: json.Skip(); break;
            }
        }
    }

    /// <summary>The act.</summary>
    /// <exception cref="FormatException">It names no type.</exception>
    public ActRecord Act() => new()
    {
        Date = _date,
        EndDate = _endDate,
        Actors = _actors,
        Recipients = _recipients,
        Type = _type ?? throw new FormatException("it names no event type"),
        Mode = _mode,
        Contexts = _contexts,
        Place = _place,
        Evidence = _evidence,
        Quad = _quad,
        Scale = _scale,
        Cameo = _cameo,
        Goldstein = _goldstein,
        Text = _text ?? "",
        TextInfo = _textInfo,
        Auxiliary = _auxiliary,
        Status = _status ?? "happened",
        Attribution = _attribution,
        Content = _content,
        Rule = _rule ?? "",
        Explanation = _explanation,
        Confidence = _confidence ?? 1,
    };
}
