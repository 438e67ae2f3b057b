using System.Globalization;

namespace Demarche.Web.Charts;

/// <summary>Numbers as drawings write them.</summary>
internal static class Coordinate
{
    /// <summary>"12.5", in every language of the machine.</summary>
    public static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
