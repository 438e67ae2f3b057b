namespace Demarche.Store;

/// <summary>What events are counted by.</summary>
public enum EventField
{
    /// <summary>First day: "2024-04-28".</summary>
    Day,

    /// <summary>Week, by its Monday.</summary>
    Week,

    /// <summary>Month, by its first day.</summary>
    Month,

    /// <summary>Year, by its first day.</summary>
    Year,

    /// <summary>Type of event.</summary>
    Type,

    /// <summary>Mode.</summary>
    Mode,

    /// <summary>Status.</summary>
    Status,

    /// <summary>PLOVER's quad class, "1" to "4".</summary>
    Quad,

    /// <summary>Tenth of confidence, by its lower bound: "0.0" to "0.9".</summary>
    Confidence,

    /// <summary>What was last said of it: accepted, rejected or edited.</summary>
    Review,

    /// <summary>Rule that coded it.</summary>
    Rule,

    /// <summary>State in which it took place, by its code.</summary>
    Country,

    /// <summary>Place in which it took place, by its name.</summary>
    Place,

    /// <summary>One who acts; an event of two counts for both.</summary>
    Actor,

    /// <summary>One to whom it is done; an event of two counts for both.</summary>
    Recipient,

    /// <summary>One who says so.</summary>
    Speaker,

    /// <summary>Outlet of the report.</summary>
    Outlet,

    /// <summary>Name and version of what coded it.</summary>
    Coder,

    /// <summary>Version of the codebook.</summary>
    Codebook,
}

/// <summary>How many of the events that are asked for share a value.</summary>
/// <param name="Value">The value, or null for those without one.</param>
/// <param name="Code">For actors, recipients and speakers their code, or null.</param>
/// <param name="Events">How many.</param>
/// <param name="Cooperation">How many of them are of quad class 1 or 2.</param>
/// <param name="Conflict">How many are of quad class 3 or 4.</param>
/// <param name="Scale">Mean of PLOVER's scale, −10 to 10.</param>
public sealed record EventTally(string? Value, string? Code, long Events, long Cooperation, long Conflict, double Scale);
