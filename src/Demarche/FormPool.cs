namespace Demarche;

/// <summary>Gives the same string for the same word where it can, so that common words are allocated once. Thread-safe.</summary>
/// <remarks>A slot is overwritten without a lock: a reader sees some string, compares it, and makes its own where it differs.</remarks>
/// <param name="size">How many words it keeps at the most, a power of two.</param>
internal sealed class FormPool(int size = 8192)
{
    // Longer words are rare and not worth a slot.
    private const int Longest = 24;
    private readonly string?[] _slots = new string?[size];

    /// <summary>The word as a string.</summary>
    public string Get(ReadOnlySpan<char> word) => Get(word, (uint)string.GetHashCode(word, StringComparison.Ordinal));

    /// <summary>The same, by a hash that is known.</summary>
    public string Get(ReadOnlySpan<char> word, uint hash)
    {
        if (word.Length > Longest)
        {
            return word.ToString();
        }

        ref var slot = ref _slots[(hash ^ (hash >> 15)) & (uint)(size - 1)];
        var known = slot;
        if (known is null || !word.SequenceEqual(known))
        {
            slot = known = word.ToString();
        }

        return known;
    }
}
