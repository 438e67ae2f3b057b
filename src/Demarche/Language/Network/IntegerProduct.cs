using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Language.Network;

/// <summary>C = A·B·scale + bias for a matrix A of bytes and B of signed bytes, packed in panels of columns, each with a scale; C holds floats.</summary>
/// <remarks>Sums are exact, so that every machine and every batch gives the same.</remarks>
internal static unsafe class IntegerProduct
{
    /// <summary>Columns of a panel.</summary>
    internal const int Panel = 32;

    /// <summary>The inner dimension goes in steps of so many; within a step, products of even and odd pairs are summed up in 16 bits each.</summary>
    internal const int Block = 16;

    /// <summary>Neighbours in a column that lie side by side.</summary>
    internal const int Four = 4;

    /// <summary>Rows that may be read behind the last one of A.</summary>
    internal const int SpareRows = Rows - 1;

    /// <summary>Rows of A at a time.</summary>
    internal const int Rows = 4;

    /// <summary>Columns with those that fill the last panel.</summary>
    internal static int PaddedColumns(int columns) => (columns + Panel - 1) / Panel * Panel;

    /// <summary>Room of a packed matrix, in floats.</summary>
    internal static int PackedLength(int inner, int columns) => PaddedColumns(columns) * inner / sizeof(float);

    /// <summary>Packs B: four numbers of a column in neighbouring rows side by side, thirty-two columns at a time.</summary>
    /// <param name="b">B, row by row.</param>
    /// <param name="inner">Rows of B, a multiple of <see cref="Block"/>.</param>
    /// <param name="columns">Columns of B.</param>
    /// <param name="packed">Takes the packed matrix.</param>
    internal static void Pack(ReadOnlySpan<sbyte> b, int inner, int columns, sbyte* packed)
    {
        for (var first = 0; first < columns; first += Panel)
        {
            for (var k = 0; k < inner; k += Four)
            {
                for (var column = first; column < first + Panel; column++, packed += Four)
                {
                    for (var i = 0; i < Four; i++)
                    {
                        packed[i] = column < columns ? b[((k + i) * columns) + column] : (sbyte)0;
                    }
                }
            }
        }
    }

    /// <summary>Multiplies.</summary>
    /// <param name="a">A.</param>
    /// <param name="stride">Distance of rows of A.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="inner">Columns of A, rows of B.</param>
    /// <param name="packed">B as <see cref="Pack"/> wrote it.</param>
    /// <param name="scales">What each column of the product is multiplied with.</param>
    /// <param name="bias">What is added to each column.</param>
    /// <param name="columns">Columns of B and C.</param>
    /// <param name="c">C, row by row.</param>
    [SkipLocalsInit]
    internal static void Multiply(byte* a, int stride, int rows, int inner, sbyte* packed, float* scales, float* bias, int columns, float* c)
    {
        var tile = stackalloc int[Rows * Panel];
        var spare = stackalloc float[Rows * Panel];
        for (var first = 0; first < columns; first += Panel, packed += (nint)inner * Panel)
        {
            var width = Math.Min(Panel, columns - first);
            for (var row = 0; row < rows; row += Rows)
            {
                var count = Math.Min(Rows, rows - row);
                var from = a + ((nint)row * stride);
                var to = c + ((nint)row * columns) + first;
                if (WideVectors.Are && count > Rows / 2)
                {
                    Whole(from, stride, inner, packed, scales + first, bias + first, to, columns, count, width, spare);
                    continue;
                }

                Sum(from, stride, count, inner, packed, tile);
                Put(tile, count, width, scales + first, bias + first, to, columns);
            }
        }
    }

    // A tile that C has no room for is written beside it first.
    private static void Whole(byte* a, nint stride, int inner, sbyte* b, float* scales, float* bias, float* c, int columns, int rows, int width, float* spare)
    {
        if (rows == Rows && width == Panel)
        {
            IntegerKernels.Wide(a, stride, inner, b, scales, bias, c, columns);
            return;
        }

        IntegerKernels.Wide(a, stride, inner, b, scales, bias, spare, Panel);
        for (var row = 0; row < rows; row++)
        {
            new ReadOnlySpan<float>(spare + (row * Panel), width).CopyTo(new Span<float>(c + ((nint)row * columns), width));
        }
    }

    private static void Sum(byte* a, nint stride, int rows, int inner, sbyte* b, int* tile)
    {
        if (WideVectors.Are)
        {
            IntegerKernels.WidePair(a, stride, inner, b, tile);
        }
        else if (Avx2.IsSupported)
        {
            IntegerKernels.Narrow(a, stride, inner, b, tile);
        }
        else
        {
            IntegerKernels.Portable(a, stride, inner, b, tile);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(int* tile, int rows, int width, float* scales, float* bias, float* c, int stride)
    {
        for (var m = 0; m < rows; m++, tile += Panel, c += stride)
        {
            var n = 0;
            for (; n + Vector256<int>.Count <= width; n += Vector256<int>.Count)
            {
                (Vector256.Load(bias + n) + (Vector256.ConvertToSingle(Vector256.Load(tile + n)) * Vector256.Load(scales + n))).Store(c + n);
            }

            for (; n < width; n++)
            {
                c[n] = bias[n] + (tile[n] * scales[n]);
            }
        }
    }
}
