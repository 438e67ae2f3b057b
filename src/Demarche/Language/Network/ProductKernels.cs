using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language.Network;

/// <summary>The innermost loops of <see cref="MatrixProduct"/>: a few rows by one panel of columns, all sums in registers.</summary>
internal static unsafe class ProductKernels
{
    /// <summary>Eight rows by thirty-two columns, with vectors of sixteen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void EightWide(float* a, nint rowStride, nint columnStride, int inner, float* b, float* c, nint stride, bool add)
    {
        Vector512<float> l0 = default, r0 = default;
        Vector512<float> l1 = default, r1 = default;
        Vector512<float> l2 = default, r2 = default;
        Vector512<float> l3 = default, r3 = default;
        Vector512<float> l4 = default, r4 = default;
        Vector512<float> l5 = default, r5 = default;
        Vector512<float> l6 = default, r6 = default;
        Vector512<float> l7 = default, r7 = default;
        var two = 2 * rowStride;
        var three = 3 * rowStride;
        var lower = a + (4 * rowStride);
        for (var k = 0; k < inner; k++)
        {
            var left = Vector512.Load(b);
            var right = Vector512.Load(b + 16);
            var x0 = Vector512.Create(*a);
            l0 = Vector512.MultiplyAddEstimate(x0, left, l0);
            r0 = Vector512.MultiplyAddEstimate(x0, right, r0);
            var x1 = Vector512.Create(a[rowStride]);
            l1 = Vector512.MultiplyAddEstimate(x1, left, l1);
            r1 = Vector512.MultiplyAddEstimate(x1, right, r1);
            var x2 = Vector512.Create(a[two]);
            l2 = Vector512.MultiplyAddEstimate(x2, left, l2);
            r2 = Vector512.MultiplyAddEstimate(x2, right, r2);
            var x3 = Vector512.Create(a[three]);
            l3 = Vector512.MultiplyAddEstimate(x3, left, l3);
            r3 = Vector512.MultiplyAddEstimate(x3, right, r3);
            var x4 = Vector512.Create(*lower);
            l4 = Vector512.MultiplyAddEstimate(x4, left, l4);
            r4 = Vector512.MultiplyAddEstimate(x4, right, r4);
            var x5 = Vector512.Create(lower[rowStride]);
            l5 = Vector512.MultiplyAddEstimate(x5, left, l5);
            r5 = Vector512.MultiplyAddEstimate(x5, right, r5);
            var x6 = Vector512.Create(lower[two]);
            l6 = Vector512.MultiplyAddEstimate(x6, left, l6);
            r6 = Vector512.MultiplyAddEstimate(x6, right, r6);
            var x7 = Vector512.Create(lower[three]);
            l7 = Vector512.MultiplyAddEstimate(x7, left, l7);
            r7 = Vector512.MultiplyAddEstimate(x7, right, r7);
            a += columnStride;
            lower += columnStride;
            b += MatrixProduct.Panel;
        }

        Store(l0, r0, c, add);
        Store(l1, r1, c + stride, add);
        Store(l2, r2, c + (2 * stride), add);
        Store(l3, r3, c + (3 * stride), add);
        Store(l4, r4, c + (4 * stride), add);
        Store(l5, r5, c + (5 * stride), add);
        Store(l6, r6, c + (6 * stride), add);
        Store(l7, r7, c + (7 * stride), add);
    }

    /// <summary>Four rows by thirty-two columns, with vectors of sixteen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void FourWide(float* a, nint rowStride, nint columnStride, int inner, float* b, float* c, nint stride, bool add)
    {
        Vector512<float> l0 = default, r0 = default;
        Vector512<float> l1 = default, r1 = default;
        Vector512<float> l2 = default, r2 = default;
        Vector512<float> l3 = default, r3 = default;
        var two = 2 * rowStride;
        var three = 3 * rowStride;
        for (var k = 0; k < inner; k++)
        {
            var left = Vector512.Load(b);
            var right = Vector512.Load(b + 16);
            var x0 = Vector512.Create(*a);
            l0 = Vector512.MultiplyAddEstimate(x0, left, l0);
            r0 = Vector512.MultiplyAddEstimate(x0, right, r0);
            var x1 = Vector512.Create(a[rowStride]);
            l1 = Vector512.MultiplyAddEstimate(x1, left, l1);
            r1 = Vector512.MultiplyAddEstimate(x1, right, r1);
            var x2 = Vector512.Create(a[two]);
            l2 = Vector512.MultiplyAddEstimate(x2, left, l2);
            r2 = Vector512.MultiplyAddEstimate(x2, right, r2);
            var x3 = Vector512.Create(a[three]);
            l3 = Vector512.MultiplyAddEstimate(x3, left, l3);
            r3 = Vector512.MultiplyAddEstimate(x3, right, r3);
            a += columnStride;
            b += MatrixProduct.Panel;
        }

        Store(l0, r0, c, add);
        Store(l1, r1, c + stride, add);
        Store(l2, r2, c + (2 * stride), add);
        Store(l3, r3, c + (3 * stride), add);
    }

    /// <summary>Four rows by sixteen columns, half a panel, with vectors of eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void FourNarrow(float* a, nint rowStride, nint columnStride, int inner, float* b, float* c, nint stride, bool add)
    {
        Vector256<float> l0 = default, r0 = default;
        Vector256<float> l1 = default, r1 = default;
        Vector256<float> l2 = default, r2 = default;
        Vector256<float> l3 = default, r3 = default;
        var two = 2 * rowStride;
        var three = 3 * rowStride;
        for (var k = 0; k < inner; k++)
        {
            var left = Vector256.Load(b);
            var right = Vector256.Load(b + 8);
            var x0 = Vector256.Create(*a);
            l0 = Vector256.MultiplyAddEstimate(x0, left, l0);
            r0 = Vector256.MultiplyAddEstimate(x0, right, r0);
            var x1 = Vector256.Create(a[rowStride]);
            l1 = Vector256.MultiplyAddEstimate(x1, left, l1);
            r1 = Vector256.MultiplyAddEstimate(x1, right, r1);
            var x2 = Vector256.Create(a[two]);
            l2 = Vector256.MultiplyAddEstimate(x2, left, l2);
            r2 = Vector256.MultiplyAddEstimate(x2, right, r2);
            var x3 = Vector256.Create(a[three]);
            l3 = Vector256.MultiplyAddEstimate(x3, left, l3);
            r3 = Vector256.MultiplyAddEstimate(x3, right, r3);
            a += columnStride;
            b += MatrixProduct.Panel;
        }

        Store(l0, r0, c, add);
        Store(l1, r1, c + stride, add);
        Store(l2, r2, c + (2 * stride), add);
        Store(l3, r3, c + (3 * stride), add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> left, Vector512<float> right, float* c, bool add)
    {
        if (add)
        {
            left += Vector512.Load(c);
            right += Vector512.Load(c + 16);
        }

        left.Store(c);
        right.Store(c + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> left, Vector256<float> right, float* c, bool add)
    {
        if (add)
        {
            left += Vector256.Load(c);
            right += Vector256.Load(c + 8);
        }

        left.Store(c);
        right.Store(c + 8);
    }
}
