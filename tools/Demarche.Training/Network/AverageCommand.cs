using System.Runtime.InteropServices;
using Demarche.Language.Network;
using Demarche.Language.Trained;
using Demarche.Training.Data;

namespace Demarche.Training.Network;

/// <summary><c>average OUT FIRST SECOND</c>: the mean of two rounds of one training, which is often better than either (Izmailov and others 2018, "Averaging weights").</summary>
internal static class AverageCommand
{
    /// <summary>Writes the mean of two models of the same shape and words; parts that are not the network's come from the second.</summary>
    public static int Run(string output, string first, string second)
    {
        if (Read(first) is not { } one || Read(second) is not { } two)
        {
            return 1;
        }

        var parts = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var name in two.Parts)
        {
            parts[name] = two.Part(name)!.Value;
        }

        if (!one.Part(NetworkParts.Shape)!.Value.Span.SequenceEqual(parts[NetworkParts.Shape].Span) || !one.Part(NetworkParts.Index)!.Value.Span.SequenceEqual(parts[NetworkParts.Index].Span))
        {
            Console.Error.WriteLine($"{first} and {second} differ in shape or words: average rounds of one training.");
            return 1;
        }

        foreach (var table in new[] { NetworkParts.Words, NetworkParts.Pieces })
        {
            (parts[table], parts[NetworkParts.Scales(table)]) = Table(Rows(one, table), Rows(two, table));
        }

        var tables = new[] { NetworkParts.Shape, NetworkParts.Index, NetworkParts.Vectors, NetworkParts.Words, NetworkParts.Pieces };
        foreach (var name in two.Parts.Where(n => n.StartsWith("network/", StringComparison.Ordinal) && !tables.Any(t => n == t || n == NetworkParts.Scales(t))))
        {
            var matrix = name["network/".Length..];
            parts[name] = NetworkParts.Write(Mean(NetworkParts.Read(one, matrix), NetworkParts.Read(two, matrix)));
        }

        File.WriteAllBytes(output, new ModelFile(two.Description + "; averaged with its last round", parts).Write());
        return 0;
    }

    private static ModelFile? Read(string path)
    {
        var model = ModelFile.Read(path, File.ReadAllBytes(path));
        if (model.Failure is { } failure)
        {
            Console.Error.WriteLine(failure);
        }

        return model.Value;
    }

    private static float[][] Rows(ModelFile model, string table)
    {
        var values = MemoryMarshal.Cast<byte, sbyte>(model.Part(table)!.Value.Span);
        var scales = MemoryMarshal.Cast<byte, float>(model.Part(NetworkParts.Scales(table))!.Value.Span);
        var width = values.Length / scales.Length;
        var rows = new float[scales.Length][];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = new float[width];
            for (var i = 0; i < width; i++)
            {
                rows[row][i] = values[(row * width) + i] * scales[row];
            }
        }

        return rows;
    }

    private static (ReadOnlyMemory<byte> Values, ReadOnlyMemory<byte> Scales) Table(float[][] one, float[][] two)
    {
        var mean = one.Zip(two, Mean).ToArray();
        var (values, scales) = Lexicon.Quantize(mean, mean[0].Length, 1);
        return (values, scales);
    }

    private static float[] Mean(float[] one, float[] two) => [.. one.Zip(two, (a, b) => (a + b) / 2)];
}
