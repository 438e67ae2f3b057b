using System.Collections.Concurrent;

namespace Demarche.Language.Network;

/// <summary>What a word by itself gives to the gates of the first recurrent layer, in both directions. Thread-safe.</summary>
/// <remarks>
/// It is the same wherever the word stands, so what was reckoned once is kept, up to a number of words. Whether a word is kept
/// changes no bit of what comes out.
/// </remarks>
internal sealed unsafe class WordGates
{
    /// <summary>How many words are kept unless asked for otherwise: the frequent words of English, 32 MB; more gain little.</summary>
    internal const int UsuallyKept = 8192;
    private readonly WordInput _input;
    private readonly PackedLayer _gates;
    private readonly ConcurrentDictionary<string, AlignedFloats> _kept = new(StringComparer.Ordinal);
    private readonly int _mostKept;
    private int _count;

    /// <summary>The gates of words.</summary>
    /// <param name="input">What the network sees of a word.</param>
    /// <param name="gates">From there to the gates of both directions, forward first.</param>
    /// <param name="mostKept">How many words to keep.</param>
    internal WordGates(WordInput input, PackedLayer gates, int mostKept)
    {
        _mostKept = mostKept;
        _input = input;
        _gates = gates;
    }

    /// <summary>Where the gates of each word of a batch stand, a row a word, in each direction; valid until the arena is reset.</summary>
    internal (nint[] Forward, nint[] Backward) Of(SentenceBatch batch, IReadOnlyList<string[]> sentences, Arena arena)
    {
        var (forward, backward) = (new nint[batch.Rows], new nint[batch.Rows]);
        var unknown = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new List<(int Row, int Word)>();
        for (var sentence = 0; sentence < batch.Count; sentence++)
        {
            var forms = sentences[sentence];
            for (var word = 0; word < forms.Length; word++)
            {
                var row = batch.Row(sentence, word);
                if (_kept.TryGetValue(forms[word], out var kept))
                {
                    Put(row, kept.Pointer);
                    continue;
                }

                unknown.TryAdd(forms[word], unknown.Count);
                waiting.Add((row, unknown[forms[word]]));
            }
        }

        var reckoned = Reckon(unknown, arena);
        foreach (var (row, word) in waiting)
        {
            Put(row, reckoned + ((nint)word * _gates.Outputs));
        }

        return (forward, backward);

        void Put(int row, float* gates)
        {
            forward[row] = (nint)gates;
            backward[row] = (nint)(gates + (_gates.Outputs / 2));
        }
    }

    private float* Reckon(Dictionary<string, int> words, Arena arena)
    {
        var inputs = arena.Take(words.Count * _gates.Inputs);
        var gates = arena.Take(words.Count * _gates.Outputs);
        foreach (var (word, row) in words)
        {
            _input.Write(word, new Span<float>(inputs + ((nint)row * _gates.Inputs), _gates.Inputs));
        }

        _gates.Apply(inputs, words.Count, gates);
        foreach (var (word, row) in words)
        {
            Keep(word, new ReadOnlySpan<float>(gates + ((nint)row * _gates.Outputs), _gates.Outputs));
        }

        return gates;
    }

    private void Keep(string word, ReadOnlySpan<float> gates)
    {
        if (Volatile.Read(ref _count) < _mostKept)
        {
            var kept = new AlignedFloats(gates.Length);
            gates.CopyTo(kept.Span);
            if (_kept.TryAdd(word, kept))
            {
                Interlocked.Increment(ref _count);
            }
        }
    }
}
