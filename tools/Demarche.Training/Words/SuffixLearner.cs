using System.Runtime.InteropServices;
using Demarche.Language.Words;

namespace Demarche.Training.Words;

/// <summary>Learns a <see cref="SuffixTable"/>: keeps a word or an ending only where it decides otherwise than the next shorter ending that is kept.</summary>
internal sealed class SuffixLearner
{
    // An ending must be that of so many different words.
    private const int FewestWords = 2;

    private readonly Dictionary<(string Word, uint Tag), Dictionary<ushort, int>> _words = [];
    private readonly HashSet<(string Word, uint Tag)> _regular = [];

    /// <summary>Takes one case.</summary>
    /// <param name="lower">The word in lower case.</param>
    /// <param name="tag">Its tags, as one key.</param>
    /// <param name="decision">What is right for it.</param>
    /// <param name="regular">Whether words with the same ending may go by it.</param>
    public void Add(string lower, uint tag, ushort decision, bool regular)
    {
        if (regular)
        {
            _regular.Add((lower, tag));
        }

        if (!_words.TryGetValue((lower, tag), out var counts))
        {
            _words[(lower, tag)] = counts = [];
        }

        CollectionsMarshal.GetValueRefOrAddDefault(counts, decision, out _)++;
    }

    /// <summary>The table.</summary>
    /// <param name="otherwise">The decision where nothing is known.</param>
    public SuffixTable Learn(ushort otherwise)
    {
        var endings = new Dictionary<(string Suffix, uint Tag), Dictionary<ushort, int>>();
        foreach (var ((word, tag), counts) in _words.Where(w => _regular.Contains(w.Key)))
        {
            var best = Best(counts);
            for (var length = 0; length <= Math.Min(word.Length, SuffixTable.LongestSuffix); length++)
            {
                var key = (word[^length..], tag);
                if (!endings.TryGetValue(key, out var votes))
                {
                    endings[key] = votes = [];
                }

                // Each word has one vote: frequent words are irregular.
                CollectionsMarshal.GetValueRefOrAddDefault(votes, best, out _)++;
            }
        }

        var kept = new Dictionary<uint, ushort>();
        foreach (var ((suffix, tag), votes) in endings.OrderBy(e => e.Key.Suffix.Length).ThenBy(e => e.Key.Suffix, StringComparer.Ordinal).ThenBy(e => e.Key.Tag))
        {
            var best = Best(votes);
            if ((suffix.Length == 0 || votes.Values.Sum() >= FewestWords) && best != Decide(kept, suffix, suffix.Length - 1, tag, otherwise))
            {
                kept.TryAdd(SuffixTable.SuffixKey(suffix, suffix.Length, tag), best);
            }
        }

        foreach (var ((word, tag), counts) in _words.OrderBy(w => w.Key.Word, StringComparer.Ordinal).ThenBy(w => w.Key.Tag))
        {
            var best = Best(counts);
            if (best != Decide(kept, word, Math.Min(word.Length, SuffixTable.LongestSuffix), tag, otherwise))
            {
                kept[SuffixTable.WordKey(word, tag)] = best;
            }
        }

        return SuffixTable.Of([.. kept.Select(k => (k.Key, k.Value))]);
    }

    private static ushort Decide(Dictionary<uint, ushort> kept, string word, int longest, uint tag, ushort otherwise)
    {
        for (var length = longest; length >= 0; length--)
        {
            if (kept.TryGetValue(SuffixTable.SuffixKey(word, length, tag), out var decision))
            {
                return decision;
            }
        }

        return otherwise;
    }

    private static ushort Best(Dictionary<ushort, int> counts) => counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).First().Key;
}
