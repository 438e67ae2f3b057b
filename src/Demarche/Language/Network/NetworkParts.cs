using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
        var half = MemoryMarshal.Cast<byte, ushort>(Required(model, Matrix(name)).Span);
        var values = new float[half.Length];
        var at = 0;
        for (; at + Vector128<ushort>.Count <= half.Length; at += Vector128<ushort>.Count)
        {
            var eight = Vector128.Create(half[at..]);
            Widen(Vector128.WidenLower(eight)).CopyTo(values, at);
            Widen(Vector128.WidenUpper(eight)).CopyTo(values, at + Vector128<float>.Count);
        }

        for (; at < half.Length; at++)
        {
            values[at] = (float)BitConverter.UInt16BitsToHalf(half[at]);
        }

        return values;
    }

    // Sign, exponent and fraction move to where a single has them, and the exponents count from another zero; exact for all but infinities.
    private static Vector128<float> Widen(Vector128<uint> half)
    {
        var size = ((half & Vector128.Create(0x7FFFu)) << 13).AsSingle() * Vector128.Create(5.192296858534828e33f);
        return (size.AsUInt32() | ((half & Vector128.Create(0x8000u)) << 16)).AsSingle();
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
