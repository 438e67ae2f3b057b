namespace Demarche.Language;

/// <summary>The keys of the first words of all tokens of a sentence (<see cref="PhraseKey.FirstWord"/>), as written and by lemma: every table of phrases asks for them. Thread-safe.</summary>
internal sealed class FirstKeys(string[] forms, string[] lemmas)
{
    private readonly ulong[] _forms = Array.ConvertAll(forms, f => PhraseKey.FirstWord(f));
    private ulong[]? _lemmas;

    /// <summary>The key of a token as written.</summary>
    public ulong OfForm(int at) => _forms[at];

    /// <summary>The key of a token's lemma.</summary>
    public ulong OfLemma(int at) => (_lemmas ??= OfLemmas())[at];

    // Many words are their own lemma.
    private ulong[] OfLemmas()
    {
        var keys = new ulong[lemmas.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = ReferenceEquals(lemmas[i], forms[i]) ? _forms[i] : PhraseKey.FirstWord(lemmas[i]);
        }

        return keys;
    }
}
