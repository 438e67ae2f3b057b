using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Language.Network;

/// <summary>The innermost loops of <see cref="IntegerProduct"/>: four rows or two by one panel of columns, all sums in registers.</summary>
internal static unsafe class IntegerKernels
{
    private const int Step = IntegerProduct.Panel * IntegerProduct.Four;   // bytes of a panel for four rows of B

    /// <summary>With vectors of 512 bits, sixteen columns each; scaled sums go out at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Wide(byte* a, nint stride, int inner, sbyte* b, float* scales, float* bias, float* c, nint columns)
    {
        Vector512<int> l0 = default, r0 = default;
        Vector512<int> l1 = default, r1 = default;
        Vector512<int> l2 = default, r2 = default;
        Vector512<int> l3 = default, r3 = default;
        for (var k = 0; k < inner; k += IntegerProduct.Block)
        {
            var (b0, b1, b2, b3) = (Vector512.Load(b), Vector512.Load(b + Step), Vector512.Load(b + (2 * Step)), Vector512.Load(b + (3 * Step)));
            var (c0, c1, c2, c3) = (Vector512.Load(b + 64), Vector512.Load(b + Step + 64), Vector512.Load(b + (2 * Step) + 64), Vector512.Load(b + (3 * Step) + 64));
            var x0 = (int*)a;
            l0 += Products(Fours(x0), Fours(x0 + 1), Fours(x0 + 2), Fours(x0 + 3), b0, b1, b2, b3);
            r0 += Products(Fours(x0), Fours(x0 + 1), Fours(x0 + 2), Fours(x0 + 3), c0, c1, c2, c3);
            var x1 = (int*)(a + stride);
            l1 += Products(Fours(x1), Fours(x1 + 1), Fours(x1 + 2), Fours(x1 + 3), b0, b1, b2, b3);
            r1 += Products(Fours(x1), Fours(x1 + 1), Fours(x1 + 2), Fours(x1 + 3), c0, c1, c2, c3);
            var x2 = (int*)(a + (2 * stride));
            l2 += Products(Fours(x2), Fours(x2 + 1), Fours(x2 + 2), Fours(x2 + 3), b0, b1, b2, b3);
            r2 += Products(Fours(x2), Fours(x2 + 1), Fours(x2 + 2), Fours(x2 + 3), c0, c1, c2, c3);
            var x3 = (int*)(a + (3 * stride));
            l3 += Products(Fours(x3), Fours(x3 + 1), Fours(x3 + 2), Fours(x3 + 3), b0, b1, b2, b3);
            r3 += Products(Fours(x3), Fours(x3 + 1), Fours(x3 + 2), Fours(x3 + 3), c0, c1, c2, c3);
            a += IntegerProduct.Block;
            b += 4 * Step;
        }

        var (left, right, leftBias, rightBias) = (Vector512.Load(scales), Vector512.Load(scales + 16), Vector512.Load(bias), Vector512.Load(bias + 16));
        Put(l0, r0, left, right, leftBias, rightBias, c);
        Put(l1, r1, left, right, leftBias, rightBias, c + columns);
        Put(l2, r2, left, right, leftBias, rightBias, c + (2 * columns));
        Put(l3, r3, left, right, leftBias, rightBias, c + (3 * columns));
    }

    /// <summary>The same for two rows, such as the last words of the longest sentences.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void WidePair(byte* a, nint stride, int inner, sbyte* b, int* tile)
    {
        Vector512<int> l0 = default, r0 = default;
        Vector512<int> l1 = default, r1 = default;
        for (var k = 0; k < inner; k += IntegerProduct.Block)
        {
            var (b0, b1, b2, b3) = (Vector512.Load(b), Vector512.Load(b + Step), Vector512.Load(b + (2 * Step)), Vector512.Load(b + (3 * Step)));
            var (c0, c1, c2, c3) = (Vector512.Load(b + 64), Vector512.Load(b + Step + 64), Vector512.Load(b + (2 * Step) + 64), Vector512.Load(b + (3 * Step) + 64));
            var x0 = (int*)a;
            l0 += Products(Fours(x0), Fours(x0 + 1), Fours(x0 + 2), Fours(x0 + 3), b0, b1, b2, b3);
            r0 += Products(Fours(x0), Fours(x0 + 1), Fours(x0 + 2), Fours(x0 + 3), c0, c1, c2, c3);
            var x1 = (int*)(a + stride);
            l1 += Products(Fours(x1), Fours(x1 + 1), Fours(x1 + 2), Fours(x1 + 3), b0, b1, b2, b3);
            r1 += Products(Fours(x1), Fours(x1 + 1), Fours(x1 + 2), Fours(x1 + 3), c0, c1, c2, c3);
            a += IntegerProduct.Block;
            b += 4 * Step;
        }

        l0.Store(tile);
        r0.Store(tile + 16);
        l1.Store(tile + IntegerProduct.Panel);
        r1.Store(tile + IntegerProduct.Panel + 16);
    }

    /// <summary>With vectors of 256 bits, eight columns each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Narrow(byte* a, nint stride, int inner, sbyte* panel, int* tile)
    {
        for (var column = 0; column < IntegerProduct.Panel; column += Vector256<int>.Count)
        {
            Vector256<int> s0 = default, s1 = default, s2 = default, s3 = default;
            var at = a;
            var b = panel + (column * IntegerProduct.Four);
            for (var k = 0; k < inner; k += IntegerProduct.Block)
            {
                var (b0, b1, b2, b3) = (Vector256.Load(b), Vector256.Load(b + Step), Vector256.Load(b + (2 * Step)), Vector256.Load(b + (3 * Step)));
                s0 += Products((int*)at, b0, b1, b2, b3);
                s1 += Products((int*)(at + stride), b0, b1, b2, b3);
                s2 += Products((int*)(at + (2 * stride)), b0, b1, b2, b3);
                s3 += Products((int*)(at + (3 * stride)), b0, b1, b2, b3);
                at += IntegerProduct.Block;
                b += 4 * Step;
            }

            s0.Store(tile + column);
            s1.Store(tile + IntegerProduct.Panel + column);
            s2.Store(tile + (2 * IntegerProduct.Panel) + column);
            s3.Store(tile + (3 * IntegerProduct.Panel) + column);
        }
    }

    /// <summary>With what every machine has.</summary>
    internal static void Portable(byte* a, nint stride, int inner, sbyte* panel, int* tile)
    {
        for (var row = 0; row < IntegerProduct.Rows; row++, a += stride)
        {
            for (var column = 0; column < IntegerProduct.Panel; column += 4)
            {
                Vector128<int> s0 = default, s1 = default, s2 = default, s3 = default;   // of a column, four sums that are made one at the end
                var b = panel + (column * IntegerProduct.Four);
                for (var k = 0; k < inner; k += IntegerProduct.Four, b += Step)
                {
                    var x = Vector128.WidenLower(Vector128.Create(*(int*)(a + k)).AsByte()).AsInt16();
                    var (low, high) = Vector128.Widen(Vector128.Load(b));
                    (low, high) = (low * x, high * x);   // 255 × 127 fits 16 bits
                    s0 += Vector128.WidenLower(low);
                    s1 += Vector128.WidenUpper(low);
                    s2 += Vector128.WidenLower(high);
                    s3 += Vector128.WidenUpper(high);
                }

                Vector128.Create(Vector128.Sum(s0), Vector128.Sum(s1), Vector128.Sum(s2), Vector128.Sum(s3)).Store(tile + column);
            }

            tile += IntegerProduct.Panel;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector512<int> left, Vector512<int> right, Vector512<float> leftScale, Vector512<float> rightScale, Vector512<float> leftBias, Vector512<float> rightBias, float* c)
    {
        (leftBias + (Vector512.ConvertToSingle(left) * leftScale)).Store(c);
        (rightBias + (Vector512.ConvertToSingle(right) * rightScale)).Store(c + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Fours(int* x) => Vector512.Create(*x).AsByte();

    // Eight products fit 16 bits by the choice of the scale (IntegerLayer), so that only their sums are widened.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Products(
        Vector512<byte> x0, Vector512<byte> x1, Vector512<byte> x2, Vector512<byte> x3, Vector512<sbyte> b0, Vector512<sbyte> b1, Vector512<sbyte> b2, Vector512<sbyte> b3)
    {
        var sums = Avx512BW.MultiplyAddAdjacent(x0, b0) + Avx512BW.MultiplyAddAdjacent(x1, b1) + (Avx512BW.MultiplyAddAdjacent(x2, b2) + Avx512BW.MultiplyAddAdjacent(x3, b3));
        return Avx512BW.MultiplyAddAdjacent(sums, Vector512<short>.One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Products(int* x, Vector256<sbyte> b0, Vector256<sbyte> b1, Vector256<sbyte> b2, Vector256<sbyte> b3)
    {
        var sums = Avx2.MultiplyAddAdjacent(Vector256.Create(x[0]).AsByte(), b0) + Avx2.MultiplyAddAdjacent(Vector256.Create(x[1]).AsByte(), b1)
            + (Avx2.MultiplyAddAdjacent(Vector256.Create(x[2]).AsByte(), b2) + Avx2.MultiplyAddAdjacent(Vector256.Create(x[3]).AsByte(), b3));
        return Avx2.MultiplyAddAdjacent(sums, Vector256<short>.One);
    }
}
