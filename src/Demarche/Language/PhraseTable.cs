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

    private PhraseTable(Slot[] slots, List<Entry> entries, ulong[] firsts, ulong[] smallFirsts) =>
        (_slots, _entries, _firsts, _smallFirsts) = (slots, entries, firsts, smallFirsts);

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

    private static bool Has(ulong[] bits, ulong first) => (bits[(int)(first >> 6) & (bits.Length - 1)] & (1UL << (int)first)) != 0;

    private Slot Find(ulong key)
    {
        var slot = _slots[PlaceIn(_slots, key)];
        return slot.Key == 0 ? new Slot(key, -1, 0, false) : slot;
    }

    // The slot of a key, or the free one where it belongs.
    private static int PlaceIn(Slot[] slots, ulong key)
    {
        var at = (int)key & (slots.Length - 1);
        while (slots[at].Key != 0 && slots[at].Key != key)
        {
            at = (at + 1) & (slots.Length - 1);
        }

        return at;
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

    // What a key stands for: the first of its entries, -1 for none, the number of tokens of the longest phrase that starts with it,
    // and whether it starts one that asks for no capital.
    private readonly record struct Slot(ulong Key, int Chain, ushort Longest, bool IsSmall);

    private struct Entry
    {
        public T Value;
        public PhraseCase Case;
        public int Next;
    }

    /// <summary>Collects phrases in the table that is looked into later, then hands it over.</summary>
    /// <param name="expected">About how many phrases there will be; the table grows where there are more.</param>
    internal sealed class Builder(int expected)
    {
        private readonly List<Entry> _entries = new(expected);
        private Slot[] _slots = new Slot[SlotsFor(expected)];
        private int _used;
        private int _firsts;
        private int _smallFirsts;

        /// <summary>Adds a phrase; a leading "the" is left out.</summary>
        public void Add(ReadOnlySpan<char> phrase, T value)
        {
            phrase = PhraseKey.WithoutArticle(phrase);
            var key = PhraseKey.Extend(PhraseKey.Empty, phrase);
            if (key == PhraseKey.Empty)
            {
                return;
            }

            var wanted = PhraseKey.CaseOf(phrase);
            var at = Place(key);
            ref var slot = ref _slots[at];
            _entries.Add(new Entry { Value = value, Case = wanted, Next = slot.Chain });
            slot = slot with { Chain = _entries.Count - 1 };
            AddFirst(Place(PhraseKey.FirstWord(phrase)), PhraseKey.MostTokens(phrase), wanted == PhraseCase.Any);
        }

        /// <summary>The table.</summary>
        public PhraseTable<T> Build()
        {
            var (firsts, small) = (Bits(_firsts), Bits(_smallFirsts));
            for (var at = 0; at < _slots.Length; at++)
            {
                if (_slots[at].Chain >= 0 && _slots[at].Key != 0)
                {
                    _slots[at] = _slots[at] with { Chain = InOrder(_slots[at].Chain) };
                }

                if (_slots[at].Longest > 0)
                {
                    Put(firsts, _slots[at].Key);
                    if (_slots[at].IsSmall)
                    {
                        Put(small, _slots[at].Key);
                    }
                }
            }

            return new PhraseTable<T>(_slots, _entries, firsts, small);
        }

        private static int SlotsFor(int phrases) => (int)BitOperations.RoundUpToPowerOf2((uint)(3 * phrases) + 1);   // a phrase, mostly a first word, and as many free ones

        private static ulong[] Bits(int firsts) => new ulong[BitOperations.RoundUpToPowerOf2((uint)(firsts / 4) + 1)];   // some sixteen each

        private static void Put(ulong[] bits, ulong first) => bits[(int)(first >> 6) & (bits.Length - 1)] |= 1UL << (int)first;

        private void AddFirst(int at, int tokens, bool isSmall)
        {
            var slot = _slots[at];
            _firsts += slot.Longest == 0 ? 1 : 0;
            _smallFirsts += isSmall && !slot.IsSmall ? 1 : 0;
            _slots[at] = slot with { Longest = (ushort)Math.Clamp(tokens, slot.Longest, ushort.MaxValue), IsSmall = slot.IsSmall || isSmall };
        }

        // A chain is built with the latest entry first: turns it round.
        private int InOrder(int chain)
        {
            var entries = CollectionsMarshal.AsSpan(_entries);
            var first = -1;
            while (chain >= 0)
            {
                (entries[chain].Next, first, chain) = (first, chain, entries[chain].Next);
            }

            return first;
        }

        // The slot of a key; a new one stands for nothing yet.
        private int Place(ulong key)
        {
            var at = PlaceIn(_slots, key);
            if (_slots[at].Key != key)
            {
                if (2 * ++_used > _slots.Length)
                {
                    Grow();
                    at = PlaceIn(_slots, key);
                }

                _slots[at] = new Slot(key, -1, 0, false);
            }

            return at;
        }

        private void Grow()
        {
            var slots = _slots;
            _slots = new Slot[2 * slots.Length];
            foreach (var slot in slots)
            {
                if (slot.Key != 0)
                {
                    _slots[PlaceIn(_slots, slot.Key)] = slot;
                }
            }
        }
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
