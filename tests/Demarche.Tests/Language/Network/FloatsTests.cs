using Demarche.Language.Network;
using Demarche.Training.Network;

namespace Demarche.Tests.Language.Network;

public class FloatsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(29)]
    public void Rows_of_any_length_are_reckoned_by_the_definition(int length)
    {
        var (a, b) = (Row(length, 1), Row(length, 2));
        var products = new float[length];
        Floats.Multiply(a, b, products);
        Assert.Equal(a.Zip(b, (x, y) => x * y), products);
        Assert.Equal(a.Zip(b, (x, y) => (double)x * y).Sum(), Floats.Dot(a, b), 1e-5);
        Assert.Equal(a.Max(), Floats.Most(a));
        for (var greatest = 0; greatest < length; greatest++)
        {
            var row = a.ToArray();
            row[greatest] = 7;
            row[^1] = 7;
            Assert.Equal(greatest, Floats.Greatest(row));
        }

        var parts = a.ToArray();
        Floats.Divide(parts, 3);
        Assert.Equal(a.Select(x => x / 3), parts);

        var bytes = Enumerable.Range(0, length).Select(i => (sbyte)((37 * i) - 100)).ToArray();
        var sums = a.ToArray();
        Floats.Add(bytes, b, sums);
        Assert.Equal(Enumerable.Range(0, length).Select(i => a[i] + (bytes[i] * b[i])), sums);
    }

    [Fact]
    public void Every_finite_half_is_widened_exactly()
    {
        var halves = Enumerable.Range(0, ushort.MaxValue + 1).Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits)).Where(Half.IsFinite).ToArray();
        var floats = new float[halves.Length];
        Floats.Widen(halves, floats);
        Assert.Equal(halves.Select(h => BitConverter.SingleToInt32Bits((float)h)), floats.Select(BitConverter.SingleToInt32Bits));
        Floats.Widen(halves.AsSpan(1, 5), floats);
        Assert.Equal(halves.Skip(1).Take(5).Select(h => (float)h), floats.Take(5));
    }

    [Fact]
    public void Of_equal_scores_the_first_is_greatest_and_probabilities_sum_to_one()
    {
        float[] scores = [-3, 200, 200, 1];
        Assert.Equal(1, Floats.Greatest(scores));
        Floats.SoftMax(scores);
        Assert.Equal([0, 0.5f, 0.5f, 0], scores);
    }

    private static float[] Row(int length, int seed)
    {
        var dice = new Dice(seed);
        return [.. Enumerable.Range(0, length).Select(_ => dice.Share() - 0.5f)];
    }
}
