using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Language.Network;

/// <summary>C = A·B + bias for a matrix A of 16-bit integers and B packed in panels of columns, each with a scale; C holds floats.</summary>
/// <remarks>Sums are made in 32 bits and are exact, so that every machine and every batch gives the same.</remarks>
internal static unsafe class IntegerProduct
{
    /// <summary>Columns of a panel.</summary>
    internal const int Panel = 32;

    /// <summary>Rows that may be read behind the last one of A.</summary>
    internal const int SpareRows = Rows - 1;
    private const int Rows = 8;
    private const int HalfRows = 4;

    /// <summary>Columns with those that fill the last panel.</summary>
    internal static int PaddedColumns(int columns) => (columns + Panel - 1) / Panel * Panel;

    /// <summary>Room of a packed matrix, in floats.</summary>
    internal static int PackedLength(int inner, int columns) => PaddedColumns(columns) * inner / 2;

    /// <summary>Packs B: the two numbers of a column in neighbouring rows side by side, thirty-two columns at a time.</summary>
    /// <param name="b">B, row by row.</param>
    /// <param name="inner">Rows of B, an even number.</param>
    /// <param name="columns">Columns of B.</param>
    /// <param name="packed">Takes the packed matrix.</param>
    internal static void Pack(ReadOnlySpan<short> b, int inner, int columns, short* packed)
    {
        for (var first = 0; first < columns; first += Panel)
        {
            for (var k = 0; k < inner; k += 2)
            {
                for (var column = first; column < first + Panel; column++, packed += 2)
                {
                    packed[0] = column < columns ? b[(k * columns) + column] : (short)0;
                    packed[1] = column < columns ? b[((k + 1) * columns) + column] : (short)0;
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
    internal static void Multiply(short* a, int stride, int rows, int inner, short* packed, float* scales, float* bias, int columns, float* c)
    {
        var tile = stackalloc int[Rows * Panel];
        for (var first = 0; first < columns; first += Panel, packed += (nint)inner * Panel)
        {
            var width = Math.Min(Panel, columns - first);
            for (var row = 0; row < rows;)
            {
                var count = rows - row > HalfRows ? Rows : HalfRows;
                Sum(a + ((nint)row * stride), stride, count, inner, packed, tile);
                count = Math.Min(count, rows - row);
                Put(tile, count, width, scales + first, bias + first, c + ((nint)row * columns) + first, columns);
                row += count;
            }
        }
    }

    private static void Sum(short* a, nint stride, int rows, int inner, short* b, int* tile)
    {
        if (Avx512BW.IsSupported)
        {
            if (rows == Rows)
            {
                IntegerKernels.EightWide(a, stride, inner, b, tile);
            }
            else
            {
                IntegerKernels.FourWide(a, stride, inner, b, tile);
            }

            return;
        }

        for (var row = 0; row < rows; row += HalfRows)
        {
            for (var column = 0; column < Panel; column += Panel / 2)
            {
                if (Avx2.IsSupported)
                {
                    IntegerKernels.FourNarrow(a + (row * stride), stride, inner, b + (2 * column), tile + (row * Panel) + column);
                }
                else
                {
                    IntegerKernels.FourPortable(a + (row * stride), stride, inner, b + (2 * column), tile + (row * Panel) + column);
                }
            }
        }
    }

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
