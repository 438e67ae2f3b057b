using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Coding.Relating;

/// <summary>The trained ranker with what it reads a pair by. Immutable and thread-safe.</summary>
/// <param name="model">The ranker.</param>
/// <param name="vectors">Word vectors of the language model that it was trained with.</param>
internal sealed class PairRanker(Ranker model, PairVectors vectors)
{
    /// <summary>Classes of the relation benchmark, in the order of the probabilities.</summary>
    public ImmutableArray<string> Classes => model.Classes;

    /// <summary>How sure its answers and those of rules are.</summary>
    public EventConfidence Confidence => model.Confidence;

    /// <summary>How likely each class is.</summary>
    public float[] Probabilities(MarkedPair pair, IEnumerable<Firing> firings)
    {
        Span<float> meanings = stackalloc float[vectors.Width];
        vectors.Write(pair, meanings);
        return Confidence.Probabilities(model.Score(PairFeatures.Of(pair, firings), meanings));
    }

    /// <summary>A ranker that reads by the vectors of a language model.</summary>
    public static PairRanker By(Ranker model, LanguageModel language) => new(model, PairVectors.From(language.Model));
}
