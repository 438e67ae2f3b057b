using System.Runtime.InteropServices;
using Demarche.Language.Network;

namespace Demarche.Training.Network;

/// <summary>The whole state of training in a file, to go on from.</summary>
internal static class Checkpoint
{
    internal static void Write(string path, NetworkParameters parameters, Adam adam, int epoch)
    {
        var partial = path + ".partial";
        using (var stream = File.Create(partial))
        {
            stream.Write(BitConverter.GetBytes(epoch));
            stream.Write(BitConverter.GetBytes(adam.Steps));
            foreach (var floats in State(parameters))
            {
                stream.Write(MemoryMarshal.AsBytes(floats.Span));
            }

            foreach (var table in parameters.Tables)
            {
                stream.Write(MemoryMarshal.AsBytes(table.AveragedAt));
            }
        }

        File.Move(partial, path, overwrite: true);
    }

    /// <summary>Reads a checkpoint of the same shape.</summary>
    /// <returns>Epochs done.</returns>
    internal static int Read(string path, NetworkParameters parameters, Adam adam)
    {
        using var stream = File.OpenRead(path);
        Span<int> numbers = stackalloc int[2];
        stream.ReadExactly(MemoryMarshal.AsBytes(numbers));
        adam.Steps = numbers[1];
        foreach (var floats in State(parameters))
        {
            stream.ReadExactly(MemoryMarshal.AsBytes(floats.Span));
        }

        foreach (var table in parameters.Tables)
        {
            stream.ReadExactly(MemoryMarshal.AsBytes(table.AveragedAt));
        }

        foreach (var matrix in parameters.Matrices)
        {
            matrix.Pack();
        }

        return numbers[0];
    }

    private static IEnumerable<AlignedFloats> State(NetworkParameters parameters) =>
        parameters.Matrices.SelectMany(m => new[] { m.Value, m.Average, m.First, m.Second })
            .Concat(parameters.Tables.SelectMany(t => new[] { t.Value, t.Average, t.First, t.Second }));
}
