using System.Runtime.Intrinsics.X86;
using Demarche.Language.Network;
using Demarche.Training.Network;

namespace Demarche.Tests.Language.Network;

public unsafe class IntegerLayerTests
{
    [Theory]
    [InlineData(1, 16, 1)]
    [InlineData(3, 48, 5)]
    [InlineData(8, 32, 32)]
    [InlineData(13, 64, 33)]
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
                Assert.Equal(sum, y[(row * outputs) + n], 0.04 * Math.Sqrt(inputs));   // each product is a hundredth off at most, up and down
            }
        }
    }

    [Fact]
    public void GivesARowTheSameBitsWhateverStandsBesideIt()
    {
        const int Inputs = 48, Outputs = 70;
        var (x, weights) = (Random(20 * Inputs, 1), Random(Inputs * Outputs, 2));
        var all = Apply(x, 20, Inputs, weights, Outputs, []);
        for (var rows = 1; rows < 20; rows++)
        {
            Assert.Equal(all[..(rows * Outputs)], Apply(x, rows, Inputs, weights, Outputs, []));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void NoSumLeavesItsBitsWhateverTheInputs(int sign)
    {
        const int Inputs = 512;
        const float Off = 0.05f * 3 * Inputs;   // such weights round most coarsely; a sum that left its bits would have another sign
        var weights = Enumerable.Repeat(3f * sign, Inputs).ToArray();   // all as large as the largest, all of one sign
        Assert.Equal(3f * sign * Inputs, Apply([.. Enumerable.Repeat(1f, Inputs)], 1, Inputs, weights, 1, [])[0], Off);
        Assert.Equal(-3f * sign * Inputs, Apply([.. Enumerable.Repeat(-1f, Inputs)], 1, Inputs, weights, 1, [])[0], Off);
    }

    [Fact]
    public void EveryMachineGetsTheSameSums()
    {
        const int Inner = 64;
        var dice = new Dice(5);
        var a = Enumerable.Range(0, IntegerProduct.Rows * Inner).Select(_ => (byte)(dice.Share() * 256)).ToArray();
        var b = Enumerable.Range(0, Inner * IntegerProduct.Panel).Select(_ => (sbyte)((dice.Share() - 0.5f) * 32)).ToArray();
        var packed = new sbyte[b.Length];
        var (portable, vectors) = (new int[IntegerProduct.Rows * IntegerProduct.Panel], new int[IntegerProduct.Rows * IntegerProduct.Panel]);
        fixed (byte* first = a)
        fixed (sbyte* panel = packed)
        fixed (int* expected = portable, actual = vectors)
        {
            IntegerProduct.Pack(b, Inner, IntegerProduct.Panel, panel);
            IntegerKernels.Portable(first, Inner, Inner, panel, expected);
            Assert.Equal(Enumerable.Range(0, Inner).Sum(k => a[k] * b[k * IntegerProduct.Panel]), portable[0]);
            if (Avx2.IsSupported)
            {
                IntegerKernels.Narrow(first, Inner, Inner, panel, actual);
                Assert.Equal(portable, vectors);
            }

            if (Avx512BW.IsSupported)
            {
                var (scales, bias, scaled) = (new float[IntegerProduct.Panel], new float[IntegerProduct.Panel], new float[portable.Length]);
                Array.Fill(scales, 2f);
                Array.Fill(bias, 1f);
                fixed (float* scale = scales, off = bias, to = scaled)
                {
                    IntegerKernels.Wide(first, Inner, Inner, panel, scale, off, to, IntegerProduct.Panel);
                }

                Assert.Equal(portable.Select(sum => 1 + (2f * sum)), scaled);
                Array.Clear(vectors);
                IntegerKernels.WidePair(first, Inner, Inner, panel, actual);
                Assert.Equal(portable[..(2 * IntegerProduct.Panel)], vectors[..(2 * IntegerProduct.Panel)]);
            }
        }
    }

    private static float[] Apply(float[] x, int rows, int inputs, float[] weights, int outputs, float[] bias)
    {
        var layer = new IntegerLayer(inputs, outputs, weights, bias);
        var (whole, y) = (new byte[(rows + IntegerProduct.SpareRows) * inputs], new float[rows * outputs]);
        fixed (float* from = x)
        fixed (byte* given = whole)
        fixed (float* to = y)
        {
            IntegerLayer.Write(from, rows * inputs, given);
            layer.Apply(given, inputs, rows, to);
        }

        return y;
    }

    private static float[] Random(int length, int seed)
    {
        var dice = new Dice(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (dice.Share() - 0.5f) * 2)];
    }
}
