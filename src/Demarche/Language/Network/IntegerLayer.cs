using System.Numerics;

namespace Demarche.Language.Network;

/// <summary>A linear layer over values between -1 and 1, in integers: half the time of the same in floats, and no rounding of sums. Immutable and thread-safe.</summary>
/// <remarks>
/// Inputs count in parts of <see cref="One"/>; the weights of an output share a scale, chosen so that no sum can leave 32 bits.
/// Sums of integers do not depend on their order: a row gets the same sums in any batch and on any machine.
/// </remarks>
internal sealed unsafe class IntegerLayer
{
    /// <summary>What an input of 1 is.</summary>
    internal const int One = 4095;
    private const double Largest = (double)int.MaxValue / One;
    private readonly AlignedFloats _weights;
    private readonly AlignedFloats _scales;
    private readonly AlignedFloats _bias;

    /// <summary>A layer.</summary>
    /// <param name="inputs">Rows of the weights, an even number.</param>
    /// <param name="outputs">Columns of the weights.</param>
    /// <param name="weights">Weights, row by row.</param>
    /// <param name="bias">One for each output, or empty for none.</param>
    internal IntegerLayer(int inputs, int outputs, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias)
    {
        Inputs = inputs;
        Outputs = outputs;
        var whole = new short[inputs * outputs];
        _bias = new AlignedFloats(IntegerProduct.PaddedColumns(outputs));
        bias.CopyTo(_bias.Span);
        _scales = new AlignedFloats(IntegerProduct.PaddedColumns(outputs));
        for (var column = 0; column < outputs; column++)
        {
            _scales.Span[column] = (float)(Quantize(weights, outputs, column, whole) / One);
        }

        _weights = new AlignedFloats(IntegerProduct.PackedLength(inputs, outputs));
        IntegerProduct.Pack(whole, inputs, outputs, (short*)_weights.Pointer);
    }

    /// <summary>Width of the input.</summary>
    internal int Inputs { get; }

    /// <summary>Width of the output.</summary>
    internal int Outputs { get; }

    /// <summary>Writes the layer's output for each row of <paramref name="x"/>.</summary>
    /// <param name="x">Inputs; <see cref="IntegerProduct.SpareRows"/> more rows may be read, whatever is in them.</param>
    /// <param name="stride">Distance of rows of <paramref name="x"/>.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="y">Takes the outputs, rows close together.</param>
    internal void Apply(short* x, int stride, int rows, float* y) =>
        IntegerProduct.Multiply(x, stride, rows, Inputs, (short*)_weights.Pointer, _scales.Pointer, _bias.Pointer, Outputs, y);

    /// <summary>Memory for inputs of <paramref name="rows"/> rows and those that may be read behind them.</summary>
    internal static short* Take(Arena arena, int rows, int width) => (short*)arena.Take((rows + IntegerProduct.SpareRows) * width / 2);

    /// <summary>Values between -1 and 1 as inputs.</summary>
    internal static Vector<int> ToInputs(Vector<float> values) => Vector.ConvertToInt32(Vector.Round(values * new Vector<float>(One)));

    // The largest scale at which the column fits 16 bits and no sum of it 32, whatever the inputs.
    private static double Quantize(ReadOnlySpan<float> weights, int outputs, int column, Span<short> whole)
    {
        var (largest, sum) = (0.0, 0.0);
        for (var at = column; at < weights.Length; at += outputs)
        {
            largest = Math.Max(largest, Math.Abs(weights[at]));
            sum += Math.Abs(weights[at]);
        }

        var inputs = weights.Length / outputs;
        var scale = Math.Max(largest / short.MaxValue, sum / (Largest - inputs));   // rounding adds at most a half an input
        for (var at = column; scale > 0 && at < weights.Length; at += outputs)
        {
            whole[at] = (short)Math.Round(weights[at] / scale);
        }

        return scale;
    }
}
