using Demarche.Coding.Matching;

namespace Demarche.Coding.Relating;

/// <summary>A rule of the codebook that was met in a marked sentence.</summary>
/// <param name="Class">The class that its event counts as.</param>
/// <param name="Match">The match.</param>
/// <param name="Ties">Whether it has the marked actor and the marked recipient on its two sides.</param>
/// <param name="IsSure">Whether its rule may decide alone.</param>
internal readonly record struct Firing(string Class, Match Match, Tie Ties, bool IsSure);

/// <summary>How an event ties the two marked names.</summary>
internal enum Tie
{
    /// <summary>It has neither.</summary>
    None,

    /// <summary>It has one of them.</summary>
    One,

    /// <summary>It has both on one side, or the wrong way round.</summary>
    Both,

    /// <summary>The marked actor does it to the marked recipient.</summary>
    Exact,
}
