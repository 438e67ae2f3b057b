namespace Demarche.Language.Network;

/// <summary>Scores each pair of words as dependent and head (deep biaffine attention, Dozat and Manning 2017) and finds the best trees.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Dependent">From the word in context to its view as a dependent.</param>
/// <param name="Head">From the word in context to its view as a head.</param>
/// <param name="Pair">From the view of a dependent to the view of the head that it wants.</param>
/// <param name="Root">The root's view as a head.</param>
internal sealed record ArcScorer(IntegerLayer Dependent, IntegerLayer Head, PackedLayer Pair, float[] Root)
{
    /// <summary>The head of each word within its sentence, -1 for the root; rows in sentence order.</summary>
    internal unsafe int[] Heads(SentenceBatch batch, byte* context, Arena arena)
    {
        var width = Dependent.Outputs;
        var dependents = Leaky.Layer(Dependent, context, batch.Rows, arena);
        var candidates = Leaky.Layer(Head, context, batch.Rows, arena);
        var wanted = arena.Take(batch.Rows * width);
        Pair.Apply(dependents, batch.Rows, wanted);

        var longest = batch.Steps;
        var views = arena.Take((longest + 1) * width);
        var packed = arena.Take(MatrixProduct.PackedLength(width, longest + 1));
        var scores = arena.Take(longest * (longest + 1));
        Root.CopyTo(new Span<float>(views, width));
        var heads = new int[batch.Rows];
        for (int sentence = 0, row = 0; sentence < batch.Count; row += batch.Length(sentence++))
        {
            var length = batch.Length(sentence);
            new ReadOnlySpan<float>(candidates + (row * width), length * width).CopyTo(new Span<float>(views + width, length * width));
            MatrixProduct.Pack(views, 1, width, width, length + 1, packed);
            MatrixProduct.Multiply(wanted + (row * width), width, 1, length, width, packed, length + 1, scores, length + 1, add: false);
            TreeDecoder.Decode(new ReadOnlySpan<float>(scores, length * (length + 1)), length, heads.AsSpan(row, length));
        }

        return heads;
    }
}
