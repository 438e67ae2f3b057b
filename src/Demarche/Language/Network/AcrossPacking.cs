using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Language.Network;

/// <summary>Packs a matrix whose columns lie in one piece each, as the words of a sentence do, eight by eight.</summary>
internal static unsafe class AcrossPacking
{
    private const int Side = 8;

    /// <summary>Writes a panel of <see cref="MatrixProduct"/>, missing columns as zeros.</summary>
    /// <param name="columns">The first column of the panel.</param>
    /// <param name="stride">Distance of columns.</param>
    /// <param name="inner">Length of a column.</param>
    /// <param name="width">Columns that there are.</param>
    /// <param name="packed">Takes the panel.</param>
    /// <returns>How many rows were written; the caller writes the rest, all of them on a machine without AVX.</returns>
    internal static int Pack(float* columns, nint stride, int inner, int width, float* packed)
    {
        if (!Avx.IsSupported)
        {
            return 0;
        }

        var rows = inner / Side * Side;
        for (var n = 0; n < MatrixProduct.Panel; n += Side)
        {
            var there = Math.Clamp(width - n, 0, Side);
            for (var k = 0; k < rows; k += Side)
            {
                Square(columns + (n * stride) + k, stride, there, packed + (k * MatrixProduct.Panel) + n);
            }
        }

        return rows;
    }

    private static void Square(float* columns, nint stride, int there, float* packed)
    {
        var (a0, a1) = (Column(columns, stride, 0, there), Column(columns, stride, 1, there));
        var (a2, a3) = (Column(columns, stride, 2, there), Column(columns, stride, 3, there));
        var (a4, a5) = (Column(columns, stride, 4, there), Column(columns, stride, 5, there));
        var (a6, a7) = (Column(columns, stride, 6, there), Column(columns, stride, 7, there));

        // Pairs of columns side by side, then fours, then both halves.
        var (b0, b1) = (Avx.UnpackLow(a0, a1), Avx.UnpackHigh(a0, a1));
        var (b2, b3) = (Avx.UnpackLow(a2, a3), Avx.UnpackHigh(a2, a3));
        var (b4, b5) = (Avx.UnpackLow(a4, a5), Avx.UnpackHigh(a4, a5));
        var (b6, b7) = (Avx.UnpackLow(a6, a7), Avx.UnpackHigh(a6, a7));
        Store(Fours(b0, b2, 0x44), Fours(b4, b6, 0x44), packed, 0);
        Store(Fours(b0, b2, 0xEE), Fours(b4, b6, 0xEE), packed, 1);
        Store(Fours(b1, b3, 0x44), Fours(b5, b7, 0x44), packed, 2);
        Store(Fours(b1, b3, 0xEE), Fours(b5, b7, 0xEE), packed, 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Column(float* columns, nint stride, int n, int there) => n < there ? Vector256.Load(columns + (n * stride)) : Vector256<float>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fours(Vector256<float> left, Vector256<float> right, [ConstantExpected] byte which) => Avx.Shuffle(left, right, which);

    // The lower halves are a row, the upper ones the row four below.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> left, Vector256<float> right, float* packed, int row)
    {
        Avx.Permute2x128(left, right, 0x20).Store(packed + (row * MatrixProduct.Panel));
        Avx.Permute2x128(left, right, 0x31).Store(packed + ((row + 4) * MatrixProduct.Panel));
    }
}
