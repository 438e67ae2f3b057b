namespace Demarche.Language.Network;

/// <summary>How the words of several sentences lie in the rows of a matrix while the recurrent layers run over them.</summary>
/// <remarks>
/// Sentences are sorted from long to short; first come the first words of all, then the second words, and so on, without
/// padding. The sentences that still have a word at a step are therefore always the first ones.
/// </remarks>
internal sealed class SentenceBatch
{
    private readonly int[] _lengths;
    private readonly int[] _firstRows;
    private readonly int[] _active;

    /// <summary>Lays out sentences.</summary>
    /// <param name="lengths">Words of each sentence, never rising, at least one each.</param>
    internal SentenceBatch(int[] lengths)
    {
        _lengths = lengths;
        Steps = lengths.Length == 0 ? 0 : lengths[0];
        _active = new int[Steps];
        _firstRows = new int[Steps];
        var active = lengths.Length;
        for (var step = 0; step < Steps; step++)
        {
            while (lengths[active - 1] <= step)
            {
                active--;
            }

            _active[step] = active;
            _firstRows[step] = Rows;
            Rows += active;
        }
    }

    /// <summary>Number of sentences.</summary>
    internal int Count => _lengths.Length;

    /// <summary>Number of words in all.</summary>
    internal int Rows { get; }

    /// <summary>Words of the longest sentence.</summary>
    internal int Steps { get; }

    /// <summary>Words of a sentence.</summary>
    internal int Length(int sentence) => _lengths[sentence];

    /// <summary>Sentences that have a word at a step.</summary>
    internal int Active(int step) => step < 0 || step >= Steps ? 0 : _active[step];

    /// <summary>Row of the first sentence's word at a step.</summary>
    internal int FirstRow(int step) => _firstRows[step];

    /// <summary>Row of a word.</summary>
    internal int Row(int sentence, int word) => _firstRows[word] + sentence;
}
