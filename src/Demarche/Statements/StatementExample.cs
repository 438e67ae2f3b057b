using System.Collections.Immutable;

namespace Demarche.Statements;

/// <summary>A sentence of the codebook with what must be found about one of its words.</summary>
/// <param name="Where">File and line.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Word">The word that names the event, as it is written there.</param>
/// <param name="Status">What it must be given, or null for any.</param>
/// <param name="SaidBy">Part of each speaker's name, the nearest first, one a link; empty where the report itself says so; default for any.</param>
/// <param name="Medium">The medium that a link must have, or null for any.</param>
/// <param name="Carrier">The carrier that a link must have, or null for any.</param>
public sealed record StatementExample(string Where, string Text, string Word, Status? Status, ImmutableArray<string> SaidBy, string? Medium, string? Carrier)
{
    private static readonly string[] Keys = ["text", "word", "status", "said_by", "medium", "carrier"];

    internal static StatementExample Read(CodebookYaml node, ICollection<Diagnostic> complaints)
    {
        var name = node["status"]?.Scalar;
        Status? status = StatusNames.TryParse(name ?? "", out Status known) ? known : null;
        if (name is not null && status is null)
        {
            complaints.Add(Diagnostics.BadCodebook(node.Where, $"'{name}' is no status", $"Use one of {StatusNames.All}."));
        }

        foreach (var (key, value) in node.Entries.Where(e => !Keys.Contains(e.Key)))
        {
            complaints.Add(Diagnostics.BadCodebook(value.Where, $"an example of a statement has no '{key}'", $"Use {string.Join(", ", Keys)}."));
        }

        if (node["text"]?.Scalar is not { Length: > 0 } text || node["word"]?.Scalar is not { Length: > 0 } word || !text.Contains(word, StringComparison.Ordinal))
        {
            complaints.Add(Diagnostics.BadCodebook(node.Where, "an example needs a text, and a word that stands in it", "Give both."));
            (text, word) = ("", "");
        }

        return new StatementExample(node.Where, text, word, status, node["said_by"] is { } said ? [.. said.Scalars] : default, node["medium"]?.Scalar, node["carrier"]?.Scalar);
    }
}
