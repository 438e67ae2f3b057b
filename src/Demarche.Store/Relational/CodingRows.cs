using Demarche.Coding.Records;

namespace Demarche.Store.Relational;

/// <summary>The rows of coded reports, collected for one transaction; columns stand in the order of <see cref="Tables"/>.</summary>
internal sealed class CodingRows
{
    private readonly List<Posting> _postings = [];

    public List<object?[]> Reports { get; } = [];

    public List<object?[]> Codings { get; } = [];

    public List<object?[]> Events { get; } = [];

    public List<object?[]> Participants { get; } = [];

    /// <summary>The words of all reports, each word beside itself: an index takes them in at one place, and a search finds them there.</summary>
    public List<object?[]> Postings => [.. _postings.OrderBy(p => p.Lemma, StringComparer.Ordinal).Select(p => new object?[] { p.Lemma, p.Report, p.Sentence, p.Occurrences })];

    /// <summary>Adds a report that is new.</summary>
    public void AddReport(long number, StoredReport report, int words) => Reports.Add(
    [
        number, report.Hash, report.Name, report.Title, report.Outlet, report.Url,
        SqlValues.Of(report.Published), SqlValues.Of(report.Earliest), SqlValues.Of(report.Latest), words, report.Coder, report.Codebook,
        SqlValues.Of(report.CodedAt), SpanText.Sections(report.Sections), SpanText.Spans(report.Sentences), report.Text,
    ]);

    /// <summary>Adds the coding that is asked from now on.</summary>
    public void AddCoding(long report, int ordinal, ReportCoding coding) =>
        Codings.Add([report, ordinal, coding.Report.Coder, coding.Report.Codebook, SqlValues.Of(coding.Report.CodedAt), coding.Events.Length, true]);

    /// <summary>Adds an event with those who take part.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="report">Number of its report.</param>
    /// <param name="reading">Its place in the report, from 0.</param>
    /// <param name="one">The event with what was said of it.</param>
    public void AddEvent(long number, long report, int reading, ReviewedEvent one)
    {
        var record = one.Record;
        Events.Add(
        [
            number, one.Key, report, reading,
            SqlValues.Of(record.Date), SqlValues.Of(record.EndDate), record.Type, record.Mode, record.Status, record.Quad, record.Scale,
            record.Cameo, record.Goldstein, record.Confidence, record.Rule,
            record.Place?.Name, record.Place?.Country, record.Place?.Latitude, record.Place?.Longitude,
            record.TextInfo?.Sentence ?? -1, record.TextInfo?.Section, record.TextInfo?.Start, record.TextInfo?.End, record.Recipients.Length,
            one.Review is { } verdict ? VerdictNames.Of(verdict) : null, record.Text,
            new JsonText(EventLines.Line(record)), one.AsCoded is { } coded ? new JsonText(EventLines.Line(coded)) : null,
        ]);
        AddParticipants(number, report, "actor", record.Actors);
        AddParticipants(number, report, "recipient", record.Recipients);
        foreach (var link in record.Attribution)
        {
            if ((link.Name ?? link.Text) is { } speaker)
            {
                AddParticipant(number, report, "speaker", link.Code, speaker, link.Sectors, null);
            }

            if (link.Outlet is { } outlet)
            {
                AddParticipant(number, report, "outlet", null, outlet, [], null);
            }
        }
    }

    /// <summary>Adds the words of a report.</summary>
    public void AddWords(long report, IEnumerable<SentenceWord> words)
    {
        foreach (var lemma in words.CountBy(w => (w.Sentence, w.Lemma)))
        {
            _postings.Add(new Posting(lemma.Key.Lemma, report, lemma.Key.Sentence, lemma.Value));
        }
    }

    private void AddParticipants(long number, long report, string role, IEnumerable<ParticipantRecord> all)
    {
        foreach (var one in all)
        {
            AddParticipant(number, report, role, one.Code, one.Name, one.Sectors, one.Office);
        }
    }

    private void AddParticipant(long number, long report, string role, string? code, string name, IReadOnlyList<string> sectors, string? office)
    {
        Participants.Add([number, report, role, code, name, Folded(name), sectors.Count > 0 ? sectors[0] : null, string.Join(';', sectors), office]);
    }

    /// <summary>A name as it is compared.</summary>
    public static string Folded(string name) => name.ToLowerInvariant();

    private readonly record struct Posting(string Lemma, long Report, int Sentence, int Occurrences);
}

/// <summary>An event with what was said of it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Record">The event with its changes.</param>
/// <param name="Review">What was last said of it, or null.</param>
/// <param name="AsCoded">The event without its changes, where it has some; else null.</param>
internal sealed record ReviewedEvent(string Key, EventRecord Record, Verdict? Review, EventRecord? AsCoded)
{
    /// <summary>An event as coded with a correction applied; one that makes no event any more leaves it as coded.</summary>
    public static ReviewedEvent Of(string key, EventRecord coded, Correction? correction)
    {
        if (correction is null)
        {
            return new ReviewedEvent(key, coded, null, null);
        }

        if (correction.Changes is not { } changes)
        {
            return new ReviewedEvent(key, coded, correction.Verdict, null);
        }

        return RecordText.Changed(key, coded, changes).Value is { } changed
            ? new ReviewedEvent(key, changed, correction.Verdict == Verdict.Rejected ? Verdict.Rejected : Verdict.Edited, coded)
            : new ReviewedEvent(key, coded, null, null);
    }
}
