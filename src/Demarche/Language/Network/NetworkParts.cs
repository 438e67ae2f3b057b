using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Demarche.Language.Trained;

namespace Demarche.Language.Network;

/// <summary>The network's parts of a model file by name. Matrices are kept in half precision.</summary>
internal static class NetworkParts
{
    internal const string Shape = "network/shape";
    internal const string Index = "network/index";
    internal const string Vectors = "network/vectors";
    internal const string Words = "network/words";
    internal const string Pieces = "network/pieces";

    /// <summary>Name of a part of a table: its row scales.</summary>
    internal static string Scales(string table) => table + ".scales";

    /// <summary>Name of a matrix.</summary>
    internal static string Matrix(string name) => "network/" + name;

    /// <summary>Name of a recurrent matrix.</summary>
    internal static string Recurrent(int layer, bool backward, string what) => $"lstm{layer}.{(backward ? "backward" : "forward")}.{what}";

    /// <summary>A matrix of the model.</summary>
    internal static float[] Read(ModelFile model, string name)
    {
        var half = MemoryMarshal.Cast<byte, Half>(Required(model, Matrix(name)).Span);
        var values = new float[half.Length];
        Floats.Widen(half, values);
        return values;
    }

    /// <summary>A matrix as a part of the model.</summary>
    internal static byte[] Write(ReadOnlySpan<float> values)
    {
        var half = new Half[values.Length];
        TensorPrimitives.ConvertToHalf(values, half);
        return MemoryMarshal.AsBytes<Half>(half).ToArray();
    }

    /// <summary>A table of the model.</summary>
    internal static QuantizedTable Table(ModelFile model, string name, int width) =>
        new(width, Required(model, name), Required(model, Scales(name)));

    /// <summary>A part that a sound model has; the checksum has been checked, so a missing one is a bug of the trainer.</summary>
    internal static ReadOnlyMemory<byte> Required(ModelFile model, string part) =>
        model.Part(part) ?? throw new InvalidDataException($"The model has no part '{part}'.");
}
