using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Demarche.Language.Trained;

namespace Demarche.Language.Network;

/// <summary>The trained network: words in, tags, tree and names out. Immutable and thread-safe.</summary>
internal sealed unsafe class ParserNetwork
{
    private readonly NetworkShape _shape;
    private readonly WordInput _input;
    private readonly LstmDirection[][] _layers;
    private readonly TagScorer _tags;
    private readonly ArcScorer _arcs;
    private readonly RelationScorer _relations;
    private readonly PackedLayer _entities;
    private readonly EntityDecoder _names = new(EntityLabel.All);
    private readonly ImmutableArray<Upos> _universal;

    private ParserNetwork(NetworkShape shape, ModelFile model)
    {
        float[] Values(string name) => NetworkParts.Read(model, name);
        PackedLayer Layer(string name, int inputs, int outputs) => new(inputs, outputs, Values(name), Values(name + ".bias"));

        _shape = shape;
        _input = new WordInput(
            new WordIndex(NetworkParts.Required(model, NetworkParts.Index)),
            NetworkParts.Table(model, NetworkParts.Vectors, shape.Vector),
            NetworkParts.Table(model, NetworkParts.Words, shape.Word),
            NetworkParts.Table(model, NetworkParts.Pieces, shape.Piece));
        _layers = [.. Enumerable.Range(0, shape.Layers).Select(layer => new[] { Direction(layer, false), Direction(layer, true) })];
        _tags = new TagScorer(Layer("tags", shape.Context, shape.Tags.Length), Layer("penn", shape.Context, shape.PennTags.Length), shape.TagPairs);
        _entities = Layer("entities", shape.Context, EntityLabel.All.Length);
        _arcs = new ArcScorer(
            Layer("arc.dependent", shape.Context, shape.Arc),
            Layer("arc.head", shape.Context, shape.Arc),
            Layer("arc.pair", shape.Arc, shape.Arc),
            Values("arc.root"));
        _relations = new RelationScorer(
            Layer("relation.dependent", shape.Context, shape.Relation),
            Layer("relation.head", shape.Context, shape.Relation),
            Layer("relation.pair", 3 * shape.Relation, shape.Relations.Length),
            Values("relation.root"),
            shape.Relations);
        _universal = [.. shape.Tags.Select(Enum.Parse<Upos>)];

        LstmDirection Direction(int layer, bool backward)
        {
            string Name(string what) => NetworkParts.Recurrent(layer, backward, what);
            var inputs = layer == 0 ? shape.Input : shape.Context;
            return new LstmDirection(
                Layer(Name("input"), inputs, 4 * shape.Hidden),
                new PackedLayer(shape.Hidden, 4 * shape.Hidden, Values(Name("recurrent")), []),
                backward);
        }
    }

    /// <summary>Reads the network of a model.</summary>
    internal static ParserNetwork Load(ModelFile model) =>
        new(NetworkShape.Read(NetworkParts.Required(model, NetworkParts.Shape).Span), model);

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
        _entities.Apply(context, batch.Rows, names);

        var annotations = new Annotation[batch.Count];
        for (int sentence = 0, row = 0; sentence < batch.Count; row += batch.Length(sentence++))
        {
            var length = batch.Length(sentence);
            annotations[sentence] = new Annotation(
                Array.ConvertAll(tags[row..(row + length)], pair => _universal[pair.Tag]),
                Array.ConvertAll(tags[row..(row + length)], pair => _shape.PennTags[pair.PennTag]),
                heads[row..(row + length)],
                Array.ConvertAll(relations[row..(row + length)], relation => _shape.Relations[relation]),
                _names.Decode(new ReadOnlySpan<float>(names + (row * _entities.Outputs), length * _entities.Outputs), length));
        }

        return annotations;
    }

    private float* Contexts(SentenceBatch batch, IReadOnlyList<string[]> sentences, Arena arena)
    {
        var x = arena.Take(batch.Rows * _shape.Input);
        var rows = Distinct(batch, sentences, x);
        foreach (var directions in _layers)
        {
            var h = arena.Take(batch.Rows * _shape.Context);
            directions[0].Run(batch, x, rows, h, _shape.Context, arena);
            directions[1].Run(batch, x, rows, h + _shape.Hidden, _shape.Context, arena);
            x = h;
            rows = [];
        }

        return x;
    }

    // A report says the same words again and again: each is looked up once.
    private int[] Distinct(SentenceBatch batch, IReadOnlyList<string[]> sentences, float* x)
    {
        var rows = new int[batch.Rows];
        var known = new Dictionary<string, int>(batch.Rows, StringComparer.Ordinal);
        for (var sentence = 0; sentence < batch.Count; sentence++)
        {
            var forms = sentences[sentence];
            for (var word = 0; word < forms.Length; word++)
            {
                ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(known, forms[word], out var isKnown);
                if (!isKnown)
                {
                    row = known.Count - 1;
                    _input.Write(forms[word], new Span<float>(x + ((nint)row * _shape.Input), _shape.Input));
                }

                rows[batch.Row(sentence, word)] = row;
            }
        }

        return rows;
    }

    private float* InSentenceOrder(SentenceBatch batch, float* x, Arena arena)
    {
        var ordered = arena.Take(batch.Rows * _shape.Context);
        var target = ordered;
        for (var sentence = 0; sentence < batch.Count; sentence++)
        {
            for (var word = 0; word < batch.Length(sentence); word++, target += _shape.Context)
            {
                new ReadOnlySpan<float>(x + ((nint)batch.Row(sentence, word) * _shape.Context), _shape.Context)
                    .CopyTo(new Span<float>(target, _shape.Context));
            }
        }

        return ordered;
    }
}
