using Demarche.Language.Network;

namespace Demarche.Training.Network;

/// <summary>The whole network over a batch, forwards to the losses and backwards to the gradients. One for each thread.</summary>
internal sealed unsafe class NetworkPass
{
    private const float TagWeight = 0.5f;
    private readonly NetworkParameters _parameters;
    private readonly int _shard;
    private readonly Arena _arena = new();
    private readonly InputPass _input;
    private readonly LstmPass[][] _layers;
    private readonly LabelPass _tags;
    private readonly LabelPass _pennTags;
    private readonly LabelPass _entities;
    private readonly ArcPass _arcs;
    private readonly RelationPass _relations;

    internal NetworkPass(NetworkParameters parameters, WordIndex index, QuantizedTable vectors, int shard)
    {
        _parameters = parameters;
        _shard = shard;
        _input = new InputPass(parameters, index, vectors);
        _layers = [.. Enumerable.Range(0, parameters.Shape.Layers).Select(layer => new[] { new LstmPass(parameters, layer, false), new LstmPass(parameters, layer, true) })];
        _tags = new LabelPass(parameters, "tags");
        _pennTags = new LabelPass(parameters, "penn");
        _entities = new LabelPass(parameters, "entities");
        _arcs = new ArcPass(parameters);
        _relations = new RelationPass(parameters);
    }

    /// <summary>Adds the gradients of a batch to those of this shard.</summary>
    /// <param name="examples">Sentences from long to short, all with a tree, all with entities, or all with both: then the trees are a teacher's.</param>
    /// <param name="weight">What a word counts.</param>
    /// <param name="taught">What the tree of a teacher counts, beside 1 for that of a treebank.</param>
    /// <param name="dropout">Shares that are dropped.</param>
    /// <param name="dice">Decides what is dropped; null drops nothing.</param>
    internal Losses Run(Example[] examples, float weight, float taught, DropoutShares dropout, Dice? dice)
    {
        _arena.Reset();
        var shape = _parameters.Shape;
        var batch = new SentenceBatch([.. examples.Select(e => e.Forms.Length)]);
        var x = _input.Forward(batch, examples, dropout, dice, _arena);
        var masks = new nint[shape.Layers];
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            var width = layer == 0 ? shape.Input : shape.Context;
            var mask = Dropout.Masks(batch.Count, width, layer == 0 ? dropout.Input : dropout.Layer, dice, _arena);
            masks[layer] = (nint)mask;
            Drop(batch, x, mask, width);
            var h = _arena.Take(batch.Rows * shape.Context);
            _layers[layer][0].Forward(batch, x, h, shape.Context, dropout.Recurrent, dice, _arena);
            _layers[layer][1].Forward(batch, x, h + shape.Hidden, shape.Context, dropout.Recurrent, dice, _arena);
            x = h;
        }

        var contextMask = Dropout.Masks(batch.Count, shape.Context, dropout.Layer, dice, _arena);
        Drop(batch, x, contextMask, shape.Context);
        var context = Reorder(batch, x, toSentences: true);
        var dContext = _arena.TakeZeros(batch.Rows * shape.Context);
        var losses = Heads(batch, examples, context, dContext, weight, taught, dropout, dice);

        var dh = Reorder(batch, dContext, toSentences: false);
        Drop(batch, dh, contextMask, shape.Context);
        for (var layer = shape.Layers - 1; layer >= 0; layer--)
        {
            var width = layer == 0 ? shape.Input : shape.Context;
            var dx = _arena.TakeZeros(batch.Rows * width);
            _layers[layer][0].Backward(dh, shape.Context, dx, _shard, _arena);
            _layers[layer][1].Backward(dh + shape.Hidden, shape.Context, dx, _shard, _arena);
            Drop(batch, dx, (float*)masks[layer], width);
            dh = dx;
        }

        _input.Backward(dh, _shard);
        return losses with { Words = batch.Rows };
    }

    private Losses Heads(SentenceBatch batch, Example[] examples, float* context, float* dContext, float weight, float taught, DropoutShares dropout, Dice? dice)
    {
        var losses = default(Losses);
        if (examples[0].Entities is not null)
        {
            losses = losses with { Entities = _entities.Run(batch, i => examples[i].Entities!, context, dContext, weight, _shard, _arena) };
            weight *= taught;
        }

        return examples[0].Tree is null ? losses : losses with
        {
            Tags = _tags.Run(batch, i => examples[i].Tree!.Tags, context, dContext, TagWeight * weight, _shard, _arena),
            PennTags = _pennTags.Run(batch, i => examples[i].Tree!.PennTags, context, dContext, TagWeight * weight, _shard, _arena),
            Arcs = _arcs.Run(batch, examples, context, dContext, weight, dropout.Layer, dice, _shard, _arena),
            Relations = _relations.Run(batch, examples, context, dContext, weight, dropout.Layer, dice, _shard, _arena),
        };
    }

    private static void Drop(SentenceBatch batch, float* x, float* masks, int width)
    {
        for (var step = 0; step < batch.Steps; step++)
        {
            for (var sentence = 0; sentence < batch.Active(step); sentence++)
            {
                Dropout.Apply(x + ((nint)(batch.FirstRow(step) + sentence) * width), masks, sentence, width);
            }
        }
    }

    private float* Reorder(SentenceBatch batch, float* x, bool toSentences)
    {
        var width = _parameters.Shape.Context;
        var ordered = _arena.Take(batch.Rows * width);
        for (int sentence = 0, row = 0; sentence < batch.Count; sentence++)
        {
            for (var word = 0; word < batch.Length(sentence); word++, row++)
            {
                var (from, to) = toSentences ? (batch.Row(sentence, word), row) : (row, batch.Row(sentence, word));
                new ReadOnlySpan<float>(x + ((nint)from * width), width).CopyTo(new Span<float>(ordered + ((nint)to * width), width));
            }
        }

        return ordered;
    }
}
