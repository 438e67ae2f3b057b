using Demarche.Language.Network;
using Demarche.Training.Data;
using Demarche.Training.Network;

namespace Demarche.Tests.Training;

/// <summary>The way back of the network, written by hand, against differences of the loss.</summary>
public unsafe class GradientTests
{
    private const float Step = 1e-2f;

    private static readonly NetworkShape Sizes = new()
    {
        Vector = 0,
        Word = 16,
        Piece = 16,
        PieceRows = 512,
        Layers = 2,
        Hidden = 16,
        Arc = 16,
        Relation = 16,
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AgreesWithDifferences(bool names)
    {
        var corpus = TinyCorpus.Read();
        var lexicon = Lexicon.Build(corpus, null, []);
        var shape = corpus.Shape(Sizes);
        var parameters = new NetworkParameters(shape, lexicon.WordRows, shards: 1, seed: 3);
        var (trees, entities) = corpus.Examples(shape, teacher: null);
        Example[] batch = [.. (names ? entities : trees).OrderByDescending(e => e.Forms.Length)];
        var pass = new NetworkPass(parameters, new WordIndex(lexicon.Slots), new QuantizedTable(0, Array.Empty<byte>(), Array.Empty<byte>()), shard: 0);
        var dice = new Dice(5);
        foreach (var matrix in parameters.Matrices.Where(m => m.Rows == 1))
        {
            foreach (ref var value in matrix.Value.Span)
            {
                value += (dice.Share() - 0.5f) * 0.4f;   // zeros would hide mistakes
            }
        }

        double Loss()
        {
            foreach (var matrix in parameters.Matrices)
            {
                matrix.Pack();
            }

            var dropped = new Dice(7);   // the same places each time
            var l = pass.Run(batch, 1, 1, new DropoutShares(0, 0.2f, 0.2f, 0.2f), dropped);
            return (0.5 * l.Tags) + (0.5 * l.PennTags) + l.Arcs + l.Relations + l.Entities;
        }

        Loss();
        var gradients = parameters.Matrices.ToDictionary(m => m.Name, m => m.Gradients[0].Span.ToArray(), StringComparer.Ordinal);
        var tables = parameters.Tables.ToDictionary(t => t.Name, t => t.Gradients[0].Span.ToArray(), StringComparer.Ordinal);
        var off = 0.0;
        var size = 0.0;
        double Difference(Span<float> values, int at, float step)
        {
            var before = values[at];
            values[at] = before + step;
            var up = Loss();
            values[at] = before - step;
            var down = Loss();
            values[at] = before;
            return (up - down) / (2 * step);
        }

        void Compare(Span<float> values, float[] analytic, int at)
        {
            var numeric = Difference(values, at, Step);
            if (Math.Abs(numeric - Difference(values, at, Step / 3)) < 0.03 * Math.Abs(numeric))   // else a kink of the leaky curve lies between
            {
                off += Math.Pow(numeric - analytic[at], 2);
                size += Math.Pow(numeric, 2);
            }
        }

        void CompareSome(string name, AlignedFloats values, float[] analytic, int count)
        {
            off = size = 0;
            var nonZero = Enumerable.Range(0, analytic.Length).Where(i => analytic[i] != 0).OrderByDescending(i => Math.Abs(analytic[i])).Take(4 * count).ToArray();
            for (var i = 0; i < count && nonZero.Length > 0; i++)
            {
                Compare(values.Span, analytic, nonZero[dice.Index(nonZero.Length)]);
            }

            Assert.True(size > 0 || nonZero.Length == 0, $"{name}: nothing compared");
            Assert.True(Math.Sqrt(off) <= 0.08 * Math.Sqrt(size), $"{name}: off by {Math.Sqrt(off / size):P1}");
        }

        foreach (var matrix in parameters.Matrices)
        {
            CompareSome(matrix.Name, matrix.Value, gradients[matrix.Name], 12);
        }

        foreach (var table in parameters.Tables)
        {
            CompareSome(table.Name, table.Value, tables[table.Name], 20);
        }

        string[] expected = names ? ["entities"] : ["tags", "penn", "arc.pair", "arc.root", "relation.pair"];
        Assert.All(expected, name => Assert.Contains(gradients[name], g => g != 0));
    }
}
