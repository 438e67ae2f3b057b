namespace Demarche.Language.Network;

/// <summary>The pieces of a word that tell of unknown words: affixes, shape, the word in its own case, runs of three letters.</summary>
internal static class WordPieces
{
    /// <summary>Most pieces of one word.</summary>
    internal const int Most = Affixes + WordHash.Longest;
    private const int Affixes = 16;
    private const int LongestSuffix = 5;
    private const int LongestPrefix = 4;
    private const int Run = 3;

    private const uint FormKind = 1;
    private const uint LowerKind = 2;
    private const uint ShapeKind = 3;
    private const uint RunKind = 4;
    private const uint LengthKind = 5;
    private const uint SuffixKind = 16;
    private const uint PrefixKind = 32;

    /// <summary>Lists the pieces of a word, each as a row of a table.</summary>
    /// <param name="plain">The word as <see cref="WordHash.Plain"/> writes it.</param>
    /// <param name="lower">The same in lower case.</param>
    /// <param name="tableRows">Rows of the table.</param>
    /// <param name="rows">Takes the rows; at least <see cref="Most"/> long.</param>
    /// <param name="affixes">How many of them are affixes, shape and whole words; the others are runs.</param>
    /// <returns>Number of rows written.</returns>
    internal static int List(ReadOnlySpan<char> plain, ReadOnlySpan<char> lower, int tableRows, Span<int> rows, out int affixes)
    {
        var count = 0;
        var size = (uint)tableRows;
        rows[count++] = Row(plain, FormKind, size);
        rows[count++] = Row(lower, LowerKind, size);
        Span<char> shape = stackalloc char[8];
        rows[count++] = Row(shape[..Shape(plain, shape)], ShapeKind, size);
        rows[count++] = (int)(WordHash.Of([(char)Math.Min(plain.Length, 12)], LengthKind) % size);
        for (var length = 1; length <= LongestSuffix && length < lower.Length; length++)
        {
            rows[count++] = Row(lower[^length..], SuffixKind + (uint)length, size);
        }

        for (var length = 1; length <= LongestPrefix && length < lower.Length; length++)
        {
            rows[count++] = Row(lower[..length], PrefixKind + (uint)length, size);
        }

        affixes = count;
        for (var start = 0; start + Run <= lower.Length; start++)
        {
            rows[count++] = Row(lower.Slice(start, Run), RunKind, size);
        }

        return count;
    }

    private static int Row(ReadOnlySpan<char> text, uint kind, uint size) => (int)(WordHash.Of(text, kind) % size);

    // "Pyongyang" is Xxx, "US" is XX, "F-16" is X-dd: at most two of a kind in a row, three for small letters.
    private static int Shape(ReadOnlySpan<char> word, Span<char> shape)
    {
        var count = 0;
        var run = 0;
        foreach (var c in word)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            run = count > 0 && shape[count - 1] == kind ? run + 1 : 1;
            if (run <= (kind == 'x' ? 3 : 2) && count < shape.Length)
            {
                shape[count++] = kind;
            }
        }

        return count;
    }
}
