using Demarche.Language.Network;

namespace Demarche.Training.Network;

/// <summary>A trained matrix with all that training keeps beside it: one gradient a shard, Adam's moments, the running average.</summary>
public sealed unsafe class Parameter
{
    private readonly AlignedFloats? _packed;
    private readonly AlignedFloats? _packedTransposed;

    public Parameter(string name, int rows, int columns, int shards, bool packed, Dice dice)
    {
        Name = name;
        Rows = rows;
        Columns = columns;
        Value = new AlignedFloats(rows * columns);
        Average = new AlignedFloats(rows * columns);
        First = new AlignedFloats(rows * columns);
        Second = new AlignedFloats(rows * columns);
        Gradients = [.. Enumerable.Range(0, shards).Select(_ => new AlignedFloats(rows * columns))];
        if (packed)
        {
            _packed = new AlignedFloats(MatrixProduct.PackedLength(rows, columns));
            _packedTransposed = new AlignedFloats(MatrixProduct.PackedLength(columns, rows));
        }

        if (rows > 1)
        {
            var range = MathF.Sqrt(6f / (rows + columns));
            foreach (ref var value in Value.Span)
            {
                value = ((2 * dice.Share()) - 1) * range;
            }
        }

        Value.Span.CopyTo(Average.Span);
        Pack();
    }

    public string Name { get; }

    public int Rows { get; }

    public int Columns { get; }

    internal AlignedFloats Value { get; }

    internal AlignedFloats Average { get; }

    internal AlignedFloats First { get; }

    internal AlignedFloats Second { get; }

    internal AlignedFloats[] Gradients { get; }

    internal float* Packed => _packed!.Pointer;

    internal float* PackedTransposed => _packedTransposed!.Pointer;

    /// <summary>Lays the values out for products; to be called after each change.</summary>
    public void Pack()
    {
        if (_packed is not null && _packedTransposed is not null)
        {
            MatrixProduct.Pack(Value.Pointer, Columns, 1, Rows, Columns, _packed.Pointer);
            MatrixProduct.Pack(Value.Pointer, 1, Columns, Columns, Rows, _packedTransposed.Pointer);
        }
    }
}
