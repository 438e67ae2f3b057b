using System.Collections.Immutable;
using System.Globalization;

namespace Demarche.Chronology;

/// <summary>One reason for or against two reported acts being one.</summary>
/// <param name="Part">what, who, when, where, wording or status.</param>
/// <param name="Points">Above 0 for, below 0 against; negative infinity rules it out.</param>
/// <param name="Why">In words.</param>
public sealed record ScorePart(string Part, double Points, string Why)
{
    /// <summary>"+2.0 when: the same day".</summary>
    public override string ToString() =>
        double.IsInfinity(Points) ? $"never {Part}: {Why}" : $"{Points.ToString("+0.0;-0.0", CultureInfo.InvariantCulture)} {Part}: {Why}";
}

/// <summary>Why two events are one act, or are not.</summary>
/// <param name="First">Id of one event.</param>
/// <param name="Second">Id of the other.</param>
/// <param name="Score">The points together.</param>
/// <param name="Threshold">From how many points on they are one.</param>
/// <param name="Parts">Each reason.</param>
public sealed record MatchExplanation(string First, string Second, double Score, double Threshold, ImmutableArray<ScorePart> Parts)
{
    /// <summary>Whether the points suffice; a cluster may still keep them apart where its other members name other days.</summary>
    public bool IsMatch => Score >= Threshold;
}
