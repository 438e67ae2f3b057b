using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Places;

/// <summary>A place of the gazetteer.</summary>
/// <param name="Name">Its usual English name.</param>
/// <param name="Country">ISO 3166 alpha-3 code of the state that it lies in.</param>
/// <param name="Level">How narrow it is.</param>
public sealed record Place(string Name, string Country, PlaceLevel Level)
{
    /// <summary>GeoNames id, or null.</summary>
    public int? GeoNamesId { get; init; }

    /// <summary>Degrees north, or null.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, or null.</summary>
    public double? Longitude { get; init; }
}

/// <summary>How narrow a place is.</summary>
public enum PlaceLevel
{
    /// <summary>A whole state.</summary>
    Country,

    /// <summary>A first-order region: a state, province or oblast.</summary>
    Region,

    /// <summary>A city or town.</summary>
    City,
}

/// <summary>Words of a sentence that name a place.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="First">Index of the first token.</param>
/// <param name="Last">Index of the last token, included.</param>
/// <param name="Head">Index of the head token in the tree.</param>
/// <param name="Place">The place, or null where the words name one that is not known.</param>
/// <param name="Reason">Why this place and not a namesake.</param>
public sealed record PlaceMention(Sentence Sentence, int First, int Last, int Head, Place? Place, string Reason)
{
    /// <summary>Where the words stand in the report as read.</summary>
    public Span Span => Sentence[First].Span.Cover(Sentence[Last].Span);
}

/// <summary>The place mentions of one report. Immutable and thread-safe.</summary>
/// <param name="All">In reading order.</param>
public sealed record PlaceMentions(ImmutableArray<PlaceMention> All);
