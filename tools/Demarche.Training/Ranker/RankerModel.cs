using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;
using Demarche.Coding.Relating;
using Demarche.Language.Trained;

namespace Demarche.Training.Ranker;

/// <summary>Trained weights before they are written.</summary>
/// <param name="Classes">Names of the classes.</param>
/// <param name="Columns">Column of each feature's hash.</param>
/// <param name="Sparse">Weights of features: a row for each class.</param>
/// <param name="Dense">Weights of vectors: a row for each class.</param>
/// <param name="Bias">A weight for each class.</param>
internal sealed record RankerModel(string[] Classes, Dictionary<ulong, int> Columns, float[][] Sparse, float[][] Dense, float[] Bias)
{
    /// <summary>Scores of the classes.</summary>
    public float[] Score(RankerSample sample)
    {
        var scores = (float[])Bias.Clone();
        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] += TensorPrimitives.Dot(sample.Vectors, Dense[c]);
        }

        foreach (var feature in sample.Features)
        {
            if (Columns.TryGetValue(feature, out var column))
            {
                for (var c = 0; c < scores.Length; c++)
                {
                    scores[c] += Sparse[c][column];
                }
            }
        }

        return scores;
    }

    /// <summary>The model file; weights of features are kept as bytes with one scale a class.</summary>
    public byte[] Write(string description, EventConfidence confidence)
    {
        var hashes = Columns.Keys.Order().ToArray();
        var scales = Sparse.Select(row => Math.Max(TensorPrimitives.MaxMagnitude(row), float.MinValue) / sbyte.MaxValue).Select(Math.Abs).ToArray();
        var weights = new sbyte[hashes.Length * Classes.Length];
        for (var h = 0; h < hashes.Length; h++)
        {
            for (var c = 0; c < Classes.Length; c++)
            {
                weights[(h * Classes.Length) + c] = (sbyte)MathF.Round(Sparse[c][Columns[hashes[h]]] / scales[c]);
            }
        }

        var parts = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
        {
            [Coding.Relating.Ranker.ClassesPart] = Encoding.UTF8.GetBytes(string.Join('\n', Classes)),
            [Coding.Relating.Ranker.HashesPart] = MemoryMarshal.AsBytes<ulong>(hashes).ToArray(),
            [Coding.Relating.Ranker.WeightsPart] = MemoryMarshal.AsBytes<sbyte>(weights).ToArray(),
            [Coding.Relating.Ranker.ScalesPart] = MemoryMarshal.AsBytes<float>(scales).ToArray(),
            [Coding.Relating.Ranker.DensePart] = MemoryMarshal.AsBytes<float>(Dense.SelectMany(d => d).ToArray()).ToArray(),
            [Coding.Relating.Ranker.BiasPart] = MemoryMarshal.AsBytes<float>(Bias).ToArray(),
        };
        foreach (var (name, part) in confidence.Parts())
        {
            parts[name] = part;
        }

        return new ModelFile(description, parts).Write();
    }
}
