using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Language.Network;

/// <summary>The innermost loops of <see cref="IntegerProduct"/>: a few rows by one panel of columns, all sums in registers.</summary>
internal static unsafe class IntegerKernels
{
    /// <summary>Eight rows by thirty-two columns, with vectors of 512 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void EightWide(short* a, nint stride, int inner, short* b, int* tile)
    {
        Vector512<int> l0 = default, r0 = default;
        Vector512<int> l1 = default, r1 = default;
        Vector512<int> l2 = default, r2 = default;
        Vector512<int> l3 = default, r3 = default;
        Vector512<int> l4 = default, r4 = default;
        Vector512<int> l5 = default, r5 = default;
        Vector512<int> l6 = default, r6 = default;
        Vector512<int> l7 = default, r7 = default;
        var two = 2 * stride;
        var three = 3 * stride;
        var lower = a + (4 * stride);
        for (var k = 0; k < inner; k += 2)
        {
            var left = Vector512.Load(b);
            var right = Vector512.Load(b + 32);
            var x0 = Vector512.Create(*(int*)a).AsInt16();
            l0 += Avx512BW.MultiplyAddAdjacent(x0, left);
            r0 += Avx512BW.MultiplyAddAdjacent(x0, right);
            var x1 = Vector512.Create(*(int*)(a + stride)).AsInt16();
            l1 += Avx512BW.MultiplyAddAdjacent(x1, left);
            r1 += Avx512BW.MultiplyAddAdjacent(x1, right);
            var x2 = Vector512.Create(*(int*)(a + two)).AsInt16();
            l2 += Avx512BW.MultiplyAddAdjacent(x2, left);
            r2 += Avx512BW.MultiplyAddAdjacent(x2, right);
            var x3 = Vector512.Create(*(int*)(a + three)).AsInt16();
            l3 += Avx512BW.MultiplyAddAdjacent(x3, left);
            r3 += Avx512BW.MultiplyAddAdjacent(x3, right);
            var x4 = Vector512.Create(*(int*)lower).AsInt16();
            l4 += Avx512BW.MultiplyAddAdjacent(x4, left);
            r4 += Avx512BW.MultiplyAddAdjacent(x4, right);
            var x5 = Vector512.Create(*(int*)(lower + stride)).AsInt16();
            l5 += Avx512BW.MultiplyAddAdjacent(x5, left);
            r5 += Avx512BW.MultiplyAddAdjacent(x5, right);
            var x6 = Vector512.Create(*(int*)(lower + two)).AsInt16();
            l6 += Avx512BW.MultiplyAddAdjacent(x6, left);
            r6 += Avx512BW.MultiplyAddAdjacent(x6, right);
            var x7 = Vector512.Create(*(int*)(lower + three)).AsInt16();
            l7 += Avx512BW.MultiplyAddAdjacent(x7, left);
            r7 += Avx512BW.MultiplyAddAdjacent(x7, right);
            a += 2;
            lower += 2;
            b += 2 * IntegerProduct.Panel;
        }

        l0.Store(tile);
        r0.Store(tile + 16);
        l1.Store(tile + (1 * IntegerProduct.Panel));
        r1.Store(tile + (1 * IntegerProduct.Panel) + 16);
        l2.Store(tile + (2 * IntegerProduct.Panel));
        r2.Store(tile + (2 * IntegerProduct.Panel) + 16);
        l3.Store(tile + (3 * IntegerProduct.Panel));
        r3.Store(tile + (3 * IntegerProduct.Panel) + 16);
        l4.Store(tile + (4 * IntegerProduct.Panel));
        r4.Store(tile + (4 * IntegerProduct.Panel) + 16);
        l5.Store(tile + (5 * IntegerProduct.Panel));
        r5.Store(tile + (5 * IntegerProduct.Panel) + 16);
        l6.Store(tile + (6 * IntegerProduct.Panel));
        r6.Store(tile + (6 * IntegerProduct.Panel) + 16);
        l7.Store(tile + (7 * IntegerProduct.Panel));
        r7.Store(tile + (7 * IntegerProduct.Panel) + 16);
    }

    /// <summary>Four rows by thirty-two columns, with vectors of 512 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void FourWide(short* a, nint stride, int inner, short* b, int* tile)
    {
        Vector512<int> l0 = default, r0 = default;
        Vector512<int> l1 = default, r1 = default;
        Vector512<int> l2 = default, r2 = default;
        Vector512<int> l3 = default, r3 = default;
        var two = 2 * stride;
        var three = 3 * stride;
        for (var k = 0; k < inner; k += 2)
        {
            var left = Vector512.Load(b);
            var right = Vector512.Load(b + 32);
            var x0 = Vector512.Create(*(int*)a).AsInt16();
            l0 += Avx512BW.MultiplyAddAdjacent(x0, left);
            r0 += Avx512BW.MultiplyAddAdjacent(x0, right);
            var x1 = Vector512.Create(*(int*)(a + stride)).AsInt16();
            l1 += Avx512BW.MultiplyAddAdjacent(x1, left);
            r1 += Avx512BW.MultiplyAddAdjacent(x1, right);
            var x2 = Vector512.Create(*(int*)(a + two)).AsInt16();
            l2 += Avx512BW.MultiplyAddAdjacent(x2, left);
            r2 += Avx512BW.MultiplyAddAdjacent(x2, right);
            var x3 = Vector512.Create(*(int*)(a + three)).AsInt16();
            l3 += Avx512BW.MultiplyAddAdjacent(x3, left);
            r3 += Avx512BW.MultiplyAddAdjacent(x3, right);
            a += 2;
            b += 2 * IntegerProduct.Panel;
        }

        l0.Store(tile);
        r0.Store(tile + 16);
        l1.Store(tile + (1 * IntegerProduct.Panel));
        r1.Store(tile + (1 * IntegerProduct.Panel) + 16);
        l2.Store(tile + (2 * IntegerProduct.Panel));
        r2.Store(tile + (2 * IntegerProduct.Panel) + 16);
        l3.Store(tile + (3 * IntegerProduct.Panel));
        r3.Store(tile + (3 * IntegerProduct.Panel) + 16);
    }

    /// <summary>Four rows by sixteen columns, half a panel, with vectors of 256 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void FourNarrow(short* a, nint stride, int inner, short* b, int* tile)
    {
        Vector256<int> l0 = default, r0 = default;
        Vector256<int> l1 = default, r1 = default;
        Vector256<int> l2 = default, r2 = default;
        Vector256<int> l3 = default, r3 = default;
        var two = 2 * stride;
        var three = 3 * stride;
        for (var k = 0; k < inner; k += 2)
        {
            var left = Vector256.Load(b);
            var right = Vector256.Load(b + 16);
            var x0 = Vector256.Create(*(int*)a).AsInt16();
            l0 += Avx2.MultiplyAddAdjacent(x0, left);
            r0 += Avx2.MultiplyAddAdjacent(x0, right);
            var x1 = Vector256.Create(*(int*)(a + stride)).AsInt16();
            l1 += Avx2.MultiplyAddAdjacent(x1, left);
            r1 += Avx2.MultiplyAddAdjacent(x1, right);
            var x2 = Vector256.Create(*(int*)(a + two)).AsInt16();
            l2 += Avx2.MultiplyAddAdjacent(x2, left);
            r2 += Avx2.MultiplyAddAdjacent(x2, right);
            var x3 = Vector256.Create(*(int*)(a + three)).AsInt16();
            l3 += Avx2.MultiplyAddAdjacent(x3, left);
            r3 += Avx2.MultiplyAddAdjacent(x3, right);
            a += 2;
            b += 2 * IntegerProduct.Panel;
        }

        l0.Store(tile);
        r0.Store(tile + 8);
        l1.Store(tile + (1 * IntegerProduct.Panel));
        r1.Store(tile + (1 * IntegerProduct.Panel) + 8);
        l2.Store(tile + (2 * IntegerProduct.Panel));
        r2.Store(tile + (2 * IntegerProduct.Panel) + 8);
        l3.Store(tile + (3 * IntegerProduct.Panel));
        r3.Store(tile + (3 * IntegerProduct.Panel) + 8);
    }

    /// <summary>Four rows by sixteen columns, half a panel, with what every machine has.</summary>
    internal static void FourPortable(short* a, nint stride, int inner, short* b, int* tile)
    {
        for (var row = 0; row < 4; row++, a += stride, tile += IntegerProduct.Panel)
        {
            Vector128<int> s0 = default, s1 = default, s2 = default, s3 = default;
            var weights = b;
            for (var k = 0; k < inner; k += 2, weights += 2 * IntegerProduct.Panel)
            {
                var first = Vector128.Create((int)a[k]);
                var second = Vector128.Create((int)a[k + 1]);
                s0 += Pairs(first, second, weights);
                s1 += Pairs(first, second, weights + 8);
                s2 += Pairs(first, second, weights + 16);
                s3 += Pairs(first, second, weights + 24);
            }

            s0.Store(tile);
            s1.Store(tile + 4);
            s2.Store(tile + 8);
            s3.Store(tile + 12);
        }
    }

    // Each 32 bits hold two weights: the lower half goes with the first input, the upper one with the second.
    private static Vector128<int> Pairs(Vector128<int> first, Vector128<int> second, short* weights)
    {
        var pairs = Vector128.Load((int*)weights);
        return (Vector128.ShiftRightArithmetic(Vector128.ShiftLeft(pairs, 16), 16) * first) + (Vector128.ShiftRightArithmetic(pairs, 16) * second);
    }
}
