namespace Demarche.Web.Parts;

/// <summary>Who reads, as far as the pages need to know. Immutable.</summary>
/// <param name="Name">Under what name corrections are kept; empty where none was given.</param>
/// <param name="Theme">"dark", "light", or empty for as the system has it.</param>
/// <param name="IsReadOnly">Whether nothing can be changed.</param>
public sealed record Reader(string Name, string Theme, bool IsReadOnly)
{
    /// <summary>One of whom nothing is known and who changes nothing.</summary>
    public static Reader Nobody { get; } = new("", "", true);

    /// <summary>Whether corrections can be made: the site takes them and the reader has a name.</summary>
    public bool CanCorrect => !IsReadOnly && Name.Length > 0;
}
