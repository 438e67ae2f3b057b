using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Statements.Quoting;

/// <summary>Weights of a linear model over hashed features, one signed byte each. Immutable and thread-safe.</summary>
/// <remarks>Layout, little-endian: the worth of one step (float32), then 2^n weights.</remarks>
internal sealed class ChoiceWeights
{
    private readonly sbyte[] _weights;
    private readonly float _step;
    private readonly int _shift;

    public ChoiceWeights(float step, sbyte[] weights)
    {
        _weights = weights;
        _step = step;
        _shift = 32 - int.Log2(weights.Length);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null where the number of weights is no power of two.</summary>
    public static ChoiceWeights? Read(ReadOnlySpan<byte> bytes) =>
        bytes.Length <= sizeof(float) || !int.IsPow2(bytes.Length - sizeof(float))
            ? null
            : new ChoiceWeights(BitConverter.ToSingle(bytes), MemoryMarshal.Cast<byte, sbyte>(bytes[sizeof(float)..]).ToArray());

    /// <summary>The weights as bytes.</summary>
    public byte[] Write() => [.. BitConverter.GetBytes(_step), .. MemoryMarshal.AsBytes(_weights.AsSpan())];

    /// <summary>Sum of the weights of the features: a logarithm of odds.</summary>
    public float Score(ReadOnlySpan<uint> features)
    {
        var sum = 0;
        foreach (var feature in features)
        {
            sum += _weights[feature >> _shift];
        }

        return sum * _step;
    }

    /// <summary>Asks memory for the weight of a feature that will be scored: the weights lie far apart, and other features are hashed meanwhile.</summary>
    public unsafe void Fetch(uint feature)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref _weights[feature >> _shift]));   // an address that has moved meanwhile does no harm
        }
    }
}
