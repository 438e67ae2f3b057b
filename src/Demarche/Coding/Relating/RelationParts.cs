using Demarche.Statements;

namespace Demarche.Coding.Relating;

/// <summary>What a relater takes from the codebook. Immutable and thread-safe.</summary>
/// <param name="Firings">Holds the rules against a marked sentence.</param>
/// <param name="Ontology">Types and quads.</param>
internal sealed record RelationParts(Firings Firings, Ontology Ontology)
{
    /// <summary>Reads codebook, relation table and statement words; the first fault is the failure.</summary>
    public static Outcome<RelationParts> Load(CodebookFiles files)
    {
        var codebook = Codebook.Load(files);
        var table = RelationTable.Load(files);
        var words = StatementWords.Load(files);
        return (codebook.Failure ?? table.Failure ?? words.Failure) is { } failure
            ? failure
            : new RelationParts(new Firings(codebook.Value!, table.Value!, new StatementFinder(words.Value!)), codebook.Value!.Ontology);
    }
}
