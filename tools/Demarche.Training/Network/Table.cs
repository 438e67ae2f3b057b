using Demarche.Language.Network;

namespace Demarche.Training.Network;

/// <summary>A trained table of vectors of which each step touches few rows.</summary>
public sealed unsafe class Table
{
    private const float Range = 0.1f;
    private readonly List<int>[] _touched;
    private readonly bool[][] _isTouched;
    private readonly int[] _averagedAt;

    public Table(string name, int rows, int width, int shards, Dice dice)
    {
        Name = name;
        Rows = rows;
        Width = width;
        Value = new AlignedFloats(rows * width);
        Average = new AlignedFloats(rows * width);
        First = new AlignedFloats(rows * width);
        Second = new AlignedFloats(rows * width);
        Gradients = [.. Enumerable.Range(0, shards).Select(_ => new AlignedFloats(rows * width))];
        _touched = [.. Enumerable.Range(0, shards).Select(_ => new List<int>())];
        _isTouched = [.. Enumerable.Range(0, shards).Select(_ => new bool[rows])];
        _averagedAt = new int[rows];
        foreach (ref var value in Value.Span)
        {
            value = ((2 * dice.Share()) - 1) * Range;
        }

        Value.Span.CopyTo(Average.Span);
    }

    public string Name { get; }

    public int Rows { get; }

    public int Width { get; }

    internal AlignedFloats Value { get; }

    internal AlignedFloats Average { get; }

    internal AlignedFloats First { get; }

    internal AlignedFloats Second { get; }

    internal AlignedFloats[] Gradients { get; }

    internal Span<int> AveragedAt => _averagedAt;

    /// <summary>The gradient of a row, which counts as touched from now on.</summary>
    internal Span<float> Touch(int shard, int row)
    {
        if (!_isTouched[shard][row])
        {
            _isTouched[shard][row] = true;
            _touched[shard].Add(row);
        }

        return new Span<float>(Gradients[shard].Pointer + (row * Width), Width);
    }

    /// <summary>Adds the gradients of all shards into the first one's.</summary>
    /// <returns>The rows that have one.</returns>
    internal List<int> Gather()
    {
        for (var shard = 1; shard < Gradients.Length; shard++)
        {
            foreach (var row in _touched[shard])
            {
                var sum = Touch(0, row);
                var part = new Span<float>(Gradients[shard].Pointer + (row * Width), Width);
                System.Numerics.Tensors.TensorPrimitives.Add(sum, part, sum);
                part.Clear();
                _isTouched[shard][row] = false;
            }

            _touched[shard].Clear();
        }

        return _touched[0];
    }

    /// <summary>Forgets all gradients.</summary>
    internal void Clear()
    {
        foreach (var row in _touched[0])
        {
            new Span<float>(Gradients[0].Pointer + (row * Width), Width).Clear();
            _isTouched[0][row] = false;
        }

        _touched[0].Clear();
    }
}
