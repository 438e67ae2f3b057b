using System.Runtime.Intrinsics;

namespace Demarche.Language.Network;

/// <summary>C = A·B or C += A·B for float matrices, B packed in panels of columns.</summary>
/// <remarks>
/// Each element of C is summed over the inner dimension in order, whatever rows stand beside it: the result of a row is the
/// same bit for bit in any batch. A may be read transposed through its strides.
/// </remarks>
internal static unsafe class MatrixProduct
{
    /// <summary>Columns of a panel.</summary>
    internal const int Panel = 32;
    private const int Rows = 8;
    private const int HalfRows = 4;

    /// <summary>Floats that a packed matrix of <paramref name="inner"/> rows and <paramref name="columns"/> columns takes.</summary>
    internal static int PackedLength(int inner, int columns) => (columns + Panel - 1) / Panel * Panel * inner;

    /// <summary>Packs B, whose element (k, n) stands at <c>b[k * rowStride + n * columnStride]</c>.</summary>
    internal static void Pack(float* b, int rowStride, int columnStride, int inner, int columns, float* packed)
    {
        for (var first = 0; first < columns; first += Panel)
        {
            var width = Math.Min(Panel, columns - first);
            var source = b + ((nint)first * columnStride);
            var k = 0;
            if (rowStride == 1)
            {
                k = AcrossPacking.Pack(source, columnStride, inner, width, packed);
                packed += (nint)k * Panel;
                source += k;
            }

            for (; k < inner; k++, packed += Panel, source += rowStride)
            {
                if (columnStride == 1)
                {
                    new ReadOnlySpan<float>(source, width).CopyTo(new Span<float>(packed, width));
                }
                else
                {
                    for (var n = 0; n < width; n++)
                    {
                        packed[n] = source[(nint)n * columnStride];
                    }
                }

                if (width < Panel)
                {
                    new Span<float>(packed + width, Panel - width).Clear();
                }
            }
        }
    }

    /// <summary>Multiplies.</summary>
    /// <param name="a">A, whose element (m, k) stands at <c>a[m * rowStride + k * columnStride]</c>.</param>
    /// <param name="rowStride">Distance of rows of A.</param>
    /// <param name="columnStride">Distance of columns of A.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="inner">Columns of A, rows of B.</param>
    /// <param name="packed">B as <see cref="Pack"/> wrote it.</param>
    /// <param name="columns">Columns of B and C.</param>
    /// <param name="c">C, row by row.</param>
    /// <param name="stride">Distance of rows of C.</param>
    /// <param name="add">Whether the product is added to what C holds.</param>
    internal static void Multiply(
        float* a, int rowStride, int columnStride, int rows, int inner, float* packed, int columns, float* c, int stride, bool add)
    {
        var rest = rows % Rows;
        var whole = rows - rest;
        var restWidth = rest > HalfRows ? Rows : HalfRows;
        var tail = stackalloc float[rest == 0 ? 1 : inner * restWidth];
        if (rest > 0)
        {
            PackRest(a + ((nint)whole * rowStride), rowStride, columnStride, rest, inner, tail, restWidth);
        }

        var tile = stackalloc float[Rows * Panel];
        for (var first = 0; first < columns; first += Panel, packed += (nint)inner * Panel)
        {
            var width = Math.Min(Panel, columns - first);
            for (var row = 0; row < whole; row += Rows)
            {
                var source = a + ((nint)row * rowStride);
                var target = c + ((nint)row * stride) + first;
                if (width == Panel)
                {
                    Eight(source, rowStride, columnStride, inner, packed, target, stride, add);
                }
                else
                {
                    Eight(source, rowStride, columnStride, inner, packed, tile, Panel, add: false);
                    Put(tile, Rows, width, target, stride, add);
                }
            }

            if (rest > 0)
            {
                if (restWidth == Rows)
                {
                    Eight(tail, 1, Rows, inner, packed, tile, Panel, add: false);
                }
                else
                {
                    Four(tail, 1, HalfRows, inner, packed, tile, Panel, add: false);
                }

                Put(tile, rest, width, c + ((nint)whole * stride) + first, stride, add);
            }
        }
    }

    private static void PackRest(float* a, int rowStride, int columnStride, int rows, int inner, float* tail, int width)
    {
        for (var k = 0; k < inner; k++, tail += width)
        {
            for (var m = 0; m < width; m++)
            {
                tail[m] = m < rows ? a[((nint)m * rowStride) + ((nint)k * columnStride)] : 0;
            }
        }
    }

    private static void Put(float* tile, int rows, int width, float* c, int stride, bool add)
    {
        for (var m = 0; m < rows; m++, tile += Panel, c += stride)
        {
            var n = 0;
            for (; n + Vector256<float>.Count <= width; n += Vector256<float>.Count)
            {
                var value = Vector256.Load(tile + n);
                (add ? value + Vector256.Load(c + n) : value).Store(c + n);
            }

            for (; n < width; n++)
            {
                c[n] = add ? c[n] + tile[n] : tile[n];
            }
        }
    }

    private static void Eight(float* a, nint rowStride, nint columnStride, int inner, float* b, float* c, nint stride, bool add)
    {
        if (WideVectors.Are)
        {
            ProductKernels.EightWide(a, rowStride, columnStride, inner, b, c, stride, add);
            return;
        }

        Four(a, rowStride, columnStride, inner, b, c, stride, add);
        Four(a + (4 * rowStride), rowStride, columnStride, inner, b, c + (4 * stride), stride, add);
    }

    private static void Four(float* a, nint rowStride, nint columnStride, int inner, float* b, float* c, nint stride, bool add)
    {
        if (WideVectors.Are)
        {
            ProductKernels.FourWide(a, rowStride, columnStride, inner, b, c, stride, add);
            return;
        }

        ProductKernels.FourNarrow(a, rowStride, columnStride, inner, b, c, stride, add);
        ProductKernels.FourNarrow(a, rowStride, columnStride, inner, b + (Panel / 2), c + (Panel / 2), stride, add);
    }
}
