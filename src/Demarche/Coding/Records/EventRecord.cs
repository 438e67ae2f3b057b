using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Demarche.Coding.Records;

/// <summary>One act as it is kept and handed on, free of the report that it was read from. Immutable.</summary>
/// <remarks>The fields of a PLOVER record (manual 1.0, "Data format") with the design's additions; no reference into a parsed report.</remarks>
public record ActRecord
{
    /// <summary>First day of the act, or null where nothing tells.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>Last day, included; what lasts to the report ends on its day. Null where nothing tells.</summary>
    public LocalDate? EndDate { get; init; }

    /// <summary>Who did it.</summary>
    public ImmutableArray<ParticipantRecord> Actors { get; init; } = [];

    /// <summary>To whom; may be empty.</summary>
    public ImmutableArray<ParticipantRecord> Recipients { get; init; } = [];

    /// <summary>PLOVER type, "CONSULT", or a type of the user's own codebook.</summary>
    public required string Type { get; init; }

    /// <summary>Mode, "visit", or null.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts, in alphabetical order.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>Where it took place, or null.</summary>
    public PlaceRecord? Place { get; init; }

    /// <summary>Each stretch of words that it rests on.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    public int Quad { get; init; }

    /// <summary>The type's value on PLOVER's scale, −10 to 10.</summary>
    public double Scale { get; init; }

    /// <summary>CAMEO code as text, with its leading zero, or null.</summary>
    public string? Cameo { get; init; }

    /// <summary>The CAMEO code's Goldstein value, −10 to 10, or null.</summary>
    public double? Goldstein { get; init; }

    /// <summary>The sentence.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where its evidence stands in the report, or null for a record of another coder.</summary>
    public TextPlace? TextInfo { get; init; }

    /// <summary>Names of PLOVER's auxiliary modes: historical, future, hypothetical, negation.</summary>
    public ImmutableArray<string> Auxiliary { get; init; } = [];

    /// <summary>happened, ongoing, planned, proposed, possible or did-not-happen.</summary>
    public string Status { get; init; } = "happened";

    /// <summary>Who says so, from the nearest speaker outwards.</summary>
    public ImmutableArray<AttributionRecord> Attribution { get; init; } = [];

    /// <summary>What a speech act is about, or null.</summary>
    public ActRecord? Content { get; init; }

    /// <summary>Id of the rule that coded it.</summary>
    public string Rule { get; init; } = "";

    /// <summary>The words that met each part of the rule.</summary>
    public ImmutableArray<ExplanationRecord> Explanation { get; init; } = [];

    /// <summary>How likely it is to be right, from 0 to 1.</summary>
    public double Confidence { get; init; } = 1;
}

/// <summary>One coded event of one report, as it is kept and handed on. Immutable.</summary>
public sealed record EventRecord : ActRecord
{
    /// <summary>An event without fields yet.</summary>
    public EventRecord()
    {
    }

    /// <summary>The event that an act becomes once it has an id and a report.</summary>
    [SetsRequiredMembers]
    internal EventRecord(ActRecord act, string id, CitationRecord citation)
        : base(act)
    {
        Id = id;
        Citation = citation;
    }

    /// <summary>Unlike any other of the same input: report, offset of the trigger, type.</summary>
    public required string Id { get; init; }

    /// <summary>The report that it comes from.</summary>
    public required CitationRecord Citation { get; init; }

    /// <summary>Name and version of what coded it.</summary>
    public string Coder { get; init; } = "";
}

/// <summary>One who takes part.</summary>
/// <param name="Code">State or international code, "PRK", or null where it is not known.</param>
/// <param name="Sectors">PLOVER sectors, the primary first.</param>
/// <param name="Text">The words of the report.</param>
/// <param name="Name">The identity, "Kim Jong Un".</param>
/// <param name="Office">The office held then, or null.</param>
public sealed record ParticipantRecord(string? Code, ImmutableArray<string> Sectors, string Text, string Name, string? Office = null);

/// <summary>Where an act took place.</summary>
/// <param name="Text">The words of the report.</param>
/// <param name="Name">The place's name.</param>
/// <param name="Country">ISO 3166 alpha-3 code, or null.</param>
/// <param name="GeoNamesId">GeoNames id, or null.</param>
/// <param name="Latitude">Degrees north, or null.</param>
/// <param name="Longitude">Degrees east, or null.</param>
public sealed record PlaceRecord(string Text, string Name, string? Country, long? GeoNamesId, double? Latitude, double? Longitude)
{
    /// <summary>How narrow the place is: country, region or city; null where a record does not say.</summary>
    public string? Resolution { get; init; }
}

/// <summary>Where the evidence stands: offsets count Unicode code points of the report as read, half open.</summary>
/// <param name="Start">First code point.</param>
/// <param name="End">One past the last.</param>
/// <param name="Sentence">Number of the sentence, from 0.</param>
/// <param name="Section">headline, caption, paragraph or trailer.</param>
public sealed record TextPlace(int Start, int End, int Sentence, string Section);

/// <summary>One link of the chain of those who say so.</summary>
/// <param name="Text">The words of the report for the speaker, or null.</param>
/// <param name="Name">The speaker's identity, or null.</param>
/// <param name="Code">The speaker's state, or null.</param>
/// <param name="Sectors">The speaker's sectors.</param>
/// <param name="Medium">statement, interview, tweet …, or null.</param>
/// <param name="Outlet">Who carried it, or null.</param>
/// <param name="Date">The day on which it was said, or null.</param>
/// <param name="Hedge">"reportedly", or null.</param>
public sealed record AttributionRecord(
    string? Text, string? Name, string? Code, ImmutableArray<string> Sectors, string? Medium, string? Outlet, LocalDate? Date, string? Hedge);

/// <summary>A part of a rule and the words that met it.</summary>
/// <param name="Part">"verb", "actor (subject)".</param>
/// <param name="Text">The word.</param>
/// <param name="Start">First code point in the report as read.</param>
/// <param name="End">One past the last.</param>
public sealed record ExplanationRecord(string Part, string Text, int Start, int End);

/// <summary>What is known of the report behind an event.</summary>
/// <param name="Report">The input's name: its path as given, with <c>#n</c> for the n-th report of a file.</param>
/// <param name="Title">Its headline, or null.</param>
/// <param name="Publication">Its outlet, or null.</param>
/// <param name="Url">Its address, or null.</param>
/// <param name="DateEarliest">The first day on which it can have been written, or null.</param>
/// <param name="DateLatest">The last such day, or null.</param>
/// <param name="DateEvidence">Why these days: of the report first, then of the event.</param>
public sealed record CitationRecord(
    string Report, string? Title, string? Publication, string? Url, LocalDate? DateEarliest, LocalDate? DateLatest, ImmutableArray<string> DateEvidence)
{
    /// <summary>The news agency that the dateline names, where <see cref="Publication"/> reprints it; else null.</summary>
    public string? Agency { get; init; }
}
