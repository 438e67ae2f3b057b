using Demarche.Language.Network;
using Demarche.Language.Trained;
using Demarche.Training.Data;

namespace Demarche.Training.Network;

/// <summary>Writes the averaged parameters as the parts of a model file.</summary>
internal static class ModelWriter
{
    internal static Dictionary<string, ReadOnlyMemory<byte>> Write(NetworkParameters parameters, Lexicon lexicon)
    {
        var parts = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
        {
            [NetworkParts.Shape] = parameters.Shape.Write(),
            [NetworkParts.Index] = lexicon.Slots,
            [NetworkParts.Vectors] = lexicon.Vectors,
            [NetworkParts.Scales(NetworkParts.Vectors)] = lexicon.Scales,
        };
        foreach (var table in parameters.Tables)
        {
            var rows = Enumerable.Range(0, table.Rows).Select(row => table.Average.Span.Slice(row * table.Width, table.Width).ToArray()).ToArray();
            var (values, scales) = Lexicon.Quantize(rows, table.Width, 1);
            parts[table.Name] = values;
            parts[NetworkParts.Scales(table.Name)] = scales;
        }

        foreach (var matrix in parameters.Matrices)
        {
            parts[NetworkParts.Matrix(matrix.Name)] = NetworkParts.Write(matrix.Average.Span);
        }

        return parts;
    }

    /// <summary>The parts as a model without words of description, to be scored.</summary>
    internal static ModelFile Model(NetworkParameters parameters, Lexicon lexicon) => new("in training", Write(parameters, lexicon));
}
