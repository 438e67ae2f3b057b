using System.Globalization;

namespace Demarche.Web.Charts;

/// <summary>Colours between cooperation and conflict.</summary>
internal static class Shade
{
    /// <summary>Blue where all cooperate, orange where all conflict, mixed between.</summary>
    public static string Of(long cooperation, long conflict)
    {
        var share = cooperation + conflict == 0 ? 50 : Math.Round(100.0 * conflict / (cooperation + conflict));
        return string.Create(CultureInfo.InvariantCulture, $"color-mix(in srgb, var(--conflict) {share}%, var(--cooperation))");
    }
}
