using System.Numerics.Tensors;
using Demarche.Language.Network;
using Demarche.Language.Trained;
using Demarche.Language.Words;
using Demarche.Statements.Quoting;

namespace Demarche.Training.Attribution;

/// <summary>Groups words by their vectors: spherical k-means, once coarse and once fine.</summary>
internal static class ClusterTrainer
{
    private const int Coarse = 64;
    private const int Fine = 600;
    private const int Rounds = 8;

    /// <summary>The classes of the words that the language model has vectors for.</summary>
    public static WordClusters Train(ModelFile english, IEnumerable<string> words)
    {
        var shape = NetworkShape.Read(NetworkParts.Required(english, NetworkParts.Shape).Span);
        var index = new WordIndex(NetworkParts.Required(english, NetworkParts.Index));
        var table = NetworkParts.Table(english, NetworkParts.Vectors, shape.Vector);
        var known = new SortedDictionary<uint, float[]>();
        foreach (var word in words.Order(StringComparer.Ordinal))
        {
            if (index.Find(word).Vector is >= 0 and var row)
            {
                var vector = new float[shape.Vector];
                table.AddRow(row, 1, vector);
                TensorPrimitives.Divide(vector, Math.Max(TensorPrimitives.Norm(vector), 1e-6f), vector);
                known[Fingerprint.OfLower(word)] = vector;
            }
        }

        var vectors = known.Values.ToArray();
        var (coarse, fine) = (Classes(vectors, Coarse), Classes(vectors, Fine));
        return new WordClusters([.. known.Keys], [.. coarse.Zip(fine, (c, f) => new WordCluster((ushort)(c + 1), (ushort)(f + 1)))]);
    }

    private static int[] Classes(float[][] vectors, int count)
    {
        var random = new Random(1);
        var means = Enumerable.Range(0, count).Select(_ => vectors[random.Next(vectors.Length)].ToArray()).ToArray();
        var of = new int[vectors.Length];
        for (var round = 0; round < Rounds; round++)
        {
            Parallel.For(0, vectors.Length, i => of[i] = Nearest(vectors[i], means));
            foreach (var mean in means)
            {
                Array.Clear(mean);
            }

            for (var i = 0; i < vectors.Length; i++)
            {
                TensorPrimitives.Add(means[of[i]], vectors[i], means[of[i]]);
            }

            foreach (var mean in means)
            {
                TensorPrimitives.Divide(mean, Math.Max(TensorPrimitives.Norm<float>(mean), 1e-6f), mean);
            }
        }

        return of;
    }

    private static int Nearest(float[] vector, float[][] means)
    {
        var (best, highest) = (0, float.NegativeInfinity);
        for (var m = 0; m < means.Length; m++)
        {
            var likeness = TensorPrimitives.Dot(vector, means[m]);
            if (likeness > highest)
            {
                (best, highest) = (m, likeness);
            }
        }

        return best;
    }
}
