using NodaTime;

namespace Demarche.Store;

/// <summary>Events counted for drawings. Orders, limits and cursors of the questions are not heeded.</summary>
public interface IChartArchive
{
    /// <summary>How many events a question asks for, and from when to when their first days lie.</summary>
    Task<EventExtent> ExtentAsync(EventQuery query, CancellationToken cancellation = default);

    /// <summary>Events counted by two of their fields at once, in the order of the first: by month and type, say. Fields of participants and reports cannot stand here.</summary>
    IAsyncEnumerable<EventCross> CrossAsync(EventQuery query, EventField rows, EventField columns, CancellationToken cancellation = default);

    /// <summary>Who deals with whom, those with the most events first; those of one state count as one.</summary>
    IAsyncEnumerable<PairTally> PairsAsync(EventQuery query, int limit, CancellationToken cancellation = default);

    /// <summary>Where events took place, as far as coordinates are known; the places with the most events first.</summary>
    IAsyncEnumerable<PlaceTally> PlacesAsync(EventQuery query, int limit, CancellationToken cancellation = default);
}

/// <summary>How many events there are, and from when to when.</summary>
/// <param name="Events">How many, also those without a day.</param>
/// <param name="First">The earliest first day, or null where none has one.</param>
/// <param name="Last">The latest first day, or null.</param>
public sealed record EventExtent(long Events, LocalDate? First, LocalDate? Last);

/// <summary>How many events share two values.</summary>
/// <param name="Row">Value of the first field, or null.</param>
/// <param name="Column">Value of the second, or null.</param>
/// <param name="Events">How many.</param>
public readonly record struct EventCross(string? Row, string? Column, long Events);

/// <summary>How many events one does to another.</summary>
/// <param name="Actor">Code of the state or body that acts, or a name where there is no code.</param>
/// <param name="Recipient">The same of the other.</param>
/// <param name="Events">How many.</param>
/// <param name="Cooperation">How many of them are of quad class 1 or 2.</param>
/// <param name="Conflict">How many are of quad class 3 or 4.</param>
/// <param name="Scale">Mean of PLOVER's scale.</param>
public sealed record PairTally(string Actor, string Recipient, long Events, long Cooperation, long Conflict, double Scale);

/// <summary>How many events took place somewhere.</summary>
/// <param name="Name">The place.</param>
/// <param name="Country">Its state's code, or null.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Events">How many.</param>
/// <param name="Cooperation">How many of them are of quad class 1 or 2.</param>
/// <param name="Conflict">How many are of quad class 3 or 4.</param>
public sealed record PlaceTally(string Name, string? Country, double Latitude, double Longitude, long Events, long Cooperation, long Conflict);
