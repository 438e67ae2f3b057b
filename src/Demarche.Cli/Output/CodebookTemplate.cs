using System.Collections.Immutable;

namespace Demarche.Cli.Output;

/// <summary>The files that a new codebook starts with, from the templates inside this program.</summary>
/// <param name="name">Name of the codebook.</param>
/// <param name="extends">Whether the shipped types and rules stay.</param>
internal sealed class CodebookTemplate(string name, bool extends)
{
    private const string FirstType = "\nevents:\n";
    private const int LongestName = 40;

    /// <summary>Whether a word can name a codebook, and so its folder, its rules and its type.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && char.IsAsciiLetterLower(name[0]) && name[^1] != '-' && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Paths inside the folder with their texts.</summary>
    public ImmutableArray<(string Path, string Text)> Files => extends
        ? [("ontology.yaml", Extended()), .. Rules()]
        : [("ontology.yaml", Read("ontology.yaml")), .. Rules(), ("words/contexts.yaml", Read("words/contexts.yaml"))];

    private ImmutableArray<(string Path, string Text)> Rules() => [($"rules/{name}.yaml", Read("rules/rules.yaml")), ($"words/{name}.yaml", Read("words/class.yaml"))];

    // Ours with the new type in front, as a file of the same path replaces the shipped one.
    private string Extended()
    {
        var shipped = CodebookFiles.Shipped().At("ontology.yaml")!.Text.ReplaceLineEndings("\n");
        var own = Read("ontology.yaml");
        var start = own.IndexOf(FirstType, StringComparison.Ordinal) + FirstType.Length;
        var type = own[start..own.IndexOf("\n\n", start, StringComparison.Ordinal)];
        return shipped.Replace(FirstType, $"{FirstType}  # Yours; the types of the shipped codebook follow.\n{type}\n\n", StringComparison.Ordinal);
    }

    private string Read(string path) => Template.Read("codebook/" + path)
        .Replace("{name}", name, StringComparison.Ordinal)
        .Replace("{TYPE}", name.ToUpperInvariant().Replace('-', '_'), StringComparison.Ordinal);
}
