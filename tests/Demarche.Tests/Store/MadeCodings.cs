using Demarche.Coding.Records;
using Demarche.Store;
using NodaTime;

namespace Demarche.Tests.Store;

/// <summary>Coded reports made by hand, for tests of what is kept.</summary>
internal static class MadeCodings
{
    public static readonly Instant Noon = Instant.FromUtc(2024, 5, 1, 12, 0);

    public static ReportCoding Report(string text, params EventRecord[] events) => Report(text, "first", events);

    public static ReportCoding Report(string text, string codebook, params EventRecord[] events)
    {
        var hash = Hash(text);
        var sentences = new List<Span>();
        var words = new List<SentenceWord>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('.', at) is var dot and >= 0 ? dot + 1 : text.Length;
            words.AddRange(text[at..end].TrimEnd('.').Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(w => new SentenceWord(sentences.Count, w.ToLowerInvariant(), w.ToLowerInvariant().TrimEnd('s'))));
            sentences.Add(new Span(at, end));
            at = end + 1;
        }

        var name = $"news/{hash[..6]}.txt";
        var report = new StoredReport(hash, name, text)
        {
            Title = "On " + text.Split(' ')[0],
            Outlet = "The Gazette",
            Url = "https://example.org/" + hash[..6],
            Published = new LocalDate(2024, 4, 30),
            Earliest = new LocalDate(2024, 4, 29),
            Sections = [new Demarche.Reports.Section(Demarche.Reports.SectionKind.Paragraph, new Span(0, text.Length))],
            Sentences = [.. sentences],
            CodedAt = Noon,
            Coder = "Demarche 0.1.0",
            Codebook = codebook,
        };
        return new ReportCoding(report, [.. events.Select(e => In(name, e))], [.. words]);
    }

    public static EventRecord Event(string type, string actor, string? recipient, string? date = null, int at = 10, double confidence = 0.75) => new()
    {
        Id = $"@{at}:{type}",
        Citation = new CitationRecord("", "A title", "The Gazette", null, null, null, ["because"]),
        Coder = "Demarche 0.1.0",
        Type = type,
        Date = Day(date),
        EndDate = Day(date),
        Actors = [Who(actor)],
        Recipients = recipient is null ? [] : [Who(recipient)],
        Status = "happened",
        Text = $"{actor} and “{recipient}” 🎈 were there.",
        TextInfo = new TextPlace(at, at + 5, 0, "paragraph"),
        Rule = "made.by-hand",
        Quad = 1,
        Scale = 2.5,
        Confidence = confidence,
        Attribution = [new AttributionRecord("a spokesman", "Sam Speaker", "AUT", ["GOV"], "statement", "Wire", null, null)],
    };

    public static ParticipantRecord Who(string code) => new(code, ["GOV"], "the " + code, code switch { "USA" => "United States", "PRK" => "North Korea", _ => "State of " + code });

    public static string Hash(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static EventRecord In(string report, EventRecord one) => one with { Id = report + one.Id, Citation = one.Citation with { Report = report } };

    private static LocalDate? Day(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
