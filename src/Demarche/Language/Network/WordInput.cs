namespace Demarche.Language.Network;

/// <summary>What the network sees of a word: its pretrained vector, its trained vector and the sum of its pieces, side by side.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Index">Rows of known words.</param>
/// <param name="Vectors">Pretrained vectors.</param>
/// <param name="Words">Vectors of frequent words of the treebanks.</param>
/// <param name="Pieces">Vectors of pieces.</param>
internal sealed record WordInput(WordIndex Index, QuantizedTable Vectors, QuantizedTable Words, QuantizedTable Pieces)
{
    /// <summary>Width of the whole.</summary>
    internal int Width => Vectors.Width + Words.Width + Pieces.Width;

    /// <summary>Writes the input for a word as it stands in the text.</summary>
    internal void Write(ReadOnlySpan<char> form, Span<float> x)
    {
        Span<char> plain = stackalloc char[WordHash.Longest];
        plain = plain[..WordHash.Plain(form, plain)];
        Span<char> lower = stackalloc char[plain.Length];
        ((ReadOnlySpan<char>)plain).ToLowerInvariant(lower);
        x.Clear();
        var known = Index.Find(lower);
        if (known.Vector >= 0)
        {
            Vectors.AddRow(known.Vector, 1, x[..Vectors.Width]);
        }

        if (known.Word >= 0)
        {
            Words.AddRow(known.Word, 1, x.Slice(Vectors.Width, Words.Width));
        }

        Span<int> rows = stackalloc int[WordPieces.Most];
        var count = WordPieces.List(plain, lower, Pieces.Rows, rows, out var affixes);
        var sum = x[(Vectors.Width + Words.Width)..];
        for (var i = 0; i < count; i++)
        {
            Pieces.AddRow(rows[i], PieceWeight(i < affixes ? affixes : count - affixes), sum);
        }
    }

    /// <summary>What each of <paramref name="count"/> pieces of a kind counts, so that long words are no louder than short ones.</summary>
    internal static float PieceWeight(int count) => 1 / MathF.Sqrt(count);
}
