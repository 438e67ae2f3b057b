namespace Demarche.Chronology;

/// <summary>An act with the cluster that it belongs to.</summary>
/// <param name="Act">Id of the event; with "/content" behind it, what the event is about.</param>
/// <param name="Cluster">Id of the cluster: that of the act that opened it.</param>
/// <param name="With">The member that it matched best when it joined, or null for the first.</param>
/// <param name="Score">The points of that match; 0 for the first.</param>
public sealed record MergedAct(string Act, string Cluster, string? With, double Score)
{
    /// <summary>Id of the event that tells of the act.</summary>
    public string Event => IsContent ? Act[..^ToldAct.ContentMark.Length] : Act;

    /// <summary>Whether the act is what an act of speech is about.</summary>
    public bool IsContent => Act.EndsWith(ToldAct.ContentMark, StringComparison.Ordinal);
}
