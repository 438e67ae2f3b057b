namespace Demarche.Language.Words;

/// <summary>Stable hashes of characters: the same on every machine and run, unlike <see cref="string.GetHashCode()"/>.</summary>
internal static class Fingerprint
{
    private const uint Prime = 16777619;

    /// <summary>Hash of nothing.</summary>
    public const uint Empty = 2166136261;

    /// <summary>The hash with one more character.</summary>
    public static uint Add(uint hash, char c) => (hash ^ c) * Prime;

    /// <summary>Hash of a word as written.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = Empty;
        foreach (var c in word)
        {
            hash = Add(hash, c);
        }

        return hash;
    }

    /// <summary>Hash of a word in lower case.</summary>
    public static uint OfLower(ReadOnlySpan<char> word)
    {
        var hash = Empty;
        foreach (var c in word)
        {
            hash = Add(hash, Lower(c));
        }

        return hash;
    }

    /// <summary>Two values and the number of the feature that joins them, well mixed.</summary>
    public static uint Mix(uint feature, uint a, uint b = 0)
    {
        var h = ((feature * 0x9E3779B1u) ^ a) * 0x85EBCA6Bu;
        h ^= h >> 15;
        h = (h ^ b) * 0xC2B2AE35u;
        h ^= h >> 13;
        h *= 0x27D4EB2Fu;
        return h ^ (h >> 16);
    }

    /// <summary>Lower case of one character, without a culture.</summary>
    public static char Lower(char c) => c < 128 ? (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c) : char.ToLowerInvariant(c);
}
