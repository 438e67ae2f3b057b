using Demarche.Coding.Relating;

namespace Demarche.Training.Ranker;

/// <summary>A sentence as the ranker sees it.</summary>
/// <param name="Label">Index of its class.</param>
/// <param name="Features">Hashes.</param>
/// <param name="Vectors">Averaged vectors.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record RankerSample(int Label, ulong[] Features, float[] Vectors, float Weight)
{
    /// <summary>The class that rules give alone, or null.</summary>
    public string? Alone { get; init; }

    /// <summary>The rule that gives it.</summary>
    public string? AloneRule { get; init; }

    /// <summary>The rule that ties the two names, whether it may decide alone or not; null where none does.</summary>
    public Firing? Tied { get; init; }

    /// <summary>What rules of other types make of the word that started it.</summary>
    public IReadOnlyList<string> Rivals { get; init; } = [];

    /// <summary>Whether it is one of our own sentences.</summary>
    public bool IsOurs => Sentence.Id.Length == 0;

    /// <summary>Number of words.</summary>
    public int Words { get; init; }

    /// <summary>The verb that governs both names: sentences of ours that share it are held out together, as they are alike.</summary>
    public string Verb { get; init; } = "";

    /// <summary>The sentence.</summary>
    public LabelledSentence Sentence { get; init; } = new("", "", "");

    /// <summary>Every rule that was met, for reading.</summary>
    public IReadOnlyList<Firing> Firings { get; init; } = [];
}
