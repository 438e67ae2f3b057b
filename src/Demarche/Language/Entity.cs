namespace Demarche.Language;

/// <summary>A named entity as the trained model found it: tokens of one sentence, not yet an identity.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="Last">Index of the last token, included.</param>
/// <param name="Kind">What it names.</param>
public readonly record struct Entity(int First, int Last, EntityKind Kind);

/// <summary>What a named entity names.</summary>
public enum EntityKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>A place or facility.</summary>
    Place,

    /// <summary>A nationality, religious or political group.</summary>
    Nationality,

    /// <summary>Any other name: a product, a law, a work, an event.</summary>
    Other,
}
