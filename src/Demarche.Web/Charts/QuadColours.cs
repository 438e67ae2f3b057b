namespace Demarche.Web.Charts;

/// <summary>Colours of quad classes in drawings; the style sheet has the same for light and dark.</summary>
internal static class QuadColours
{
    /// <summary>A CSS value: blue cooperates, orange conflicts, the darker is of deeds.</summary>
    public static string Of(int quad) => quad is >= 1 and <= 4 ? $"var(--quad-{quad})" : "var(--line)";
}
