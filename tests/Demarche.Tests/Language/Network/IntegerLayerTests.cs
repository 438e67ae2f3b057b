using System.Runtime.Intrinsics.X86;
using Demarche.Language.Network;
using Demarche.Training.Network;

namespace Demarche.Tests.Language.Network;

public unsafe class IntegerLayerTests
{
    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(3, 18, 5)]
    [InlineData(8, 32, 32)]
    [InlineData(13, 40, 33)]
    [InlineData(21, 256, 100)]
    public void AgreesWithTheSameLayerInFloats(int rows, int inputs, int outputs)
    {
        var (x, weights, bias) = (Random(rows * inputs, 1), Random(inputs * outputs, 2), Random(outputs, 3));
        var y = Apply(x, rows, inputs, weights, outputs, bias);
        for (var row = 0; row < rows; row++)
        {
            for (var n = 0; n < outputs; n++)
            {
                var sum = bias[n] + Enumerable.Range(0, inputs).Sum(k => (double)x[(row * inputs) + k] * weights[(k * outputs) + n]);
                Assert.Equal(sum, y[(row * outputs) + n], 2e-4 * inputs);
            }
        }
    }

    [Fact]
    public void GivesARowTheSameBitsWhateverStandsBesideIt()
    {
        const int Inputs = 50, Outputs = 70;
        var (x, weights) = (Random(20 * Inputs, 1), Random(Inputs * Outputs, 2));
        var all = Apply(x, 20, Inputs, weights, Outputs, []);
        for (var rows = 1; rows < 20; rows++)
        {
            Assert.Equal(all[..(rows * Outputs)], Apply(x, rows, Inputs, weights, Outputs, []));
        }
    }

    [Fact]
    public void NoSumLeavesItsBitsWhateverTheInputs()
    {
        const int Inputs = 512;
        var weights = Enumerable.Repeat(3f, Inputs).ToArray();   // all as large as the largest, all of one sign
        var y = Apply(Enumerable.Repeat(1f, Inputs).ToArray(), 1, Inputs, weights, 1, []);
        Assert.Equal(3f * Inputs, y[0], 1f);
    }

    [Fact]
    public void EveryMachineGetsTheSameSums()
    {
        const int Inner = 62;
        var dice = new Dice(5);
        var a = Enumerable.Range(0, 8 * Inner).Select(_ => (short)((dice.Share() - 0.5f) * 8000)).ToArray();
        var b = Enumerable.Range(0, Inner * IntegerProduct.Panel).Select(_ => (short)((dice.Share() - 0.5f) * 60000)).ToArray();
        var packed = new short[b.Length];
        var portable = new int[8 * IntegerProduct.Panel];
        var vectors = new int[8 * IntegerProduct.Panel];
        fixed (short* first = a, panel = packed)
        fixed (int* expected = portable, actual = vectors)
        {
            IntegerProduct.Pack(b, Inner, IntegerProduct.Panel, panel);
            for (var row = 0; row < 8; row += 4)
            {
                for (var column = 0; column < IntegerProduct.Panel; column += 16)
                {
                    var at = (row * IntegerProduct.Panel) + column;
                    IntegerKernels.FourPortable(first + (row * Inner), Inner, Inner, panel + (2 * column), expected + at);
                    if (Avx2.IsSupported)
                    {
                        IntegerKernels.FourNarrow(first + (row * Inner), Inner, Inner, panel + (2 * column), actual + at);
                    }
                }
            }

            Assert.Equal(Enumerable.Range(0, Inner).Sum(k => a[k] * b[k * IntegerProduct.Panel]), portable[0]);
            Assert.True(!Avx2.IsSupported || portable.SequenceEqual(vectors));
            if (Avx512BW.IsSupported)
            {
                IntegerKernels.EightWide(first, Inner, Inner, panel, actual);
                Assert.Equal(portable, vectors);
                IntegerKernels.FourWide(first + (4 * Inner), Inner, Inner, panel, actual);
                Assert.Equal(portable[(4 * IntegerProduct.Panel)..], vectors[..(4 * IntegerProduct.Panel)]);
            }
        }
    }

    private static float[] Apply(float[] x, int rows, int inputs, float[] weights, int outputs, float[] bias)
    {
        var layer = new IntegerLayer(inputs, outputs, weights, bias);
        var (whole, y) = (new short[(rows + IntegerProduct.SpareRows) * inputs], new float[rows * outputs]);
        for (var i = 0; i < rows * inputs; i++)
        {
            whole[i] = (short)MathF.Round(x[i] * IntegerLayer.One);
        }

        fixed (short* from = whole)
        fixed (float* to = y)
        {
            layer.Apply(from, inputs, rows, to);
        }

        return y;
    }

    private static float[] Random(int length, int seed)
    {
        var dice = new Dice(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (dice.Share() - 0.5f) * 2)];
    }
}
