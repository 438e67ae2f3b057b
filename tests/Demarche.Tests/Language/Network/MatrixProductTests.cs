using Demarche.Language.Network;
using Demarche.Training.Network;

namespace Demarche.Tests.Language.Network;

public unsafe class MatrixProductTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 17, 5)]
    [InlineData(8, 32, 32)]
    [InlineData(13, 40, 33)]
    [InlineData(21, 7, 100)]
    public void AgreesWithTheDefinition(int rows, int inner, int columns)
    {
        var (a, b) = (Random(rows * inner, 1), Random(inner * columns, 2));
        var product = Multiply(a, rows, inner, b, columns, transposed: false, add: false);
        var added = Multiply(a, rows, inner, b, columns, transposed: false, add: true);
        var fromTransposed = Multiply(a, rows, inner, b, columns, transposed: true, add: false);
        for (var m = 0; m < rows; m++)
        {
            for (var n = 0; n < columns; n++)
            {
                var sum = Enumerable.Range(0, inner).Sum(k => (double)a.Span[(m * inner) + k] * b.Span[(k * columns) + n]);
                Assert.Equal(sum, product[(m * columns) + n], 1e-4);
                Assert.Equal(sum + 1, added[(m * columns) + n], 1e-4);
                Assert.Equal(product[(m * columns) + n], fromTransposed[(m * columns) + n]);
            }
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 32)]
    [InlineData(19, 5)]
    [InlineData(48, 33)]
    [InlineData(40, 71)]
    public void PacksColumnsInOnePieceAsItPacksRows(int inner, int columns)
    {
        var b = Random(inner * columns, 3);
        var turned = new AlignedFloats(inner * columns);
        for (var i = 0; i < inner * columns; i++)
        {
            turned.Span[(i % columns * inner) + (i / columns)] = b.Span[i];
        }

        var (packed, fromColumns) = (new AlignedFloats(MatrixProduct.PackedLength(inner, columns)), new AlignedFloats(MatrixProduct.PackedLength(inner, columns)));
        fromColumns.Span.Fill(float.NaN);
        MatrixProduct.Pack(b.Pointer, columns, 1, inner, columns, packed.Pointer);
        MatrixProduct.Pack(turned.Pointer, 1, inner, inner, columns, fromColumns.Pointer);
        Assert.Equal(packed.Span.ToArray(), fromColumns.Span.ToArray());
        GC.KeepAlive((b, turned));
    }

    [Fact]
    public void GivesARowTheSameBitsWhateverStandsBesideIt()
    {
        const int Inner = 50, Columns = 70;
        var (a, b) = (Random(20 * Inner, 1), Random(Inner * Columns, 2));
        var all = Multiply(a, 20, Inner, b, Columns, transposed: false, add: false);
        for (var rows = 1; rows < 20; rows++)
        {
            Assert.Equal(all[..(rows * Columns)], Multiply(a, rows, Inner, b, Columns, transposed: false, add: false));
        }
    }

    private static float[] Multiply(AlignedFloats a, int rows, int inner, AlignedFloats b, int columns, bool transposed, bool add)
    {
        var packed = new AlignedFloats(MatrixProduct.PackedLength(inner, columns));
        MatrixProduct.Pack(b.Pointer, columns, 1, inner, columns, packed.Pointer);
        var c = new AlignedFloats(rows * columns);
        c.Span.Fill(1);
        if (!transposed)
        {
            MatrixProduct.Multiply(a.Pointer, inner, 1, rows, inner, packed.Pointer, columns, c.Pointer, columns, add);
            return Read(c, packed, a, b);
        }

        var turned = new AlignedFloats(rows * inner);
        for (var i = 0; i < rows * inner; i++)
        {
            turned.Span[(i % inner * rows) + (i / inner)] = a.Span[i];
        }

        MatrixProduct.Multiply(turned.Pointer, 1, rows, rows, inner, packed.Pointer, columns, c.Pointer, columns, add);
        return Read(c, turned, packed, a, b);
    }

    private static float[] Read(AlignedFloats c, params object[] used)
    {
        var read = c.Span.ToArray();
        GC.KeepAlive(c);
        GC.KeepAlive(used);
        return read;
    }

    private static AlignedFloats Random(int length, int seed)
    {
        var dice = new Dice(seed);
        var values = new AlignedFloats(length);
        foreach (ref var value in values.Span)
        {
            value = dice.Share() - 0.5f;
        }

        return values;
    }
}
