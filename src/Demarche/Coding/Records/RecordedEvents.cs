using System.Collections.Immutable;
using Demarche.Places;
using Demarche.Statements;

namespace Demarche.Coding.Records;

/// <summary>The events of a coded report in the form in which they are kept.</summary>
public static class RecordedEvents
{
    /// <summary>The events in reading order, each with an id unlike the others'.</summary>
    /// <param name="report">A coded report.</param>
    /// <param name="codebook">The codebook that it was coded by, for CAMEO codes.</param>
    public static ImmutableArray<EventRecord> Of(CodedReport report, Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(codebook);
        var ids = new EventIds(report.Report);
        var recorded = new RecordedReport(report, codebook);
        return [.. report.Events.Select(one => recorded.Event(one, ids.Next(one)))];
    }

    private sealed class RecordedReport(CodedReport coded, Codebook codebook)
    {
        private readonly Reports.Report _report = coded.Report;
        private readonly string? _title = Source.TitleOf(coded.Report);

        public EventRecord Event(CodedEvent one, string id)
        {
            var written = coded.Stated.Mentioned.Times.Written;
            var citation = new CitationRecord(
                _report.Name, _title, _report.Outlet, _report.Link,
                written is { HasEarliest: true } ? written.Earliest : null, written is { HasLatest: true } ? written.Latest : null,
                [.. Source.DateEvidenceOf(coded, one)])
            {
                Agency = _report.Agency,
            };
            return new EventRecord(Act(one), id, citation) { Coder = Source.Coder };
        }

        private ActRecord Act(CodedEvent one)
        {
            var cameo = codebook.Cameo.Of(one.Type.Name, one.Mode);
            var span = _report.CodePoints(one.Span);
            return new ActRecord
            {
                Date = one.Date?.Interval.Start,
                EndDate = one.Date is null ? null : one.Date.Interval.End ?? Source.DayOfReport(coded),
                Actors = [.. one.Actors.Select(Participant)],
                Recipients = [.. one.Recipients.Select(Participant)],
                Type = one.Type.Name,
                Mode = one.Mode,
                Contexts = one.Contexts,
                Place = Place(one),
                Evidence = [.. one.Evidence.Select(s => Words(s))],
                Quad = (int)one.Type.Quad,
                Scale = one.Type.ScoreOf(one.Mode),
                Cameo = cameo?.Code,
                Goldstein = cameo?.Goldstein,
                Text = Words(one.Sentence.Span),
                TextInfo = new TextPlace(span.Start, span.End, one.Sentence.Index, one.Section.ToString().ToLowerInvariant()),
                Auxiliary = [.. one.Statement.Auxiliary.Select(StatusNames.Of)],
                Status = StatusNames.Of(one.Statement.Status),
                Attribution = Attribution(one.Statement),
                Content = one.Content is { } content ? Act(content) : null,
                Rule = one.Explanation.Rule,
                Explanation = [.. one.Explanation.Parts.Select(Part)],
                Confidence = Math.Round(one.Confidence, 3),
            };
        }

        private string Words(Span span) => _report.Text[span.Start..span.End];

        private ParticipantRecord Participant(Participant one) =>
            new(one.Actor.Code, [.. one.Actor.Sectors], Words(one.Mention.Span), one.Actor.Name, one.Actor.Office);

        private PlaceRecord? Place(CodedEvent one) => one.Place is { Place: { } place } mention
            ? new PlaceRecord(Words(mention.Span), place.Name, place.Country, place.GeoNamesId, place.Latitude, place.Longitude) { Resolution = ResolutionOf(place.Level) }
            : null;

        private static string ResolutionOf(PlaceLevel level) => level switch
        {
            PlaceLevel.Country => "country",
            PlaceLevel.Region => "region",
            _ => "city",
        };

        // A hedge without a speaker ("reportedly") is still somebody's word.
        private ImmutableArray<AttributionRecord> Attribution(Statement statement) => statement switch
        {
            { Attribution.IsEmpty: true, Hedge: { } hedge } => [new AttributionRecord(null, null, null, [], null, null, null, hedge)],
            _ => [.. statement.Attribution.Select(link => new AttributionRecord(
                link.Speaker is { } speaker ? Words(speaker.Span) : link.SpeakerText,
                link.Speaker?.Actor.Name,
                link.Speaker?.Actor.Code,
                [.. link.Speaker?.Actor.Sectors ?? []],
                link.Medium,
                link.Carrier,
                link.Said?.Interval?.Start,
                statement.Hedge))],
        };

        private ExplanationRecord Part(ExplainedPart part)
        {
            var span = _report.CodePoints(part.Token.Span);
            return new ExplanationRecord(part.Part, part.Token.Form, span.Start, span.End);
        }
    }
}
