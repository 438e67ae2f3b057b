using Demarche.Language;

namespace Demarche.Coding.Rules;

/// <summary>Words that may fill a place of a rule.</summary>
/// <param name="Lemmas">Lemmas, lower case.</param>
/// <param name="Excluded">Lemmas that must not fill it.</param>
/// <remarks>Plain sets, never written after reading: a codebook has a thousand of them, and frozen ones cost more to build than they save.</remarks>
public sealed record WordSet(IReadOnlySet<string> Lemmas, IReadOnlySet<string> Excluded)
{
    /// <summary>Whether any actor will do: the word "actor" in the codebook.</summary>
    public bool IsActor { get; init; }

    /// <summary>Whether no actor will do: "!actor".</summary>
    public bool ExcludesActor { get; init; }

    /// <summary>Whether anything will do: "any".</summary>
    public bool IsAny { get; init; }

    /// <summary>Whether the place must be empty: "none".</summary>
    public bool IsNone { get; init; }

    /// <summary>Whether an empty place meets the set.</summary>
    public bool MeetsEmpty => IsNone || OnlyExcludes;

    /// <summary>Whether some of the lemmas are of two words: "air strike", "cease-fire".</summary>
    public bool HasPairs { get; init; }

    private bool OnlyExcludes => Lemmas.Count == 0 && !IsActor && !IsAny && !IsNone;

    /// <summary>Whether a word that is not forbidden meets the set.</summary>
    /// <param name="token">The word.</param>
    /// <param name="lemma">Its lemma in lower case.</param>
    /// <param name="namesActor">Whether it names an actor.</param>
    internal bool Takes(Token token, string lemma, bool namesActor) =>
        IsAny || OnlyExcludes || IsActor && namesActor || Lemmas.Contains(lemma) || HasPairs && HoldsPair(token, lemma);

    private bool HoldsPair(Token token, string lemma)
    {
        if (token.Index == 0)
        {
            return false;
        }

        var before = token.Sentence[token.Index - 1];
        return before.Tag != Upos.PUNCT ? Lemmas.Contains(before.Lemma.ToLowerInvariant() + " " + lemma)
            : before.Form == "-" && token.Index > 1 && Lemmas.Contains(token.Sentence[token.Index - 2].Lemma.ToLowerInvariant() + "-" + lemma);
    }

    /// <summary>Whether a word must not stand there, whatever else does.</summary>
    public bool Forbids(string lemma, bool namesActor) => Excluded.Contains(lemma) || ExcludesActor && namesActor;
}
