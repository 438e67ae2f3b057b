namespace Demarche;

/// <summary>Texts that were met lately: one that comes again is not made again. For one thread.</summary>
internal sealed class KnownTexts
{
    private const int Places = 256;
    private const int Longest = 24;   // longer ones hardly come again
    private readonly string?[] _texts = new string?[Places];

    /// <summary>The text as a string.</summary>
    public string Of(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > Longest)
        {
            return text.ToString();
        }

        ref var known = ref _texts[(text.Length + 5 * text[0] + 31 * text[text.Length / 2] + 127 * text[^1]) % Places];
        return known is not null && text.SequenceEqual(known) ? known : known = text.ToString();
    }
}
