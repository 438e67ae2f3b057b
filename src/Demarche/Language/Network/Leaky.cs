namespace Demarche.Language.Network;

/// <summary>A linear layer with the leaky curve on it. Widths are multiples of sixteen.</summary>
internal static class Leaky
{
    /// <summary>Applies both to each row.</summary>
    internal static unsafe float* Layer(IntegerLayer layer, byte* x, int rows, Arena arena)
    {
        var y = arena.Take(rows * layer.Outputs);
        layer.Apply(x, layer.Inputs, rows, y);
        for (nint i = 0; i < (nint)rows * layer.Outputs; i += EightLanes.Count)
        {
            Curves.LeakyRelu(EightLanes.Load(y + i)).Store(y + i);
        }

        return y;
    }
}
