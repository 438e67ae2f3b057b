namespace Demarche.Time.Meanings;

/// <summary>Codes of units as TIMEX3 writes them.</summary>
internal static class Units
{
    /// <summary>The code of a unit that a pattern names by its word ("day"), or the code itself.</summary>
    public static string Code(string unit) => unit switch
    {
        "minute" => "MIN",
        "hour" => "H",
        "day" => "D",
        "week" => "W",
        "month" => "M",
        "quarter" => "Q",
        "year" => "Y",
        "decade" => "DE",
        "century" => "CE",
        _ => unit,
    };
}
