using System.Numerics.Tensors;
using Demarche.Language.Network;

namespace Demarche.Training.Network;

/// <summary>A linear layer forwards and backwards, y = x·W + b.</summary>
internal sealed unsafe class Linear(NetworkParameters parameters, string name)
{
    private readonly Parameter _weights = parameters[name];
    private readonly Parameter _bias = parameters[name + ".bias"];

    internal int Outputs => _weights.Columns;

    internal float* Forward(float* x, int rows, Arena arena)
    {
        var y = arena.Take(rows * Outputs);
        for (var row = 0; row < rows; row++)
        {
            _bias.Value.Span.CopyTo(new Span<float>(y + ((nint)row * Outputs), Outputs));
        }

        MatrixProduct.Multiply(x, _weights.Rows, 1, rows, _weights.Rows, _weights.Packed, Outputs, y, Outputs, add: true);
        return y;
    }

    /// <summary>Adds to the gradients of weights and bias, and to <paramref name="dx"/> where it is wanted.</summary>
    internal void Backward(float* x, float* dy, int rows, float* dx, int shard, Arena arena)
    {
        AddWeightGradient(_weights, x, dy, rows, shard, arena);
        var bias = _bias.Gradients[shard].Span;
        for (var row = 0; row < rows; row++)
        {
            TensorPrimitives.Add(bias, new ReadOnlySpan<float>(dy + ((nint)row * Outputs), Outputs), bias);
        }

        if (dx != null)
        {
            MatrixProduct.Multiply(dy, Outputs, 1, rows, Outputs, _weights.PackedTransposed, _weights.Rows, dx, _weights.Rows, add: true);
        }
    }

    /// <summary>Adds xᵀ·dy to the gradient of a matrix.</summary>
    internal static void AddWeightGradient(Parameter weights, float* x, float* dy, int rows, int shard, Arena arena)
    {
        var packed = arena.Take(MatrixProduct.PackedLength(rows, weights.Columns));
        MatrixProduct.Pack(dy, weights.Columns, 1, rows, weights.Columns, packed);
        MatrixProduct.Multiply(x, 1, weights.Rows, weights.Rows, rows, packed, weights.Columns, weights.Gradients[shard].Pointer, weights.Columns, add: true);
    }
}
