using Demarche.Coding.Relating;
using Demarche.Language;
using Demarche.Language.Trained;

namespace Demarche.Training.Ranker;

/// <summary>Makes samples of labelled sentences: parses them and holds the rules against them.</summary>
internal sealed class SampleReader
{
    private readonly LanguageModel _language;
    private readonly Firings _firings;
    private readonly PairVectors _vectors;

    private SampleReader(LanguageModel language, Firings firings, PairVectors vectors)
    {
        _language = language;
        _firings = firings;
        _vectors = vectors;
    }

    /// <summary>The classes, in alphabetical order.</summary>
    public string[] Classes { get; } = RankerReport.Classes;

    /// <summary>A reader by a language model and the shipped codebook, overlaid by a folder.</summary>
    public static SampleReader Load(string english, string? codebook)
    {
        var model = Needed(ModelFile.Read(english, File.ReadAllBytes(english)));
        var files = codebook is null ? CodebookFiles.Shipped() : Needed(CodebookFiles.Shipped().Overlay(codebook));
        return new SampleReader(Needed(LanguageModel.Load(model)), Needed(RelationParts.Load(files)).Firings, PairVectors.From(model));
    }

    /// <summary>The samples.</summary>
    public List<RankerSample> Read(IEnumerable<LabelledSentence> sentences, float weight) =>
        [.. sentences.AsParallel().AsOrdered().Select(s => Read(s, weight))];

    private RankerSample Read(LabelledSentence sentence, float weight)
    {
        var pair = MarkedPair.Of(MarkedSentence.Read(sentence.Marked), _language);
        var firings = _firings.In(pair);
        var alone = Relater.Alone(firings);
        var meanings = new float[_vectors.Width];
        _vectors.Write(pair, meanings);
        return new RankerSample(Array.IndexOf(Classes, sentence.Class), [.. PairFeatures.Of(pair, firings).Order()], meanings, weight)
        {
            Alone = alone?.Class,
            AloneRule = alone?.Match.Rule.Id,
            Tied = Relater.Tied(firings),
            Rivals = firings.IsEmpty ? [] : [.. firings[0].Match.Rivals.Select(_firings.ClassOf)],
            Words = pair.Words.Length,
            Verb = pair.Path?.Verb.Lemma ?? "",
            Firings = firings,
            Sentence = sentence,
        };
    }

    private static T Needed<T>(Outcome<T> outcome)
        where T : class => outcome.Value ?? throw new InvalidDataException(outcome.Failure!.ToString());
}
