using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Demarche.Language;

/// <summary>Names and phrases that can be found in a sentence in one step a token. Immutable and thread-safe once built.</summary>
/// <remarks>
/// Two phrases are the same where their letters and digits are, without accents: "Kim Jong-un" and "Kim Jong Un", "U.S." and "US".
/// A phrase of capitals alone ("WHO") is met only by capitals, one that starts with a capital only by a word that does.
/// </remarks>
/// <typeparam name="T">What a phrase stands for.</typeparam>
internal sealed class PhraseTable<T>
    where T : class
{
    private readonly Slot[] _slots;       // by key, the next free one where another has its place: one look at memory tells of a word what it is and what it starts
    private readonly List<Entry> _entries;
    private readonly ulong[] _firsts;     // a bit a first word, by the end of its key: most words of a report start no phrase
    private readonly ulong[] _smallFirsts;   // the same for phrases that ask for no capital: a small word starts no others

    private PhraseTable(Dictionary<ulong, int> chains, Dictionary<ulong, int> longest, HashSet<ulong> small, List<Entry> entries)
    {
        _entries = entries;
        _slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)(2 * (chains.Count + longest.Count)) + 1)];
        foreach (var (key, chain) in chains)
        {
            Put(key) = new Slot(key, chain, 0);
        }

        foreach (var (first, length) in longest)
        {
            ref var slot = ref Put(first);
            slot = new Slot(first, slot.Key == 0 ? -1 : slot.Chain, length);
        }

        (_firsts, _smallFirsts) = (Bits(longest.Keys), Bits(small));
    }

    /// <summary>The longest phrase that starts at a token.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">Index of the first token.</param>
    /// <param name="lemmas">Whether to read dictionary forms in place of the words as written: all of them, or only the last ("rights groups").</param>
    /// <returns>What the phrase stands for, in the order in which it was added, or null.</returns>
    public PhraseMatch<T>? Longest(Sentence sentence, int at, PhraseLemmas lemmas = PhraseLemmas.None)
    {
        var all = lemmas == PhraseLemmas.All;
        var first = all ? sentence.FirstKeys.OfLemma(at) : sentence.FirstKeys.OfForm(at);
        if (first == PhraseKey.Empty || !Has(char.IsLower(sentence[at].Form[0]) ? _smallFirsts : _firsts, first) || Find(first) is not { Longest: > 0 and var limit })
        {
            return null;
        }

        PhraseMatch<T>? best = null;
        var key = PhraseKey.Empty;
        for (var length = 1; length <= limit && at + length <= sentence.Count; length++)
        {
            var token = sentence[at + length - 1];
            var longer = PhraseKey.Extend(key, all ? token.Lemma : token.Form);
            if (longer == key)
            {
                continue;   // a hyphen or full stop of its own: never the last token of a phrase
            }

            var whole = lemmas == PhraseLemmas.Last ? PhraseKey.Extend(key, token.Lemma) : longer;
            key = longer;
            if (Find(whole) is { Chain: >= 0 and var chain })
            {
                best = Match(sentence, at, length, chain) ?? best;
            }
        }

        return best;
    }

    /// <summary>What a text stands for, whatever its case; empty where it is not in the table.</summary>
    public IEnumerable<T> Find(params IEnumerable<string> words)
    {
        var key = PhraseKey.Empty;
        foreach (var word in words)
        {
            key = PhraseKey.Extend(key, word);
        }

        for (var at = Find(key).Chain; at >= 0; at = _entries[at].Next)
        {
            yield return _entries[at].Value;
        }
    }

    private static ulong[] Bits(IReadOnlyCollection<ulong> firsts)
    {
        var bits = new ulong[BitOperations.RoundUpToPowerOf2((uint)(firsts.Count / 4) + 1)];   // some sixteen each
        foreach (var first in firsts)
        {
            bits[(int)(first >> 6) & (bits.Length - 1)] |= 1UL << (int)first;
        }

        return bits;
    }

    private static bool Has(ulong[] bits, ulong first) => (bits[(int)(first >> 6) & (bits.Length - 1)] & (1UL << (int)first)) != 0;

    private Slot Find(ulong key)
    {
        for (var at = (int)key & (_slots.Length - 1); _slots[at].Key != 0; at = (at + 1) & (_slots.Length - 1))
        {
            if (_slots[at].Key == key)
            {
                return _slots[at];
            }
        }

        return new Slot(key, -1, 0);
    }

    // The slot of a key, or the free one where it belongs.
    private ref Slot Put(ulong key)
    {
        var at = (int)key & (_slots.Length - 1);
        while (_slots[at].Key != 0 && _slots[at].Key != key)
        {
            at = (at + 1) & (_slots.Length - 1);
        }

        return ref _slots[at];
    }

    private PhraseMatch<T>? Match(Sentence sentence, int at, int length, int chain)
    {
        var values = ImmutableArray<T>.Empty;
        for (; chain >= 0; chain = _entries[chain].Next)
        {
            if (PhraseKey.Fits(_entries[chain].Case, sentence, at, length))
            {
                values = values.Add(_entries[chain].Value);
            }
        }

        return values.IsEmpty ? null : new PhraseMatch<T>(length, values);
    }

    // What a key stands for: the first of its entries, -1 for none, and the number of tokens of the longest phrase that starts with it.
    private readonly record struct Slot(ulong Key, int Chain, int Longest);

    private struct Entry
    {
        public T Value;
        public PhraseCase Case;
        public int Next;
    }

    /// <summary>Collects phrases, then freezes them.</summary>
    internal sealed class Builder(int expected)
    {
        private readonly Dictionary<ulong, int> _chains = new(expected);
        private readonly Dictionary<ulong, int> _longest = new(expected);
        private readonly Dictionary<ulong, int> _ends = new(expected);
        private readonly HashSet<ulong> _small = [];
        private readonly List<Entry> _entries = new(expected);

        /// <summary>Adds a phrase; a leading "the" is left out.</summary>
        public void Add(ReadOnlySpan<char> phrase, T value)
        {
            phrase = PhraseKey.WithoutArticle(phrase);
            var key = PhraseKey.Extend(PhraseKey.Empty, phrase);
            if (key == PhraseKey.Empty)
            {
                return;
            }

            var at = _entries.Count;
            _entries.Add(new Entry { Value = value, Case = PhraseKey.CaseOf(phrase), Next = -1 });
            if (_chains.TryAdd(key, at))
            {
                _ends[key] = at;
            }
            else
            {
                CollectionsMarshal.AsSpan(_entries)[_ends[key]].Next = at;
                _ends[key] = at;
            }

            var first = PhraseKey.FirstWord(phrase);
            if (_entries[at].Case == PhraseCase.Any)
            {
                _small.Add(first);
            }

            ref var longest = ref CollectionsMarshal.GetValueRefOrAddDefault(_longest, first, out _);
            longest = Math.Max(longest, PhraseKey.MostTokens(phrase));
        }

        /// <summary>The table.</summary>
        public PhraseTable<T> Build() => new(_chains, _longest, _small, _entries);
    }
}

/// <summary>Which words of a sentence are read by their dictionary forms.</summary>
internal enum PhraseLemmas
{
    /// <summary>None: as written.</summary>
    None,

    /// <summary>Only the last.</summary>
    Last,

    /// <summary>All.</summary>
    All,
}

/// <summary>A phrase met in a sentence.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
/// <param name="Length">Number of tokens.</param>
/// <param name="Values">What it stands for.</param>
internal sealed record PhraseMatch<T>(int Length, ImmutableArray<T> Values);
