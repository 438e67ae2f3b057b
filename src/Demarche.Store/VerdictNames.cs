namespace Demarche.Store;

/// <summary>Verdicts as they are written.</summary>
public static class VerdictNames
{
    /// <summary>"accepted", "rejected" or "edited".</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "accepted",
        Verdict.Rejected => "rejected",
        _ => "edited",
    };

    /// <summary>The verdict of a name, or null.</summary>
    public static Verdict? Parse(string name) => name switch
    {
        "accepted" => Verdict.Accepted,
        "rejected" => Verdict.Rejected,
        "edited" => Verdict.Edited,
        _ => null,
    };
}
