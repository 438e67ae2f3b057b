namespace Demarche.Language.Network;

/// <summary>Stable 64-bit hashes of words and of their pieces; the trained tables are keyed by them.</summary>
internal static class WordHash
{
    /// <summary>Longest word that is looked at; of a longer one the first characters are.</summary>
    internal const int Longest = 48;
    private const ulong Basis = 0xcbf29ce484222325;
    private const ulong Prime = 0x100000001b3;

    /// <summary>The hash of a stretch of characters; <paramref name="kind"/> keeps prefixes, suffixes and words apart.</summary>
    internal static ulong Of(ReadOnlySpan<char> text, uint kind) => Close(Extend(Open(kind), text));

    /// <summary>The hash of no characters yet.</summary>
    internal static ulong Open(uint kind) => (Basis ^ kind) * Prime;

    /// <summary>The open hash of a text that goes on.</summary>
    internal static ulong Extend(ulong open, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            open = (open ^ c) * Prime;
        }

        return open;
    }

    /// <summary>What <see cref="Of"/> gives for the text that an open hash has seen.</summary>
    internal static ulong Close(ulong open)
    {
        open ^= open >> 32;
        open *= 0xd6e8feb86659fd93;
        return open ^ (open >> 32);
    }

    /// <summary>Writes the word in the plain form that all features are taken from: typographic quotes and dashes made straight.</summary>
    /// <returns>Number of characters written.</returns>
    internal static int Plain(ReadOnlySpan<char> form, Span<char> plain)
    {
        var length = Math.Min(Math.Min(form.Length, Longest), plain.Length);
        for (var i = 0; i < length; i++)
        {
            plain[i] = form[i] switch
            {
                '‘' or '’' or '`' => '\'',
                '“' or '”' => '"',
                '–' or '—' or '‑' => '-',
                var c => c,
            };
        }

        if (length == 2 && plain[0] == '\'' && plain[1] == '\'')   // the quotes of the Penn Treebank
        {
            plain[0] = '"';
            length = 1;
        }

        return length;
    }
}
