namespace Demarche.Statements;

/// <summary>The names of statuses and auxiliary modes in records and codebooks.</summary>
public static class StatusNames
{
    /// <summary>Every status, for messages.</summary>
    public const string All = "happened, ongoing, planned, proposed, possible, did-not-happen";

    /// <summary>The name of a status: "did-not-happen".</summary>
    public static string Of(Status status) => status switch
    {
        Status.Happened => "happened",
        Status.Ongoing => "ongoing",
        Status.Planned => "planned",
        Status.Proposed => "proposed",
        Status.Possible => "possible",
        _ => "did-not-happen",
    };

    /// <summary>The name of an auxiliary mode: "hypothetical".</summary>
    public static string Of(Auxiliary auxiliary) => auxiliary switch
    {
        Auxiliary.Historical => "historical",
        Auxiliary.Future => "future",
        Auxiliary.Hypothetical => "hypothetical",
        _ => "negation",
    };

    /// <summary>The status of a name.</summary>
    public static bool TryParse(string name, out Status status)
    {
        foreach (var one in Enum.GetValues<Status>())
        {
            if (Of(one) == name)
            {
                status = one;
                return true;
            }
        }

        status = Status.Happened;
        return false;
    }
}
