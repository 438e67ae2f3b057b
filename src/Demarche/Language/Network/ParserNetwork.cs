using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Demarche.Language.Trained;

namespace Demarche.Language.Network;

/// <summary>The trained network: words in, tags, tree and names out. Immutable and thread-safe.</summary>
internal sealed unsafe class ParserNetwork
{
    private readonly NetworkShape _shape;
    private readonly WordGates _words;
    private readonly LstmDirection[][] _layers;
    private readonly TagScorer _tags;
    private readonly ArcScorer _arcs;
    private readonly RelationScorer _relations;
    private readonly IntegerLayer _entities;
    private readonly EntityDecoder _names = new(EntityLabel.All);
    private readonly ImmutableArray<Upos> _universal;

    private ParserNetwork(NetworkShape shape, ModelFile model, int wordsKept)
    {
        float[] Values(string name) => NetworkParts.Read(model, name);
        PackedLayer Layer(string name, int inputs, int outputs) => new(inputs, outputs, Values(name), Values(name + ".bias"));
        IntegerLayer OfContext(string name, int outputs) => new(shape.Context, outputs, Values(name), Values(name + ".bias"));

        _shape = shape;
        var input = new WordInput(
            new WordIndex(NetworkParts.Required(model, NetworkParts.Index)),
            NetworkParts.Table(model, NetworkParts.Vectors, shape.Vector),
            NetworkParts.Table(model, NetworkParts.Words, shape.Word),
            NetworkParts.Table(model, NetworkParts.Pieces, shape.Piece));
        var gates = 2 * LstmDirection.Gates * shape.Hidden;
        _words = new WordGates(input, new PackedLayer(shape.Input, gates, BothWays("input", shape.Input), BothWays("input.bias", 1)), wordsKept);
        _layers = new LstmDirection[shape.Layers][];
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            _layers[layer] = [Direction(layer, false), Direction(layer, true)];
        }

        _tags = new TagScorer(OfContext("tags", shape.Tags.Length), OfContext("penn", shape.PennTags.Length), shape.TagPairs);
        _entities = OfContext("entities", EntityLabel.All.Length);
        _arcs = new ArcScorer(OfContext("arc.dependent", shape.Arc), OfContext("arc.head", shape.Arc), Layer("arc.pair", shape.Arc, shape.Arc), Values("arc.root"));
        _relations = new RelationScorer(
            OfContext("relation.dependent", shape.Relation),
            OfContext("relation.head", shape.Relation),
            Layer("relation.pair", 3 * shape.Relation, shape.Relations.Length),
            Values("relation.root"),
            shape.Relations);
        _universal = ImmutableCollectionsMarshal.AsImmutableArray(Array.ConvertAll([.. shape.Tags], Enum.Parse<Upos>));

        LstmDirection Direction(int layer, bool backward)
        {
            IntegerLayer ToGates(string what, int inputs, float[] bias) => new(inputs, LstmDirection.Gates * shape.Hidden, Values(NetworkParts.Recurrent(layer, backward, what)), bias);

            var below = layer == 0 ? null : ToGates("input", shape.Context, Values(NetworkParts.Recurrent(layer, backward, "input.bias")));
            return new LstmDirection(ToGates("recurrent", shape.Hidden, []), below, backward);
        }

        // What words give to both directions of the first layer as one matrix, forward first.
        float[] BothWays(string what, int rows)
        {
            var (forward, backward) = (Values(NetworkParts.Recurrent(0, false, what)), Values(NetworkParts.Recurrent(0, true, what)));
            var (width, both) = (forward.Length / rows, new float[2 * forward.Length]);
            for (var row = 0; row < rows; row++)
            {
                forward.AsSpan(row * width, width).CopyTo(both.AsSpan(2 * row * width));
                backward.AsSpan(row * width, width).CopyTo(both.AsSpan(((2 * row) + 1) * width));
            }

            return both;
        }
    }

    /// <summary>Reads the network of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="wordsKept">Of how many words the network keeps what they give to it (<see cref="WordGates"/>).</param>
    internal static ParserNetwork Load(ModelFile model, int wordsKept = WordGates.UsuallyKept) =>
        new(NetworkShape.Read(NetworkParts.Required(model, NetworkParts.Shape).Span), model, wordsKept);

    /// <summary>Annotates a batch.</summary>
    /// <param name="sentences">Words of each sentence, from long to short, none empty.</param>
    /// <param name="arena">Working memory; reset first.</param>
    internal Annotation[] Run(IReadOnlyList<string[]> sentences, Arena arena)
    {
        arena.Reset();
        var batch = new SentenceBatch([.. sentences.Select(s => s.Length)]);
        var context = InSentenceOrder(batch, Contexts(batch, sentences, arena), arena);
        var tags = _tags.Best(context, batch.Rows, arena);
        var heads = _arcs.Heads(batch, context, arena);
        var relations = _relations.Best(batch, context, heads, arena);
        var names = arena.Take(batch.Rows * _entities.Outputs);
        _entities.Apply(context, _shape.Context, batch.Rows, names);

        var annotations = new Annotation[batch.Count];
        for (int sentence = 0, row = 0; sentence < batch.Count; row += batch.Length(sentence++))
        {
            var length = batch.Length(sentence);
            var (universal, penn, named) = (new Upos[length], new string[length], new string[length]);
            for (var word = 0; word < length; word++)
            {
                universal[word] = _universal[tags[row + word].Tag];
                penn[word] = _shape.PennTags[tags[row + word].PennTag];
                named[word] = _shape.Relations[relations[row + word]];
            }

            annotations[sentence] = new Annotation(
                universal,
                penn,
                heads[row..(row + length)],
                named,
                _names.Decode(new ReadOnlySpan<float>(names + (row * _entities.Outputs), length * _entities.Outputs), length));
        }

        GC.KeepAlive(this);   // layers are read through pointers
        return annotations;
    }

    private byte* Contexts(SentenceBatch batch, IReadOnlyList<string[]> sentences, Arena arena)
    {
        var (forward, backward) = _words.Of(batch, sentences, arena);
        byte* states = null;
        foreach (var layer in _layers)
        {
            var below = states;
            states = IntegerLayer.Take(arena, batch.Rows, _shape.Context);
            layer[0].Run(batch, forward, below, states, arena);
            layer[1].Run(batch, backward, below, states, arena);
        }

        return states;
    }

    private byte* InSentenceOrder(SentenceBatch batch, byte* states, Arena arena)
    {
        var ordered = IntegerLayer.Take(arena, batch.Rows, _shape.Context);
        var target = ordered;
        for (var sentence = 0; sentence < batch.Count; sentence++)
        {
            for (var word = 0; word < batch.Length(sentence); word++, target += _shape.Context)
            {
                new ReadOnlySpan<byte>(states + ((nint)batch.Row(sentence, word) * _shape.Context), _shape.Context)
                    .CopyTo(new Span<byte>(target, _shape.Context));
            }
        }

        return ordered;
    }
}
