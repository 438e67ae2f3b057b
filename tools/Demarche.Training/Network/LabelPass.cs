using Demarche.Language.Network;

namespace Demarche.Training.Network;

/// <summary>A label for each word (tags, names), forwards to the loss and backwards at once.</summary>
internal sealed unsafe class LabelPass(NetworkParameters parameters, string name)
{
    private readonly Linear _output = new(parameters, name);

    /// <summary>Adds the gradients of the loss.</summary>
    /// <returns>Sum of the losses of all words.</returns>
    internal double Run(SentenceBatch batch, Func<int, int[]> gold, float* context, float* dContext, float weight, int shard, Arena arena)
    {
        var scores = _output.Forward(context, batch.Rows, arena);
        var loss = 0.0;
        for (int sentence = 0, row = 0; sentence < batch.Count; sentence++)
        {
            var labels = gold(sentence);
            for (var word = 0; word < labels.Length; word++, row++)
            {
                loss += SoftmaxLoss.Apply(new Span<float>(scores + (row * _output.Outputs), _output.Outputs), labels[word], weight);
            }
        }

        _output.Backward(context, scores, batch.Rows, dContext, shard, arena);
        return loss;
    }
}
