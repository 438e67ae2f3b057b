namespace Demarche.Chronology;

/// <summary>How the days of an act are known.</summary>
internal enum DayBasis : byte
{
    /// <summary>The report names them.</summary>
    Named,

    /// <summary>No day is named; that of the report stands in.</summary>
    OfReport,

    /// <summary>Nothing tells: a stretch before or after the report.</summary>
    Open,
}

/// <summary>Whether an act is told as a fact.</summary>
internal enum Footing : byte
{
    /// <summary>It happened, or lasts.</summary>
    Fact,

    /// <summary>It is to come.</summary>
    Planned,

    /// <summary>It did not happen.</summary>
    Denied,

    /// <summary>It may have happened.</summary>
    Possible,

    /// <summary>Somebody wants it.</summary>
    Proposed,
}

/// <summary>What merging needs of one act, small enough for a million of them to be held at once.</summary>
internal sealed class ActSketch
{
    /// <summary>Id of the event; with "/content" behind it for what a speech act is about.</summary>
    public required string Id { get; init; }

    /// <summary>First day, counted from 1970-01-01.</summary>
    public required int Start { get; init; }

    /// <summary>Last day, included.</summary>
    public required int End { get; init; }

    public required DayBasis Basis { get; init; }

    public required Footing Footing { get; init; }

    public required string Type { get; init; }

    public string? Mode { get; init; }

    /// <summary>Whether all who take part do so in the same way: they meet, agree, work together.</summary>
    public bool IsMutual { get; init; }

    /// <summary>Numbers of the codes, or of the names without one, of who did it, sorted.</summary>
    public required int[] Actors { get; init; }

    /// <summary>The same of to whom.</summary>
    public required int[] Recipients { get; init; }

    /// <summary>All who take part, sorted.</summary>
    public int[] Sides => field ??= Sets.Union(Actors, Recipients);

    /// <summary>Whether several states or bodies do it and nobody is named to whom: "both signed".</summary>
    public bool ActTogether => Recipients.Length == 0 && Sets.Coded(Actors) > 1;

    /// <summary>Numbers of the names of those who hold an office or are called by name, with the number of their code.</summary>
    public required NamedPerson[] People { get; init; }

    /// <summary>Number of the place's name, or 0.</summary>
    public int Place { get; init; }

    /// <summary>Number of the place's country, or 0.</summary>
    public int Country { get; init; }

    /// <summary>Hashes of the stems of the content words of the sentence, sorted.</summary>
    public required uint[] Words { get; init; }

    /// <summary>Numbers above nine that the sentence counts with.</summary>
    public required float[] Numbers { get; init; }

    /// <summary>Hash of the sentence, for reports that take over another's.</summary>
    public required ulong Sentence { get; init; }

    /// <summary>Number of the original that the report is, or is a copy of.</summary>
    public int Report { get; init; }

    /// <summary>Days from the first to the last.</summary>
    public int Width => End - Start + 1;
}

/// <summary>One who takes part under a name of his own.</summary>
/// <param name="Name">Number of the name.</param>
/// <param name="Code">Number of the state or body.</param>
/// <param name="HasOffice">Whether an office is known, so that another name of the same state is another person.</param>
internal readonly record struct NamedPerson(int Name, int Code, bool HasOffice);
