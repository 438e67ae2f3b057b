using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language.Network;

/// <summary>Arithmetic of rows of floats, eight at a time.</summary>
/// <remarks>
/// Eight on every machine, so that sums are taken in the same order and come out the same bit for bit; and so that this is native code in what is
/// shipped, where vectors as wide as the machine has are compiled when the program starts.
/// </remarks>
internal static class Floats
{
    private const int HalfToSingle = 13;                 // bits of the fraction that a half lacks
    private static readonly float HalfScale = MathF.ScaleB(1, 112);   // what the exponents of both are apart

    /// <summary>Halves as floats, exactly.</summary>
    /// <param name="halves">Finite numbers.</param>
    /// <param name="floats">Takes as many floats.</param>
    internal static void Widen(ReadOnlySpan<Half> halves, Span<float> floats)
    {
        var bits = MemoryMarshal.Cast<Half, ushort>(halves);
        var i = 0;
        for (; i + Vector128<ushort>.Count <= bits.Length; i += Vector128<ushort>.Count)
        {
            var wide = Vector256.Create(Vector128.WidenLower(Vector128.Create(bits[i..])), Vector128.WidenUpper(Vector128.Create(bits[i..])));
            var size = ((wide & Vector256.Create(0x7FFFu)) << HalfToSingle).AsSingle() * HalfScale;
            (size.AsUInt32() | ((wide & Vector256.Create(0x8000u)) << 16)).AsSingle().CopyTo(floats[i..]);
        }

        for (; i < bits.Length; i++)
        {
            floats[i] = (float)halves[i];
        }
    }

    /// <summary>Sum of the products of two rows of one length.</summary>
    internal static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sums = Vector256<float>.Zero;
        var i = 0;
        for (; i + Vector256<float>.Count <= a.Length; i += Vector256<float>.Count)
        {
            sums += Vector256.Create(a[i..]) * Vector256.Create(b[i..]);
        }

        var sum = Vector256.Sum(sums);
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Products of two rows of one length, place by place.</summary>
    internal static void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> products)
    {
        var i = 0;
        for (; i + Vector256<float>.Count <= a.Length; i += Vector256<float>.Count)
        {
            (Vector256.Create(a[i..]) * Vector256.Create(b[i..])).CopyTo(products[i..]);
        }

        for (; i < a.Length; i++)
        {
            products[i] = a[i] * b[i];
        }
    }

    /// <summary>Adds a row of bytes times a scale for each place.</summary>
    internal static void Add(ReadOnlySpan<sbyte> row, ReadOnlySpan<float> scales, Span<float> sums)
    {
        var i = 0;
        for (; i + Vector128<sbyte>.Count <= row.Length; i += Vector128<sbyte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(row[i..]));
            AddEight(low, scales[i..], sums[i..]);
            AddEight(high, scales[(i + Vector256<float>.Count)..], sums[(i + Vector256<float>.Count)..]);
        }

        for (; i < row.Length; i++)
        {
            sums[i] += row[i] * scales[i];
        }
    }

    private static void AddEight(Vector128<short> row, ReadOnlySpan<float> scales, Span<float> sums)
    {
        var floats = Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(row), Vector128.WidenUpper(row)));
        (Vector256.Create<float>(sums) + (floats * Vector256.Create(scales))).CopyTo(sums);
    }

    /// <summary>Divides each number of a row.</summary>
    internal static void Divide(Span<float> row, float by)
    {
        var i = 0;
        for (; i + Vector256<float>.Count <= row.Length; i += Vector256<float>.Count)
        {
            (Vector256.Create<float>(row[i..]) / Vector256.Create(by)).CopyTo(row[i..]);
        }

        for (; i < row.Length; i++)
        {
            row[i] /= by;
        }
    }

    /// <summary>The greatest number of a row that is not empty.</summary>
    internal static float Most(ReadOnlySpan<float> row)
    {
        var i = 0;
        var most = row[0];
        if (row.Length >= Vector256<float>.Count)
        {
            var lanes = Vector256.Create(row);
            for (i = Vector256<float>.Count; i + Vector256<float>.Count <= row.Length; i += Vector256<float>.Count)
            {
                lanes = Vector256.MaxNative(lanes, Vector256.Create(row[i..]));
            }

            var halves = Vector128.MaxNative(lanes.GetLower(), lanes.GetUpper());
            most = MathF.Max(MathF.Max(halves[0], halves[1]), MathF.Max(halves[2], halves[3]));
        }

        for (; i < row.Length; i++)
        {
            most = MathF.Max(most, row[i]);
        }

        return most;
    }

    /// <summary>Place of the first of the greatest numbers of a row that is not empty.</summary>
    internal static int Greatest(ReadOnlySpan<float> row)
    {
        var most = Most(row);
        for (var i = 0; i + Vector256<float>.Count <= row.Length; i += Vector256<float>.Count)
        {
            var found = Vector256.Equals(Vector256.Create(row[i..]), Vector256.Create(most)).ExtractMostSignificantBits();
            if (found != 0)
            {
                return i + BitOperations.TrailingZeroCount(found);
            }
        }

        var rest = row.Length & -Vector256<float>.Count;
        while (row[rest] != most)
        {
            rest++;
        }

        return rest;
    }

    /// <summary>Makes scores to probabilities: e to each, over their sum.</summary>
    internal static void SoftMax(Span<float> row)
    {
        var most = Most(row);
        var sum = 0f;
        foreach (ref var score in row)
        {
            score = MathF.Exp(score - most);
            sum += score;
        }

        Divide(row, sum);
    }
}
