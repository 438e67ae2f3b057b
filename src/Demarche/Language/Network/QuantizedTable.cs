using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language.Network;

/// <summary>Vectors kept as bytes with one scale a row: a view on the model file. Immutable and thread-safe.</summary>
internal sealed class QuantizedTable
{
    private readonly ReadOnlyMemory<byte> _values;
    private readonly ReadOnlyMemory<byte> _scales;

    internal QuantizedTable(int width, ReadOnlyMemory<byte> values, ReadOnlyMemory<byte> scales)
    {
        Width = width;
        _values = values;
        _scales = scales;
        Rows = scales.Length / sizeof(float);
    }

    /// <summary>Length of a vector.</summary>
    internal int Width { get; }

    /// <summary>Number of vectors.</summary>
    internal int Rows { get; }

    /// <summary>Adds a row, times <paramref name="weight"/>, to <paramref name="sum"/>.</summary>
    internal void AddRow(int row, float weight, Span<float> sum)
    {
        var values = MemoryMarshal.Cast<byte, sbyte>(_values.Span).Slice(row * Width, Width);
        var scale = MemoryMarshal.Cast<byte, float>(_scales.Span)[row] * weight;
        ref var from = ref MemoryMarshal.GetReference(values);
        ref var to = ref MemoryMarshal.GetReference(sum[..values.Length]);
        var wide = Vector256.Create(scale);
        var at = 0;
        for (; at + Vector128<sbyte>.Count <= values.Length; at += Vector128<sbyte>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.WidenLower(Vector128.LoadUnsafe(ref from, (nuint)at).ToVector256Unsafe()));
            (Vector256.LoadUnsafe(ref to, (nuint)at) + (Vector256.ConvertToSingle(low) * wide)).StoreUnsafe(ref to, (nuint)at);
            (Vector256.LoadUnsafe(ref to, (nuint)at + 8) + (Vector256.ConvertToSingle(high) * wide)).StoreUnsafe(ref to, (nuint)at + 8);
        }

        for (; at < values.Length; at++)
        {
            sum[at] += values[at] * scale;
        }
    }

    /// <summary>Quantises a row: the largest value becomes ±127.</summary>
    /// <returns>The scale.</returns>
    internal static float Quantize(ReadOnlySpan<float> row, Span<sbyte> values)
    {
        var largest = 0f;
        foreach (var value in row)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        var scale = largest / sbyte.MaxValue;
        for (var i = 0; i < row.Length; i++)
        {
            values[i] = scale == 0 ? (sbyte)0 : (sbyte)MathF.Round(row[i] / scale);
        }

        return scale;
    }
}
