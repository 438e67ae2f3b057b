using System.Numerics.Tensors;
using Demarche.Language.Network;

namespace Demarche.Training.Network;

/// <summary>What the network sees of words, forwards and backwards: as <see cref="WordInput"/> does, on the tables in training.</summary>
internal sealed unsafe class InputPass(NetworkParameters parameters, WordIndex index, QuantizedTable vectors)
{
    private readonly Dictionary<string, Features> _features = new(StringComparer.Ordinal);
    private readonly List<(int Row, Features Features, bool WithWord)> _seen = [];

    internal float* Forward(SentenceBatch batch, Example[] examples, DropoutShares dropout, Dice? dice, Arena arena)
    {
        var shape = parameters.Shape;
        var x = arena.TakeZeros(batch.Rows * shape.Input);
        _seen.Clear();
        for (var sentence = 0; sentence < batch.Count; sentence++)
        {
            for (var word = 0; word < batch.Length(sentence); word++)
            {
                var row = batch.Row(sentence, word);
                var chance = dice?.Share() ?? 1;
                Write(row, Of(examples[sentence].Forms[word]), chance >= dropout.Word, chance >= dropout.Word / 2, new Span<float>(x + ((nint)row * shape.Input), shape.Input));
            }
        }

        return x;
    }

    internal void Backward(float* dx, int shard)
    {
        var shape = parameters.Shape;
        foreach (var (row, features, withWord) in _seen)
        {
            var gradient = new ReadOnlySpan<float>(dx + ((nint)row * shape.Input), shape.Input)[shape.Vector..];
            if (withWord && features.Rows.Word >= 0)
            {
                var sum = parameters.Words.Touch(shard, features.Rows.Word);
                TensorPrimitives.Add(sum, gradient[..shape.Word], sum);
            }

            for (var i = 0; i < features.Pieces.Length; i++)
            {
                var sum = parameters.Pieces.Touch(shard, features.Pieces[i]);
                TensorPrimitives.MultiplyAdd(gradient[shape.Word..], features.WeightOf(i), sum, sum);
            }
        }
    }

    private void Write(int row, Features features, bool withWord, bool withVector, Span<float> x)
    {
        var shape = parameters.Shape;
        _seen.Add((row, features, withWord));
        if (withVector && features.Rows.Vector >= 0)
        {
            vectors.AddRow(features.Rows.Vector, 1, x[..shape.Vector]);
        }

        if (withWord && features.Rows.Word >= 0)
        {
            parameters.Words.Value.Span.Slice(features.Rows.Word * shape.Word, shape.Word).CopyTo(x[shape.Vector..]);
        }

        var pieces = x[(shape.Vector + shape.Word)..];
        for (var i = 0; i < features.Pieces.Length; i++)
        {
            var piece = parameters.Pieces.Value.Span.Slice(features.Pieces[i] * shape.Piece, shape.Piece);
            TensorPrimitives.MultiplyAdd(piece, features.WeightOf(i), pieces, pieces);
        }
    }

    private Features Of(string form)
    {
        if (_features.TryGetValue(form, out var known))
        {
            return known;
        }

        Span<char> plain = stackalloc char[WordHash.Longest];
        plain = plain[..WordHash.Plain(form, plain)];
        Span<char> lower = stackalloc char[plain.Length];
        ((ReadOnlySpan<char>)plain).ToLowerInvariant(lower);
        Span<int> rows = stackalloc int[WordPieces.Most];
        var count = WordPieces.List(plain, lower, parameters.Shape.PieceRows, rows, out var affixes);
        var features = new Features(index.Find(lower), rows[..count].ToArray(), affixes);
        _features.Add(form, features);
        return features;
    }

    private sealed record Features(WordRows Rows, int[] Pieces, int Affixes)
    {
        internal float WeightOf(int piece) => WordInput.PieceWeight(piece < Affixes ? Affixes : Pieces.Length - Affixes);
    }
}
