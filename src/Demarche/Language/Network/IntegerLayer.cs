using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Language.Network;

/// <summary>A linear layer over values between -1 and 1, in bytes: a third of the time of the same in floats, and no rounding of sums. Immutable and thread-safe.</summary>
/// <remarks>
/// An input is a byte, <see cref="Zero"/> for 0 and <see cref="One"/> more for 1; the weights of an output share a scale, chosen so
/// that no sum can leave its bits. Sums of integers do not depend on their order: a row gets the same sums in any batch and on
/// any machine.
/// </remarks>
internal sealed unsafe class IntegerLayer
{
    private const int Zero = 128;
    private const int One = 127;

    private readonly AlignedFloats _weights;
    private readonly AlignedFloats _scales;
    private readonly AlignedFloats _bias;

    /// <summary>A layer.</summary>
    /// <param name="inputs">Rows of the weights, a multiple of <see cref="IntegerProduct.Block"/>.</param>
    /// <param name="outputs">Columns of the weights.</param>
    /// <param name="weights">Weights, row by row.</param>
    /// <param name="bias">One for each output, or empty for none.</param>
    internal IntegerLayer(int inputs, int outputs, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias)
    {
        Inputs = inputs;
        Outputs = outputs;
        var width = IntegerProduct.PaddedColumns(outputs);
        _bias = new AlignedFloats(width);
        _scales = new AlignedFloats(width);
        _weights = new AlignedFloats(IntegerProduct.PackedLength(inputs, outputs));
        bias.CopyTo(_bias.Span);
        var (whole, sums) = Rounding.Of(weights, outputs, _scales.Span);
        IntegerProduct.Pack(whole, inputs, width, (sbyte*)_weights.Pointer);
        for (var column = 0; column < width; column++)
        {
            _scales.Span[column] /= One;
            _bias.Span[column] -= _scales.Span[column] * Zero * sums[column];
        }
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
    internal void Apply(byte* x, int stride, int rows, float* y)
    {
        IntegerProduct.Multiply(x, stride, rows, Inputs, (sbyte*)_weights.Pointer, _scales.Pointer, _bias.Pointer, Outputs, y);
        GC.KeepAlive(this);
    }

    /// <summary>Memory for inputs of <paramref name="rows"/> rows and those that may be read behind them.</summary>
    internal static byte* Take(Arena arena, int rows, int width) => (byte*)arena.Take((rows + IntegerProduct.SpareRows) * width / sizeof(float));

    /// <summary>Writes values between -1 and 1 as inputs.</summary>
    /// <param name="values">The values.</param>
    /// <param name="count">How many, a multiple of sixteen.</param>
    /// <param name="inputs">Takes the inputs.</param>
    internal static void Write(float* values, int count, byte* inputs)
    {
        if (WideVectors.Are)
        {
            WriteWide(values, count, inputs);
            return;
        }

        for (var i = 0; i < count; i += Vector128<byte>.Count)
        {
            var first = Vector128.Narrow(Whole(values + i), Whole(values + i + 4));
            var second = Vector128.Narrow(Whole(values + i + 8), Whole(values + i + 12));
            Vector128.Narrow(first.AsUInt16(), second.AsUInt16()).Store(inputs + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteWide(float* values, int count, byte* inputs)
    {
        for (var i = 0; i < count; i += Vector128<byte>.Count)
        {
            var whole = Avx512F.ConvertToVector512Int32(Vector512.Load(values + i) * Vector512.Create((float)One));   // to the nearest, as above
            Avx512F.ConvertToVector128Byte(whole + Vector512.Create(Zero)).Store(inputs + i);
        }
    }

    private static Vector128<int> Whole(float* values) =>
        Vector128.ConvertToInt32(Vector128.Round(Vector128.Load(values) * Vector128.Create((float)One))) + Vector128.Create(Zero);
}
