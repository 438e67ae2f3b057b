using Demarche.Coding;
using Demarche.Coding.Records;
using Demarche.Store.Formats;
using NodaTime;

namespace Demarche.Tests.Store.Formats;

/// <summary>Events of our own making, and their way through a format and back.</summary>
internal static class Samples
{
    public static Codebook Codebook { get; } = Demarche.Coding.Codebook.Load(CodebookFiles.Shipped()).Value!;

    public static EventFormats Formats { get; } = new(CodebookFiles.Shipped(), Codebook);

    /// <summary>An event with every field filled.</summary>
    public static EventRecord Full { get; } = new()
    {
        Id = "lamp.txt@81:CONSULT",
        Date = new LocalDate(2021, 3, 4),
        EndDate = new LocalDate(2021, 3, 5),
        Actors = [new ParticipantRecord("FRA", ["GOV"], "the French minister", "Jean Dupont", "foreign minister"), new ParticipantRecord("IRN", ["GOV", "MIL"], "Iran", "Iran")],
        Recipients = [new ParticipantRecord("UNO", [], "the UN", "United Nations")],
        Type = "CONSULT",
        Mode = "visit",
        Contexts = ["diplomatic", "military"],
        Place = new PlaceRecord("Vienna", "Vienna", "AUT", 2761369, 48.2, 16.37),
        Evidence = ["met in Vienna"],
        Quad = 1,
        Scale = 4,
        Cameo = "042",
        Goldstein = 1.9,
        Text = "=The ministers met, \"in Vienna\";\tthey said.",
        TextInfo = new TextPlace(81, 120, 1, "paragraph"),
        Attribution = [new AttributionRecord("a spokesman", "spokesman", "FRA", ["GOV"], "statement", "Lamp", new LocalDate(2021, 3, 4), "reportedly")],
        Content = new ActRecord { Type = "AGREE", Status = "planned" },
        Rule = "consult.meet",
        Explanation = [new ExplanationRecord("verb", "met", 100, 103), new ExplanationRecord("actor (subject)", "ministers", 85, 94)],
        Confidence = 0.84,
        Citation = new CitationRecord("lamp.txt", "Ministers meet", "The Daily Lamp", "https://lamp.example/1", new LocalDate(2021, 3, 4), new LocalDate(2021, 3, 5), ["printed"]),
        Coder = "Demarche 0.1.0",
    };

    /// <summary>An event of one state to another, as little as an event can hold.</summary>
    public static EventRecord Bare { get; } = new()
    {
        Id = "x@1:SANCTION",
        Actors = [new ParticipantRecord("USA", [], "the US", "United States")],
        Recipients = [new ParticipantRecord("PRK", [], "Pyongyang", "North Korea")],
        Type = "SANCTION",
        Quad = 4,
        Scale = -6,
        Cameo = "160",
        Goldstein = -4,
        Citation = new CitationRecord("x", null, null, null, null, null, []),
    };

    public static EventRecord Denied { get; } = Bare with { Id = "x@9:SANCTION", Status = "did-not-happen" };

    public static string Written(string format, params EventRecord[] events)
    {
        var text = new StringWriter { NewLine = "\n" };
        var writer = Formats.Writer(format, text);
        writer.Open();
        Array.ForEach(events, writer.Write);
        return text.ToString();
    }

    public static List<Outcome<EventRecord>> Read(string format, string text)
    {
        using var folder = new Cli.TestFolder();
        return [.. Formats.Read(format, folder.Write("events.x", text))];
    }

    public static List<EventRecord> Back(string format, params EventRecord[] events) =>
        [.. Read(format, Written(format, events)).Select(r => r.Value ?? throw new InvalidOperationException(r.Failure!.ToString()))];
}
