namespace Demarche.Training.Network;

/// <summary>Deals sentences out to batches of about the same number of words, sentences of like length together, in a fixed random order.</summary>
public static class Batches
{
    private const int BatchesOfPool = 16;

    /// <summary>The batches of an epoch.</summary>
    /// <param name="examples">Sentences.</param>
    /// <param name="words">Words of a batch, about.</param>
    /// <param name="dice">Decides the order.</param>
    public static List<Example[]> Deal(IReadOnlyList<Example> examples, int words, Dice dice)
    {
        var order = examples.ToArray();
        dice.Shuffle(order.AsSpan());
        var batches = new List<Example[]>();
        for (var start = 0; start < order.Length;)
        {
            var end = Fill(order, start, words * BatchesOfPool);
            var pool = order[start..end].OrderByDescending(e => e.Forms.Length).ToArray();
            for (var first = 0; first < pool.Length;)
            {
                var next = Fill(pool, first, words);
                batches.Add(pool[first..next]);
                first = next;
            }

            start = end;
        }

        var dealt = batches.ToArray();
        dice.Shuffle(dealt.AsSpan());
        return [.. dealt];
    }

    private static int Fill(Example[] examples, int start, int words)
    {
        var end = start;
        for (var sum = 0; end < examples.Length && (end == start || sum + examples[end].Forms.Length <= words); end++)
        {
            sum += examples[end].Forms.Length;
        }

        return end;
    }
}
