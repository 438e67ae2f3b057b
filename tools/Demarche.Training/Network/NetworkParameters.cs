using Demarche.Language.Network;

namespace Demarche.Training.Network;

/// <summary>All trained parameters of the network, by the names that they have in the model file.</summary>
public sealed class NetworkParameters
{
    private readonly Dictionary<string, Parameter> _byName = new(StringComparer.Ordinal);
    private readonly List<Parameter> _matrices = [];

    internal NetworkParameters(NetworkShape shape, int wordRows, int shards, int seed)
    {
        Shape = shape;
        var dice = new Dice(seed);
        Words = new Table(NetworkParts.Words, wordRows, shape.Word, shards, dice);
        Pieces = new Table(NetworkParts.Pieces, shape.PieceRows, shape.Piece, shards, dice);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            foreach (var backward in new[] { false, true })
            {
                var input = NetworkParts.Recurrent(layer, backward, "input");
                Add(input, layer == 0 ? shape.Input : shape.Context, 4 * shape.Hidden, hasBias: true);
                this[input + ".bias"].Value.Span.Slice(shape.Hidden, shape.Hidden).Fill(1);   // remember at first
                this[input + ".bias"].Average.Span.Slice(shape.Hidden, shape.Hidden).Fill(1);
                Add(NetworkParts.Recurrent(layer, backward, "recurrent"), shape.Hidden, 4 * shape.Hidden, hasBias: false);
            }
        }

        Add("tags", shape.Context, shape.Tags.Length, hasBias: true);
        Add("penn", shape.Context, shape.PennTags.Length, hasBias: true);
        Add("entities", shape.Context, EntityLabel.All.Length, hasBias: true);
        Add("arc.dependent", shape.Context, shape.Arc, hasBias: true);
        Add("arc.head", shape.Context, shape.Arc, hasBias: true);
        Add("arc.pair", shape.Arc, shape.Arc, hasBias: true);
        Add("relation.dependent", shape.Context, shape.Relation, hasBias: true);
        Add("relation.head", shape.Context, shape.Relation, hasBias: true);
        Add("relation.pair", 3 * shape.Relation, shape.Relations.Length, hasBias: true);
        AddVector("arc.root", shape.Arc);
        AddVector("relation.root", shape.Relation);

        void Add(string name, int rows, int columns, bool hasBias)
        {
            Keep(new Parameter(name, rows, columns, shards, packed: true, dice));
            if (hasBias)
            {
                AddVector(name + ".bias", columns);
            }
        }

        void AddVector(string name, int columns) => Keep(new Parameter(name, 1, columns, shards, packed: false, dice));

        void Keep(Parameter parameter)
        {
            _byName.Add(parameter.Name, parameter);
            _matrices.Add(parameter);
        }
    }

    internal NetworkShape Shape { get; }

    public IReadOnlyList<Parameter> Matrices => _matrices;

    public IReadOnlyList<Table> Tables => [Words, Pieces];

    public Table Words { get; }

    public Table Pieces { get; }

    public Parameter this[string name] => _byName[name];
}
