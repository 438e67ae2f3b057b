using System.Runtime.Intrinsics;

namespace Demarche.Language.Network;

/// <summary>Rounds the weights of a layer to signed bytes, with a scale a column.</summary>
internal static unsafe class Rounding
{
    // Sums of so many products are kept in 16 bits, and what rounding may add to their weights.
    private const int Together = IntegerProduct.Block / 2;
    private const float MostTogether = (short.MaxValue / byte.MaxValue) - (Together / 2);
    private const int Halves = 4;   // of each half of a step, what is above zero and what is below

    /// <summary>Rounds.</summary>
    /// <param name="weights">Weights, row by row.</param>
    /// <param name="columns">Columns of the weights.</param>
    /// <param name="scales">Takes for each column the smallest scale at which each weight fits a byte and no sum that is kept in 16 bits leaves them, whatever the inputs; a multiple of thirty-two, with those that fill the last panel.</param>
    /// <returns>The rounded weights, row by row with columns to fill the last panel, and the sum of each column.</returns>
    internal static (sbyte[] Whole, float[] Sums) Of(ReadOnlySpan<float> weights, int columns, Span<float> scales)
    {
        var width = scales.Length;
        var row = new AlignedFloats(width);
        var parts = new AlignedFloats(Halves * width);
        fixed (float* found = scales)
        {
            for (var k = 0; k < weights.Length / columns; k++)
            {
                weights.Slice(k * columns, columns).CopyTo(row.Span);
                Add(row.Pointer, parts.Pointer + ((k & 2) * width), found, width);
                if (k % IntegerProduct.Block == IntegerProduct.Block - 1)
                {
                    Widen(parts, found, width);
                }
            }

            for (var column = 0; column < width; column++)
            {
                found[column] = found[column] > 0 ? found[column] : 1;
            }

            var rounded = Round(weights, columns, row, found, width);
            GC.KeepAlive(row);
            GC.KeepAlive(parts);
            return rounded;
        }
    }

    private static void Add(float* row, float* part, float* scales, int width)
    {
        for (var i = 0; i < width; i += Vector256<float>.Count)
        {
            var weight = Vector256.Load(row + i);
            var above = Vector256.Max(weight, Vector256<float>.Zero);
            (Vector256.Load(part + i) + above).Store(part + i);
            (Vector256.Load(part + width + i) + (above - weight)).Store(part + width + i);
            Vector256.Max(Vector256.Load(scales + i), Vector256.Abs(weight) / Vector256.Create((float)sbyte.MaxValue)).Store(scales + i);
        }
    }

    private static void Widen(AlignedFloats parts, float* scales, int width)
    {
        for (var at = 0; at < parts.Length; at += width)
        {
            for (var i = 0; i < width; i += Vector256<float>.Count)
            {
                Vector256.Max(Vector256.Load(scales + i), Vector256.Load(parts.Pointer + at + i) / Vector256.Create(MostTogether)).Store(scales + i);
            }
        }

        parts.Span.Clear();
    }

    private static (sbyte[] Whole, float[] Sums) Round(ReadOnlySpan<float> weights, int columns, AlignedFloats row, float* scales, int width)
    {
        var rows = weights.Length / columns;
        var (whole, sums) = (new sbyte[rows * width], new float[width]);
        fixed (sbyte* to = whole)
        fixed (float* sum = sums)
        {
            for (var k = 0; k < rows; k++)
            {
                weights.Slice(k * columns, columns).CopyTo(row.Span);
                for (var i = 0; i < width; i += Vector256<sbyte>.Count)
                {
                    var first = Vector256.Narrow(Whole(row.Pointer + i, scales + i, sum + i), Whole(row.Pointer + i + 8, scales + i + 8, sum + i + 8));
                    var second = Vector256.Narrow(Whole(row.Pointer + i + 16, scales + i + 16, sum + i + 16), Whole(row.Pointer + i + 24, scales + i + 24, sum + i + 24));
                    Vector256.Narrow(first, second).Store(to + (k * width) + i);
                }
            }
        }

        return (whole, sums);
    }

    private static Vector256<int> Whole(float* weights, float* scales, float* sums)
    {
        var rounded = Vector256.Round(Vector256.Load(weights) / Vector256.Load(scales));
        (Vector256.Load(sums) + rounded).Store(sums);
        return Vector256.ConvertToInt32(rounded);
    }
}
