using BenchmarkDotNet.Attributes;
using Demarche.Language.Network;

namespace Demarche.Bench;

/// <summary>The products that the network spends its time in: all words of a batch, and one step of a few sentences.</summary>
[MemoryDiagnoser]
public unsafe class ProductBenchmarks
{
    private AlignedFloats _a = new(0);
    private AlignedFloats _packed = new(0);
    private AlignedFloats _c = new(0);

    [Params(5, 16, 512)]
    public int Rows { get; set; }

    [Params(256, 512)]
    public int Inner { get; set; }

    [Params(1024)]
    public int Columns { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _a = new AlignedFloats(Rows * Inner);
        _packed = new AlignedFloats(MatrixProduct.PackedLength(Inner, Columns));
        _c = new AlignedFloats(Rows * Columns);
    }

    [Benchmark]
    public void Multiply() => MatrixProduct.Multiply(_a.Pointer, Inner, 1, Rows, Inner, _packed.Pointer, Columns, _c.Pointer, Columns, add: false);
}
