using Demarche.Language.Network;

namespace Demarche.Training.Network;

/// <summary>A linear layer with the leaky curve and dropout on it, forwards and backwards. Rows in sentence order.</summary>
internal sealed unsafe class LeakyPass(NetworkParameters parameters, string name)
{
    private readonly Linear _linear = new(parameters, name);
    private float* _x;
    private float* _y;
    private float* _masks;

    internal int Width => _linear.Outputs;

    internal float* Forward(float* x, SentenceBatch batch, float dropout, Dice? dice, Arena arena)
    {
        _x = x;
        _y = _linear.Forward(x, batch.Rows, arena);
        _masks = Dropout.Masks(batch.Count, Width, dropout, dice, arena);
        for (nint i = 0; i < (nint)batch.Rows * Width; i += EightLanes.Count)
        {
            Curves.LeakyRelu(EightLanes.Load(_y + i)).Store(_y + i);
        }

        Drop(_y, batch);
        return _y;
    }

    /// <summary>Adds to gradients of the layer and of its input; <paramref name="dy"/> is used up.</summary>
    internal void Backward(float* dy, SentenceBatch batch, float* dx, int shard, Arena arena)
    {
        Drop(dy, batch);
        for (nint i = 0; i < (nint)batch.Rows * Width; i++)
        {
            dy[i] *= _y[i] > 0 ? 1 : 0.1f;
        }

        _linear.Backward(_x, dy, batch.Rows, dx, shard, arena);
    }

    private void Drop(float* rows, SentenceBatch batch)
    {
        for (int sentence = 0, row = 0; sentence < batch.Count; sentence++)
        {
            for (var word = 0; word < batch.Length(sentence); word++, row++)
            {
                Dropout.Apply(rows + ((nint)row * Width), _masks, sentence, Width);
            }
        }
    }
}
