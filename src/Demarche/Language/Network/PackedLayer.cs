
namespace Demarche.Language.Network;

/// <summary>A linear layer, y = x·W + b, ready to multiply. Immutable and thread-safe.</summary>
internal sealed unsafe class PackedLayer
{
    private readonly AlignedFloats _weights;
    private readonly float[] _bias;

    /// <summary>A layer.</summary>
    /// <param name="inputs">Rows of the weights.</param>
    /// <param name="outputs">Columns of the weights.</param>
    /// <param name="weights">Weights, row by row.</param>
    /// <param name="bias">One for each output, or empty for none.</param>
    internal PackedLayer(int inputs, int outputs, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias)
    {
        Inputs = inputs;
        Outputs = outputs;
        _weights = new AlignedFloats(MatrixProduct.PackedLength(inputs, outputs));
        _bias = bias.ToArray();
        fixed (float* source = weights)
        {
            MatrixProduct.Pack(source, outputs, 1, inputs, outputs, _weights.Pointer);
        }
    }

    /// <summary>Width of the input.</summary>
    internal int Inputs { get; }

    /// <summary>Width of the output.</summary>
    internal int Outputs { get; }

    /// <summary>Writes the layer's output for each row of <paramref name="x"/>, rows close together in both.</summary>
    internal void Apply(float* x, int rows, float* y)
    {
        if (_bias.Length == 0)
        {
            MatrixProduct.Multiply(x, Inputs, 1, rows, Inputs, _weights.Pointer, Outputs, y, Outputs, add: false);
            return;
        }

        for (var row = 0; row < rows; row++)
        {
            _bias.CopyTo(new Span<float>(y + ((nint)row * Outputs), Outputs));
        }

        Add(x, rows, y);
    }

    /// <summary>Adds x·W to what <paramref name="y"/> holds.</summary>
    internal void Add(float* x, int rows, float* y) =>
        MatrixProduct.Multiply(x, Inputs, 1, rows, Inputs, _weights.Pointer, Outputs, y, Outputs, add: true);

    /// <summary>Adds x·W to what <paramref name="y"/> holds, where rows of x are <paramref name="stride"/> apart.</summary>
    internal void Add(float* x, int stride, int rows, float* y) =>
        MatrixProduct.Multiply(x, stride, 1, rows, Inputs, _weights.Pointer, Outputs, y, Outputs, add: true);
}
