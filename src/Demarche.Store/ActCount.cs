namespace Demarche.Store;

/// <summary>By how many an act is told.</summary>
/// <param name="Tellings">Events that tell of it.</param>
/// <param name="Reports">Reports that do.</param>
/// <param name="Originals">Reports that do and are no reprints or near-copies of each other.</param>
public sealed record ActCount(long Tellings, long Reports, long Originals)
{
    /// <summary>Of what stands alone.</summary>
    public static ActCount One { get; } = new(1, 1, 1);
}
